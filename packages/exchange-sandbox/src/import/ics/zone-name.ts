import { Temporal } from 'temporal-polyfill'
import { toIana } from '../../zones.ts'

/** What Outlook calls zones that have no city of theirs in the list of zones. */
const DESCRIBED: ReadonlyMap<string, string> = new Map([
  ['coordinated universal time', 'UTC'],
  ['alaska', 'America/Anchorage'],
  ['arizona', 'America/Phoenix'],
  ['hawaii', 'Pacific/Honolulu'],
  ['indiana (east)', 'America/Indiana/Indianapolis'],
  ['saskatchewan', 'America/Regina'],
])

const REGIONS = 'Europe America Asia Africa Australia Pacific Atlantic Indian'.split(' ')

/**
 * The IANA zone that a name means: `Europe/Berlin`, `W. Europe Standard Time`,
 * `/freeassociation.sourceforge.net/Tzfile/Europe/Berlin`, `posix/Europe/Vaduz`,
 * `America/New York`, `(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna`.
 *
 * @returns null for a name that nobody knows
 */
export function ianaNameIn(name: string): string | null {
  // Outlook numbers zones of one name: `Eastern Standard Time 1`.
  const direct =
    toIana(name) ?? toIana(name.replace(/ \d+$/, '')) ?? toIana(name.replaceAll(' ', '_'))
  if (direct !== null) return direct
  const parts = name.replaceAll(' ', '_').split('/')
  for (const length of [3, 2]) {
    if (parts.length <= length) continue
    const iana = toIana(parts.slice(-length).join('/'))
    if (iana !== null) return iana
  }
  return describedZone(name)
}

/**
 * A zone as Windows shows it in lists: the offset of its winter time and some of its cities. The
 * offset must be that of the zone found, so that a city of the same name elsewhere isn't taken.
 */
function describedZone(name: string): string | null {
  const [, offset, text] = /^\((?:UTC|GMT)([^)]*)\)\s*(.+)$/i.exec(name) ?? []
  if (offset === undefined || text === undefined) return zoneOfCities(name)
  const minutes = offset.trim() === '' ? 0 : offsetMinutesIn(`UTC${offset.trim()}`)
  if (minutes === null) return null
  const candidates = [
    DESCRIBED.get(text.toLowerCase()),
    toIana(text),
    // `Eastern Time (US & Canada)`, `Central America`.
    toIana(`${text.replace(/ Time\b.*$/, '')} Standard Time`),
    ...text.split(',').flatMap(zonesOfCity),
  ]
  return candidates.find((zone) => !!zone && winterMinutes(zone) === minutes) ?? null
}

/** Cities without an offset name a zone when there are two at least and their winters agree. */
function zoneOfCities(name: string): string | null {
  const cities = name.split(',').map((city) => zonesOfCity(city)[0])
  const known = cities.filter((zone) => zone !== undefined)
  const offsets = new Set(known.map(winterMinutes))
  return known.length >= 2 && offsets.size === 1 ? (known[0] ?? null) : null
}

function zonesOfCity(city: string): string[] {
  const place = city.trim().replaceAll(' ', '_')
  return REGIONS.map((region) => toIana(`${region}/${place}`)).filter((zone) => zone !== null)
}

/** Clocks go forward in summer, so the smaller offset of the year is that of winter. */
function winterMinutes(zone: string): number {
  const offsets = ['2026-01-15', '2026-07-15'].map(
    (day) => Temporal.PlainDate.from(day).toZonedDateTime(zone).offsetNanoseconds,
  )
  return Math.min(...offsets) / 60e9
}

/** Minutes ahead of UTC by a name such as `UTC+01:00`, `GMT-0330`, `+02:00`; null = it is none. */
export function offsetMinutesIn(name: string): number | null {
  const found = /^(?:UTC|GMT)?\s*([+-])\s*(\d{1,2})(?:[:.]?(\d{2}))?$/i.exec(name)
  if (found === null) return null
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0)
  // No clock was ever further from UTC; what is must mean something else.
  if (minutes > 14 * 60 || Number(found[3] ?? 0) > 59) return null
  return found[1] === '-' ? -minutes : minutes
}
