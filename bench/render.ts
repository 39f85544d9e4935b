import type { Report, Result } from './result.ts'
import type { Spread } from './statistics.ts'

const BEGIN = '<!-- figures: written by npm run bench -- --write -->'
const END = '<!-- end of figures -->'

/** Three figures that matter, whatever the size. */
export function figure(value: number): string {
  const size = Math.abs(value)
  if (size >= 1000) return Math.round(value).toLocaleString('en-US')
  if (size >= 100) return value.toFixed(0)
  if (size >= 10) return value.toFixed(1)
  return value.toFixed(2)
}

export const shown = ({ median, min, max }: Spread): string =>
  `${figure(median)} (${figure(min)} to ${figure(max)})`

export function renderText(result: Result): string {
  const head = `${result.bench} on ${result.database}: ${result.variant}, ${result.rounds} rounds`
  return [
    head,
    ...result.contenders.map(({ name, rate }) => `  ${name}: ${shown(rate)} ${result.unit}`),
    ...result.ratios.map(({ to, value }) => `  ${times(to)}: ${shown(value)}`),
    ...result.counts.map(({ name, value }) => `  ${name}: ${figure(value)}`),
    ...result.targets.map(({ goal, reached }) => `  ${reached ? 'reached' : 'MISSED'}: ${goal}`),
  ].join('\n')
}

const times = (to: string): string => `speed beside the ${to}`

export function renderMarkdown(report: Report): string {
  const { machine } = report
  return [
    `Measured ${report.date} at ${report.commit} on ${machine.cores} cores (${machine.processor}), ${machine.memoryGb} GB of memory, Node ${machine.node}, ${machine.databases.join(', ')}, in ${Math.round(report.tookSeconds / 60)} minutes. Medians, with the least and the greatest of the rounds.`,
    '',
    ...report.results.flatMap(section),
    'Again:',
    '',
    '```sh',
    report.command,
    '```',
  ].join('\n')
}

function section(result: Result): string[] {
  return [
    `### ${result.bench} on ${result.database}: ${result.variant}`,
    '',
    `| | ${result.unit} |`,
    '|---|---|',
    ...result.contenders.map(({ name, rate }) => `| ${name} | ${shown(rate)} |`),
    ...result.ratios.map(({ to, value }) => `| ${times(to)} | ${shown(value)} |`),
    ...result.counts.map(({ name, value }) => `| ${name} | ${figure(value)} |`),
    '',
    ...result.targets.map(
      ({ goal, reached }) => `- ${reached ? 'reached' : '**missed**'}: ${goal}`,
    ),
    '',
  ]
}

/**
 * Puts the figures between their markers; what people wrote around them stays.
 * @throws Error when there is a page and it lost its markers
 */
export function replaceFigures(page: string | null, figures: string): string {
  const block = `${BEGIN}\n${figures}\n${END}`
  if (page === null) return `# Benchmarks\n\n## Figures\n\n${block}\n`
  const from = page.indexOf(BEGIN)
  const to = page.indexOf(END)
  if (from < 0 || to < from) {
    throw new Error(`docs/benchmarks.md has lost the lines "${BEGIN}" and "${END}".`)
  }
  return `${page.slice(0, from)}${block}${page.slice(to + END.length)}`
}
