import { explainConfig } from './config/explain.ts'
import { exitWith } from './exit.ts'
import { helpText, readInvocation } from './flags.ts'

try {
  const invocation = readInvocation(process.argv.slice(2))
  if (invocation === null) {
    process.stdout.write(
      helpText('config', 'Prints what is configured and where each value comes from.'),
    )
  } else {
    const { loaded, json } = invocation
    const keys = explainConfig(loaded)
    if (json) process.stdout.write(`${JSON.stringify({ file: loaded.file, keys }, null, 2)}\n`)
    else {
      const rows = keys.map((key) => [
        key.name,
        key.source,
        key.env,
        key.value === null ? `(${key.note ?? 'unset'})` : String(key.value),
      ])
      const all = [['KEY', 'FROM', 'VARIABLE', 'VALUE'], ...rows]
      const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]!.length)))
      for (const row of all) {
        const cells = row.map((cell, column) => cell.padEnd(widths[column] ?? 0))
        process.stdout.write(`${cells.join('  ').trimEnd()}\n`)
      }
      process.stdout.write(`Config file: ${loaded.file ?? 'none'}\n`)
    }
  }
} catch (error) {
  exitWith(error)
}
