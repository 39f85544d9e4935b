import type { MailboxCategory, MailboxCondition } from '@trackmark/dataverse/admin-api'
import type { Sort } from '../../components/DataTable.tsx'

const STATES: readonly MailboxCondition[] = ['synchronized', 'waiting', 'failing', 'off']
const CATEGORIES: readonly MailboxCategory[] = ['provisioned', 'removed', 'absent']
const VIEWS = ['active', 'mine', 'all'] as const
export type MailboxView = (typeof VIEWS)[number]

/** What is looked for, as it stands in the address. */
export interface MailboxSearch {
  readonly search?: string
  readonly condition?: MailboxCondition
  readonly category?: MailboxCategory
  readonly view?: MailboxView
  readonly sort?: string
  readonly direction?: 'asc' | 'desc'
}

export function readSearch(raw: Readonly<Record<string, unknown>>): MailboxSearch {
  const one = <T extends string>(name: string, from: readonly T[]) => {
    const found = from.find((value) => value === raw[name])
    return found === undefined ? {} : { [name]: found }
  }
  const text = (name: string) =>
    typeof raw[name] === 'string' && raw[name] !== '' ? { [name]: raw[name] } : {}
  return {
    ...text('search'),
    ...one('condition', STATES),
    ...one('category', CATEGORIES),
    ...one('view', VIEWS),
    ...text('sort'),
    ...one('direction', ['asc', 'desc'] as const),
  }
}

/** All are shown unless somebody narrows them: nobody misses one that was switched off. */
export const viewOf = ({ view }: MailboxSearch): MailboxView => view ?? 'all'

export const sortOf = ({ sort, direction }: MailboxSearch): Sort => ({
  by: sort ?? 'name',
  direction: direction ?? 'asc',
})

/** What lists are narrowed by, and commands on all that match are carried out on. */
export const filterOf = (search: MailboxSearch) => ({
  ...(search.search === undefined ? {} : { search: search.search }),
  ...(search.condition === undefined ? {} : { state: search.condition }),
  ...(search.category === undefined ? {} : { category: search.category }),
  view: viewOf(search),
})

export const isFiltered = ({ search, condition, category, view }: MailboxSearch): boolean =>
  [search, condition, category].some((part) => part !== undefined) ||
  (view !== undefined && view !== 'all')
