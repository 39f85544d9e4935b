import type { DateTimeTimeZone } from '@microsoft/microsoft-graph-types'
import { Temporal } from 'temporal-polyfill'
import { WINDOWS_TO_IANA_MAP } from 'windows-iana'

/**
 * Windows zones that windows-iana 5.1.0 lacks or that CLDR has moved since
 * (unicode-org/cldr, common/supplemental/windowsZones.xml). Mexico's western states left the zone
 * of Chihuahua in 2022, so the Windows name now stands for Mazatlan.
 */
const CLDR_CORRECTIONS: ReadonlyMap<string, string> = new Map([
  ['kamchatka standard time', 'Asia/Kamchatka'],
  ['mid-atlantic standard time', 'Etc/GMT+2'],
  ['mexico standard time', 'America/Mexico_City'],
  ['mexico standard time 2', 'America/Mazatlan'],
  ['mountain standard time (mexico)', 'America/Mazatlan'],
  ['fle standard time', 'Europe/Kyiv'],
  // Exchange writes this spelling of UTC for items made by some clients.
  ['tzone://microsoft/utc', 'UTC'],
  ['utc', 'UTC'],
])

const WINDOWS_ZONES: ReadonlyMap<string, string> = new Map([
  ...WINDOWS_TO_IANA_MAP.filter((row) => row.territory === '001').flatMap((row) => {
    const iana = row.iana[0]
    return iana === undefined ? [] : [[row.windowsName.toLowerCase(), iana] as const]
  }),
  ...CLDR_CORRECTIONS,
])

/**
 * Abbreviations that ICU takes from old Java and that no other list of zones has. Their meanings
 * surprise (BST is Dhaka's, AST Alaska's), so an item that carries one is better refused.
 */
const JAVA_ABBREVIATIONS: ReadonlySet<string> = new Set(
  'ACT AET AGT ART AST BET BST CAT CNT CST CTT EAT ECT IET IST JST MIT NET NST PLT PNT PRT PST SST VST'.split(
    ' ',
  ),
)

/** Asking Intl is slow (about 50 µs); names repeat endlessly, but a hostile caller may not fill memory. */
const ianaSeen = new Map<string, boolean>()
const IANA_SEEN_MAX = 1000

function isIana(name: string): boolean {
  // Intl also takes bare offsets such as +05:00, which no mailbox zone may be.
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(name)) return false
  if (JAVA_ABBREVIATIONS.has(name.toUpperCase())) return false
  const seen = ianaSeen.get(name)
  if (seen !== undefined) return seen
  if (ianaSeen.size >= IANA_SEEN_MAX) ianaSeen.clear()
  let known = true
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
  } catch {
    known = false
  }
  ianaSeen.set(name, known)
  return known
}

/** The IANA zone for a Windows or IANA name in any case; null for a name that is neither. */
export function toIana(windowsOrIana: string): string | null {
  const windows = WINDOWS_ZONES.get(windowsOrIana.toLowerCase())
  if (windows !== undefined) return windows
  return isIana(windowsOrIana) ? windowsOrIana : null
}

/** @throws RangeError naming the zone */
export function requireIana(windowsOrIana: string): string {
  const iana = toIana(windowsOrIana)
  if (iana === null) throw new RangeError(`Unknown time zone '${windowsOrIana.slice(0, 100)}'.`)
  return iana
}

const LOCAL_DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?$/

/** @throws RangeError for anything but `yyyy-MM-ddTHH:mm[:ss[.fffffff]]` that exists in the calendar */
export function parseLocal(dateTime: string): Temporal.PlainDateTime {
  if (!LOCAL_DATE_TIME.test(dateTime)) throw malformed(dateTime)
  try {
    return Temporal.PlainDateTime.from(dateTime)
  } catch {
    throw malformed(dateTime)
  }
}

/** Local time on the clock of an IANA zone; a skipped hour counts forward, a repeated one is the first. */
export function localToUtcMs(local: Temporal.PlainDateTime, iana: string): number {
  return local.toZonedDateTime(iana, { disambiguation: 'compatible' }).epochMilliseconds
}

/**
 * The instant of a Graph `dateTimeTimeZone`; no zone means UTC. A `Z` or an offset on `dateTime`
 * is absolute and makes the zone irrelevant, as Graph reads it.
 *
 * @throws RangeError naming the unknown zone or the malformed value
 */
export function toUtcMs(value: Readonly<DateTimeTimeZone>): number {
  const dateTime = value.dateTime ?? ''
  const iana = requireIana(value.timeZone ?? 'UTC')
  if (/T.*(Z|[+-]\d{2}:?\d{2})$/i.test(dateTime)) {
    try {
      return Temporal.Instant.from(dateTime).epochMilliseconds
    } catch {
      throw malformed(dateTime)
    }
  }
  return localToUtcMs(parseLocal(dateTime), iana)
}

/**
 * An instant as Graph writes it: seven fraction digits, no offset, beside the zone's name as given.
 *
 * @throws RangeError naming the unknown zone
 */
export function formatDateTime(
  utcMs: number,
  zone: string,
): { dateTime: string; timeZone: string } {
  const local = Temporal.Instant.fromEpochMilliseconds(utcMs)
    .toZonedDateTimeISO(requireIana(zone))
    .toPlainDateTime()
  return { dateTime: local.toString({ fractionalSecondDigits: 7 }), timeZone: zone }
}

function malformed(dateTime: string): RangeError {
  return new RangeError(`Malformed dateTime '${dateTime.slice(0, 40)}'.`)
}
