import { configuration, flagHelp, run } from './command-line.ts'
import { explainConfig } from './config/explain.ts'

const args = process.argv.slice(2)

await run(async () => {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(
      `trackmark config: what is in force and where it comes from\n\n${flagHelp()}`,
    )
    return
  }
  const asJson = args.includes('--json')
  const loaded = configuration(
    args.filter((argument) => argument !== '--json'),
    process.env,
  )
  const keys = explainConfig(loaded)
  if (asJson) {
    process.stdout.write(`${JSON.stringify(keys, null, 2)}\n`)
    return
  }
  for (const key of keys) {
    const value = key.value === null ? (key.note ?? 'unset') : String(key.value)
    process.stdout.write(`${key.name.padEnd(18)} ${value}  (${key.source})\n`)
  }
  process.stdout.write(`\nConfiguration file: ${loaded.file ?? 'none'}\n`)
})
