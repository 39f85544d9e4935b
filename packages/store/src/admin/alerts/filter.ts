import { containing } from '../../database/values.ts'
/** Conditions on alerts. One that is left out holds for all alerts. */
export interface AlertFilter {
  /** Only alerts about one of these mailboxes. */
  readonly mailboxIds?: readonly string[]
  /** Only alerts about mailboxes that this server profile serves. */
  readonly profileId?: string
  readonly open?: boolean
  readonly level?: keyof typeof LEVELS
  readonly code?: number
  /** Part of the text, of the details or of the mailbox's name, in any case. */
  readonly search?: string
}

export const LEVELS = { information: 1, warning: 2, error: 3 } as const

/** `$1` is the organization; a statement's own parameters start at {@link NEXT}. */
export const FILTERED = `t.organizationid = $1
  and ($2::uuid[] is null or t.regardingobjectid = any($2))
  and ($3::uuid is null or m.emailserverprofile = $3)
  and ($4::boolean is null or t.tracestatus <> $4)
  and ($5::integer is null or t.level = $5)
  and ($6::integer is null or t.tracecode = $6)
  and ($7::text is null or t."text" ilike $7 or t.errordetails ilike $7 or m.name ilike $7)`
export const NEXT = 8

export const FROM = `crm.tracelog t
  left join crm.mailbox m on m.organizationid = t.organizationid
    and m.mailboxid = t.regardingobjectid`

export function filterParameters(organizationId: string, filter: AlertFilter): readonly unknown[] {
  return [
    organizationId,
    filter.mailboxIds ?? null,
    filter.profileId ?? null,
    filter.open ?? null,
    filter.level === undefined ? null : LEVELS[filter.level],
    filter.code ?? null,
    filter.search === undefined ? null : containing(filter.search),
  ]
}
