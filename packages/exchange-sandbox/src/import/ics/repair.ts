import { Refused } from '../refusal.ts'

/** Properties whose values are dates, times or periods. */
const DATED = /^(DTSTART|DTEND|DUE|RECURRENCE-ID|EXDATE|RDATE|COMPLETED)(?=\s*[;:])/i

/** Parameters of a date are a zone and a few words; cutting up a megabyte of them would take hours. */
const HEAD_MAX = 2000

const IS_LIST = /^(EXDATE|RDATE)/i

const DATE = String.raw`\d{4}-?\d{2}-?\d{2}`
const TIME = String.raw`${DATE}[Tt ]\d{2}:?\d{2}(?::?\d{2}(?:\.\d+)?)?[Zz]?`
const DURATION = '[+-]?[Pp][0-9A-Za-z]+'
const VALUE = `(?:${TIME}|${DATE})(?:/(?:${TIME}|${DATE}|${DURATION}))?(?![0-9A-Za-z])`

/**
 * The value at the end of the line. It is looked for by what it looks like, since a zone's name
 * before it may hold colons without being quoted: `DTSTART;TZID=(UTC+01:00) Rome:20261214T110000`.
 */
const LIST_AT_END = new RegExp(String.raw`:((?:[\s,;]*${VALUE})+)[\s,;]*$`)
const VALUES = new RegExp(VALUE, 'g')
const EMPTY_AT_END = /:[\s,;]*$/

const FREQUENCIES = new Set('SECONDLY MINUTELY HOURLY DAILY WEEKLY MONTHLY YEARLY'.split(' '))

type Kind = 'DATE' | 'DATE-TIME' | 'PERIOD'

/**
 * A content line as ical.js reads it, mended where much software writes what RFC 5545 doesn't allow
 * and what can only mean one thing:
 * - lists of dates with blanks, empty places, a comma at their end, or with dates among times
 *   (which become one line for each kind);
 * - a bare date without VALUE=DATE, or under a VALUE that it isn't;
 * - dates and times with hyphens and colons, as ISO 8601 has them;
 * - offsets of a clock with a colon or without a sign;
 * - a time zone's name with commas or colons and without quotes, or with its commas escaped.
 *
 * @returns no line for a list of nothing, which adds and removes nothing
 */
export function repairLine(line: string): string[] {
  if (/^RRULE/i.test(line)) return [withoutForeignMonths(line.replace(/[;\s]+$/, ''))]
  if (/^TZOFFSET/i.test(line)) return [withPlainOffset(line)]
  if (!DATED.test(line)) return [line]
  const isList = IS_LIST.test(line)
  if (isList && EMPTY_AT_END.test(line)) return []
  const found = LIST_AT_END.exec(line)
  if (found === null) return [line]
  const head = line.slice(0, found.index)
  if (head.length > HEAD_MAX)
    throw new Refused('One of its dates has more parameters than any has.')
  const values = [...(found[1] ?? '').matchAll(VALUES)].map(([value]) => basic(value))
  const byKind = new Map<Kind, string[]>()
  for (const value of isList ? values : values.slice(0, 1)) {
    const kind = kindOf(value)
    byKind.set(kind, [...(byKind.get(kind) ?? []), value])
  }
  return [...byKind].map(([kind, own]) => `${headFor(head, kind)}:${own.join(',')}`)
}

/** ical.js knows the twelve months only; `rscale.ts` reads the others from the line itself. */
function withoutForeignMonths(line: string): string {
  const isForeign = /\bRSCALE=(?!GREGOR)/i.test(line)
  return isForeign ? line.replace(/;BYMONTH=[^;]*|\bBYMONTH=[^;]*;/gi, '') : line
}

/** `TZOFFSETTO:02:00` as `TZOFFSETTO:+0200`. */
function withPlainOffset(line: string): string {
  return line.replace(
    /:\s*([+-]?)(\d{1,2}):?(\d{2})(?::?(\d{2}))?\s*$/,
    (_, sign: string, hours: string, minutes: string, seconds = '') =>
      `:${sign || '+'}${hours.padStart(2, '0')}${minutes}${seconds}`,
  )
}

/** `2026-12-09T10:00Z` as `20261209T100000Z`; a period of dates runs from midnight to midnight. */
function basic(value: string): string {
  const isPeriod = value.includes('/')
  return value
    .split('/')
    .map((part) => {
      if (/^[+-]?P/i.test(part)) return part.toUpperCase()
      const [day = '', time] = part.toUpperCase().replace(/-/g, '').split(/[T ]/)
      if (time === undefined) return isPeriod ? `${day}T000000` : day
      const digits = time.replace(/\.\d+/, '').replace(/[:Z]/g, '').padEnd(6, '0')
      return `${day}T${digits}${time.endsWith('Z') ? 'Z' : ''}`
    })
    .join('/')
}

function kindOf(value: string): Kind {
  if (value.includes('/')) return 'PERIOD'
  return value.length === 8 ? 'DATE' : 'DATE-TIME'
}

/** The name and the parameters, with the zone quoted and the kind of value named where needed. */
function headFor(head: string, kind: Kind): string {
  const { name, parameters } = splitHead(head)
  const kept = parameters
    .filter((parameter) => !/^VALUE\s*=/i.test(parameter))
    .map((parameter) => {
      const zone = /^TZID\s*=(.*)$/is.exec(parameter)?.[1]
      return zone === undefined ? parameter : `TZID="${plainZoneName(zone).replace(/"/g, '')}"`
    })
  return [name, ...kept, ...(kind === 'DATE-TIME' ? [] : [`VALUE=${kind}`])].join(';')
}

/** Cut at the semicolons before the next `NAME=`, outside of quotes. */
function splitHead(head: string): { name: string; parameters: string[] } {
  const [name = '', ...parameters] = head.split(/;(?=\s*[A-Za-z0-9-]+\s*=(?:[^"]*"[^"]*")*[^"]*$)/)
  return {
    name: name.replace(/[;\s]+$/, ''),
    parameters: parameters.map((parameter) => parameter.replace(/[;\s]+$/, '')),
  }
}

/**
 * A zone's name as people read it: without quotes, escapes (which the value of a property has and a
 * parameter must not have, and some programs mix them up) and repeated blanks.
 */
export function plainZoneName(written: string): string {
  return written
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .replace(/\\([\\,;:"])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * Refuses dates and rules that can't be read before ical.js does, which speaks of them in pieces.
 *
 * @throws Refused quoting the value as it stands in the file
 */
export function requireReadable(lines: readonly string[]): void {
  for (const line of lines) {
    const name = /^[A-Z-]+/i.exec(line)?.[0].toUpperCase() ?? ''
    const value = line
      .slice(line.lastIndexOf(':') + 1)
      .trim()
      .slice(0, 60)
    if (DATED.test(line) && EMPTY_AT_END.test(line)) {
      if (!IS_LIST.test(line)) throw new Refused(`Its ${name} is empty.`)
    } else if (DATED.test(line) && !LIST_AT_END.test(line)) {
      throw new Refused(`Its ${name} has '${value}', which is no date or time.`)
    }
    const frequency = /^RRULE.*\bFREQ\s*=\s*([^;]*)/i.exec(line)?.[1]?.trim()
    if (frequency !== undefined && !FREQUENCIES.has(frequency.toUpperCase())) {
      throw new Refused(`Its RRULE has FREQ=${frequency.slice(0, 60)}, which is no frequency.`)
    }
  }
}
