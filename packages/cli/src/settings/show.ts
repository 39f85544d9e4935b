import { print, printJson, table } from '../output.ts'
import type { Change, Outcome, Setting } from './api.ts'

const text = (value: string | number | boolean | null): string => String(value ?? '(none)')

export function settingLines(entry: Setting): string {
  return [
    `${entry.name} = ${text(entry.value)}`,
    `  ${entry.from === 'set' ? 'set' : 'by default'}; the default is ${text(entry.default)}`,
    `  must be ${entry.mustBe}`,
    ...(entry.description === null ? [] : [`  ${entry.description}`]),
    entry.effect === 'acts'
      ? '  Trackmark acts on it.'
      : '  Trackmark keeps this setting and does not act on it.',
    ...(entry.available ? [] : ['  This version of the organization does not know the setting.']),
  ].join('\n')
}

export const settingTable = (entries: readonly Setting[]): string =>
  table(
    ['NAME', 'VALUE', 'DEFAULT', 'FROM', 'TRACKMARK', 'DESCRIPTION'],
    entries.map((entry) => [
      entry.name,
      String(entry.value ?? '-'),
      String(entry.default ?? '-'),
      entry.from,
      entry.effect === 'acts' ? 'acts on it' : 'keeps it',
      entry.description ?? '',
    ]),
  )

/** `TrackCategorizedItems: true (default) -> false` */
export function changeLine({ name, before, after, default: byDefault }: Change): string {
  const side = (value: Change['before']) =>
    value === null ? `${text(byDefault)} (default)` : text(value)
  return `${name}: ${side(before)} -> ${side(after)}`
}

export function showOutcome(outcome: Outcome, json: boolean | undefined): void {
  if (json) printJson(outcome)
  else print(outcomeText(outcome))
}

function outcomeText({ changes, applied }: Outcome): string {
  if (changes.length === 0) return 'Nothing changes.'
  const count = `${changes.length} ${changes.length === 1 ? 'setting' : 'settings'}`
  const closing = applied ? `${count} changed.` : `${count} would change; nothing was written.`
  return [...changes.map(changeLine), closing].join('\n')
}
