// npm run compatibility [-- mcp-dataverse Thunderbird]
// Lets clients that nobody here wrote loose on the Web API and the sandbox, and writes what came of
// it to docs/compatibility.md. Those of package.json always run; the others where they are named.
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { CLIENTS } from '../test/clients/all.ts'
import type { Run } from '../test/clients/calls.ts'
import { withSection } from '../test/clients/document.ts'
import { runMcpDataverse } from '../test/clients/mcp-dataverse.ts'
import { startService } from '../test/clients/service.ts'
import { runThunderbird } from '../test/clients/thunderbird.ts'

const path = resolve(import.meta.dirname, '../docs/compatibility.md')
const asked = process.argv.slice(2)
const known = ['mcp-dataverse', 'Thunderbird']
const unknown = asked.filter((name) => !known.includes(name))
if (unknown.length > 0) {
  process.stderr.write(`There is no client ${unknown.join(', ')}; known are ${known.join(', ')}.\n`)
  process.exit(1)
}

const note = (run: Run): void => {
  writeFileSync(path, withSection(readFileSync(path, 'utf8'), run))
  const refused = run.calls.filter((one) => one.refused !== null).length
  process.stdout.write(
    `${run.client} ${run.version}: ${run.calls.length} calls, ${refused} refused\n`,
  )
}

for (const run of Object.values(CLIENTS)) {
  const service = await startService()
  note(await run(service))
  await service.close()
}
if (asked.includes('mcp-dataverse')) {
  const service = await startService()
  note(await runMcpDataverse(service))
  await service.close()
}
if (asked.includes('Thunderbird')) note(await runThunderbird())
process.exit(0)
