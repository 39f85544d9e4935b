import type {
  MailboxApproval,
  MailboxCategory,
  MailboxCondition,
  MailboxTest,
  MailboxTestStatus,
} from '@trackmark/admin-api'
import type { Sort } from '../../components/DataTable.tsx'

const STATES: readonly MailboxCondition[] = ['synchronized', 'partial', 'waiting', 'failing', 'off']
const CATEGORIES: readonly MailboxCategory[] = ['provisioned', 'removed', 'absent']
const APPROVALS: readonly MailboxApproval[] = ['approved', 'empty', 'pending', 'rejected']
const TESTS: readonly MailboxTestStatus[] = ['success', 'failure', 'notRun']
const VIEWS = ['active', 'mine', 'all'] as const
export type MailboxView = (typeof VIEWS)[number]

/** What is looked for, as it stands in the address. */
export interface MailboxSearch {
  readonly search?: string
  readonly condition?: MailboxCondition
  readonly category?: MailboxCategory
  /** Id of a server profile, or `none`. */
  readonly profile?: string
  readonly approval?: MailboxApproval
  readonly test?: MailboxTestStatus
  /** Code of the last error. */
  readonly error?: string
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
    ...text('profile'),
    ...one('approval', APPROVALS),
    ...one('test', TESTS),
    ...text('error'),
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
  ...(search.profile === undefined ? {} : { profile: search.profile }),
  ...(search.approval === undefined ? {} : { approval: search.approval }),
  ...(search.test === undefined ? {} : { test: search.test }),
  ...(search.error === undefined ? {} : { error: search.error }),
  view: viewOf(search),
})

export const isFiltered = ({ view, sort: _, direction: __, ...narrowed }: MailboxSearch): boolean =>
  Object.keys(narrowed).length > 0 || (view !== undefined && view !== 'all')

/** How a test ended; null = not yet. */
export function outcomeOf({ state, steps }: MailboxTest): MailboxTestStatus | null {
  if (state !== 'done') return null
  return steps.some(({ result }) => result === 'failure') ? 'failure' : 'success'
}

/** What is chosen to be changed; empty texts stay as they are. */
export interface EditForm {
  readonly profileId: string
  readonly incoming: string
  readonly outgoing: string
  readonly act: string
  /** `2026-01-31` */
  readonly processFrom: string
}

export const EMPTY_EDIT: EditForm = {
  profileId: '',
  incoming: '',
  outgoing: '',
  act: '',
  processFrom: '',
}

/** What goes over the wire; null = nothing was chosen. */
export function editOf(form: EditForm): Readonly<Record<string, unknown>> | null {
  const methods = Object.fromEntries(
    (['incoming', 'outgoing', 'act'] as const)
      .filter((name) => form[name] !== '')
      .map((name) => [name, Number(form[name])]),
  )
  const change = {
    ...(Object.keys(methods).length === 0 ? {} : { methods }),
    ...(form.profileId === '' ? {} : { profileId: form.profileId }),
    ...(form.processFrom === '' ? {} : { processFrom: `${form.processFrom}T00:00:00Z` }),
  }
  return Object.keys(change).length === 0 ? null : change
}
