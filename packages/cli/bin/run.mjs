// Plain JavaScript for any Node: the tools themselves are TypeScript and need Node 24, which the
// development dependency "node" brings along.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NODE_MIN = 24
const here = dirname(fileURLToPath(import.meta.url))

function runtime() {
  if (Number(process.versions.node.split('.')[0]) >= NODE_MIN) return process.execPath
  const bundled = join(here, '../../../node_modules/node/bin/node')
  if (existsSync(bundled)) return bundled
  console.error(`This needs Node ${NODE_MIN} and found ${process.versions.node}. Run npm ci first.`)
  process.exit(1)
}

export function run(tool) {
  const script = join(here, '../src', `${tool}.ts`)
  const child = spawn(runtime(), [script, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    process.exit(signal === null ? (code ?? 1) : 1)
  })
}
