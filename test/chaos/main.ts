import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Options, readOptions, USAGE } from './options.ts'
import { keepReport } from './record.ts'
import { reportText } from './report.ts'
import { runChaos } from './run.ts'

/** See scripts/chaos.sh. */
const args = process.argv.slice(2)
if (args.includes('--help') || args.includes('-h')) {
  console.log(USAGE)
} else {
  try {
    // A run that was stopped leaves people and canaries behind who would go on.
    process.exit(await main(readOptions(args, Date.now())))
  } catch (error) {
    console.error((error as Error).message)
    process.exit(2)
  }
}

async function main(options: Options): Promise<number> {
  const { databases, json, record, ...settings } = options
  const logs = options.logs === null ? null : resolve(options.logs)
  if (logs !== null) mkdirSync(logs, { recursive: true })
  const stop = new AbortController()
  // What was started is ended, and what was made is taken away, before this process goes.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  const reports = []
  for (const database of databases) {
    const databaseUrl = database === 'pglite' ? null : (process.env.TEST_DATABASE_URL ?? null)
    const tell = (line: string) => console.error(`${database}: ${line}`)
    const report = await runChaos({
      ...settings,
      database,
      databaseUrl,
      logs,
      tell,
      signal: stop.signal,
    })
    reports.push(report)
    if (!json) console.log(`${reportText(report)}\n`)
    if (record) keepReport(report)
  }
  if (json) console.log(JSON.stringify(reports, null, 2))
  return reports.some(({ violations }) => violations.length > 0) ? 1 : 0
}
