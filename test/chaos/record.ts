import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { resolve } from 'node:path'
import { type Report, reportText } from './report.ts'

const FILE = resolve(import.meta.dirname, '../../docs/reliability.md')

/**
 * Puts a report into the docs, in place of the one that is there for its database.
 * @throws Error when the docs have no place for it
 */
export function keepReport(report: Report): void {
  const [begin, end] = ['begin', 'end'].map((word) => `<!-- chaos ${report.database}: ${word} -->`)
  const docs = readFileSync(FILE, 'utf8')
  const [from, to] = [docs.indexOf(begin!), docs.indexOf(end!)]
  if (from < 0 || to < from) throw new Error(`${FILE} has no place for the report: ${begin}`)
  const written = `${begin}\n\n${conditions()}\n\n${reportText(report)}\n\n${end}`
  writeFileSync(FILE, docs.slice(0, from) + written + docs.slice(to + end!.length))
}

function conditions(): string {
  const day = new Date().toISOString().slice(0, 10)
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const load = Math.round(loadavg()[2]!)
  return `Written by \`scripts/chaos.sh --record\` on ${day}, at ${commit}, on ${availableParallelism()} cores with a load of ${load} (15 minutes).`
}
