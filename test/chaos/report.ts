import type { DatabaseKind } from './options.ts'

/** What one kind of fault did, in all of its rounds. */
export interface FaultResult {
  readonly fault: string
  /** How often it hurt. */
  readonly times: number
  /** Items that were doubled, lost, tracked against their mark by the end of a round. */
  readonly doubled: number
  readonly lost: number
  readonly unmarked: number
  readonly longestSleepMs: number
  /** How long it took after a round, at most, until all was as it should be. */
  readonly settledMs: number
  /** Why it wasn't tried; null = it was, or there was no time for it. */
  readonly skipped: string | null
}

export interface Report {
  readonly database: DatabaseKind
  readonly seed: number
  readonly minutes: number
  readonly mailboxes: number
  readonly acts: number
  readonly canaries: number
  /** How often a process ended by itself and was started again, as a service manager does. */
  readonly endedByThemselves: number
  readonly faults: readonly FaultResult[]
  /** Each in words, with the subjects of its items. */
  readonly violations: readonly string[]
}

const HEAD = [
  'fault',
  'times',
  'doubled',
  'lost',
  'against the mark',
  'longest sleep',
  'settled in',
]

/** As Markdown, so that it can be kept in docs/reliability.md. */
export function reportText(report: Report): string {
  const { database, seed, minutes, mailboxes, acts, canaries, endedByThemselves } = report
  const lines = [
    `${database === 'pglite' ? 'Embedded database' : 'PostgreSQL'}, ${minutes} min, seed ${seed}: ${acts} acts of a person in ${mailboxes} mailboxes, ${canaries} canaries.`,
    '',
    row(HEAD),
    row(HEAD.map(() => '---')),
    ...report.faults.map((result) => row(cells(result))),
    '',
  ]
  if (endedByThemselves > 0) {
    lines.push(`Processes ended by themselves and were started again: ${endedByThemselves} times.`)
  }
  for (const violation of report.violations) lines.push(`VIOLATION: ${violation}`)
  if (report.violations.length > 0) {
    lines.push(
      `To repeat it: scripts/chaos.sh --database ${database} --minutes ${minutes} --seed ${seed}`,
    )
  }
  return lines.join('\n')
}

function cells(result: FaultResult): readonly string[] {
  const { fault, times, doubled, lost, unmarked, longestSleepMs, settledMs, skipped } = result
  if (skipped !== null) return [fault, `skipped: ${skipped}`, '', '', '', '', '']
  if (times === 0) return [fault, 'no time left for it', '', '', '', '', '']
  const figures = [times, doubled, lost, unmarked].map(String)
  return [fault, ...figures, seconds(longestSleepMs), seconds(settledMs)]
}

const row = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`
const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`
