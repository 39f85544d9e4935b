/** Where somebody is in the page; the part of the address behind the `#`. */
export type Place =
  | { readonly area: 'mail'; readonly folder: string; readonly message: string | null }
  | {
      readonly area: 'calendar'
      /** Null: what fits the width of the window. */
      readonly view: CalendarView | null
      /** Null: today. */
      readonly day: string | null
      readonly event: string | null
    }
  | { readonly area: 'tasks'; readonly list: string | null; readonly task: string | null }
  | { readonly area: 'people'; readonly address: string | null }

export const CALENDAR_VIEWS = ['week', 'month', 'agenda'] as const
export type CalendarView = (typeof CALENDAR_VIEWS)[number]
export const AREAS = ['mail', 'calendar', 'people', 'tasks'] as const
export type Area = (typeof AREAS)[number]

export interface Address {
  /** Null: nobody was picked yet. */
  readonly person: string | null
  readonly place: Place
}

export const INBOX: Place = { area: 'mail', folder: 'inbox', message: null }

export function placeOf(area: Area): Place {
  switch (area) {
    case 'mail':
      return INBOX
    case 'calendar':
      return { area, view: null, day: null, event: null }
    case 'tasks':
      return { area, list: null, task: null }
    case 'people':
      return { area, address: null }
  }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Whatever stands there, it is some place: an address that is none leads to the Inbox. */
export function parseAddress(hash: string): Address {
  const [person = '', area = '', ...rest] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .map(decoded)
  return { person: person === '' ? null : person.toLowerCase(), place: parsePlace(area, rest) }
}

function parsePlace(area: string, [first = '', second = '', third = '']: string[]): Place {
  switch (area) {
    case 'mail':
      return { area, folder: first || 'inbox', message: second || null }
    case 'calendar': {
      const view = CALENDAR_VIEWS.find((one) => one === first) ?? null
      return { area, view, day: DAY.test(second) ? second : null, event: third || null }
    }
    case 'tasks':
      return { area, list: first || null, task: second || null }
    case 'people':
      return { area, address: first || null }
    default:
      return INBOX
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

export function formatAddress({ person, place }: Address): string {
  if (person === null) return '#/'
  return `#/${[person, place.area, ...partsOf(place)].map(encoded).join('/')}`
}

/** Addresses of people stay readable. */
const encoded = (part: string): string => encodeURIComponent(part).replaceAll('%40', '@')

function partsOf(place: Place): string[] {
  switch (place.area) {
    case 'mail':
      return place.message === null ? [place.folder] : [place.folder, place.message]
    case 'calendar': {
      const { view, day, event } = place
      if (event !== null) return [view ?? 'auto', day ?? 'today', event]
      if (day !== null) return [view ?? 'auto', day]
      return view === null ? [] : [view]
    }
    case 'tasks':
      return [place.list, place.task].filter((part) => part !== null)
    case 'people':
      return place.address === null ? [] : [place.address]
  }
}
