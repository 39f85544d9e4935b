import { explainConfig } from './config/explain.ts'
import type { ConfigSource } from './config/load.ts'
import { runScript } from './flags.ts'

const FROM: Record<ConfigSource, string> = {
  flag: 'from a flag',
  environment: 'from the environment',
  file: 'from the config file',
  default: 'default',
}

const HELP = 'Prints what is configured and where each value comes from.'

await runScript('config', HELP, async ({ loaded, json }) => {
  const keys = explainConfig(loaded)
  if (json) {
    process.stdout.write(`${JSON.stringify({ file: loaded.file, keys }, null, 2)}\n`)
    return
  }
  for (const { name, env, source, value, note } of keys) {
    const text = value === null ? `(${note ?? 'unset'})` : String(value)
    process.stdout.write(`${name}: ${text}\n    ${FROM[source]}, ${env}\n`)
  }
  process.stdout.write(`Config file: ${loaded.file ?? 'none'}\n`)
})
