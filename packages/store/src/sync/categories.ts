import type { CategoryState } from '@trackmark/core'
import { ITS_MAILBOX, upsertInto } from '../statements/upsert.ts'

/** Values of our own, since Microsoft publishes none. */
export const ONBOARDING = { absent: 0, provisioned: 1, removed: 2, creating: 3 } as const

/** A category of a mailbox, with the id that a new row gets. */
interface CategoryRecord {
  readonly id: string
  readonly category: CategoryState
}

/** `$3` is the time. */
export const saveCategories = upsertInto<CategoryRecord>({
  table: 'crm.mailboxtrackingcategory',
  key: 'purpose',
  columns: {
    purpose: ['text', ({ category }) => category.purpose],
    exchangecategoryid: ['uuid', ({ category }) => category.exchangeId],
    exchangecategoryname: ['text', ({ category }) => category.name],
    exchangecategorycolor: ['integer', ({ category }) => presetNumber(category.color)],
    color: ['text', ({ category }) => category.color],
    earliernames: ['text[]', ({ category }) => category.earlierNames],
    categoryonboardingstatus: ['integer', ({ category }) => ONBOARDING[category.status]],
    epoch: ['integer', ({ category }) => category.epoch],
  },
  kept: { mailboxtrackingcategoryid: ['uuid', ({ id }) => id] },
  inserted: {
    ownerid: 'm.ownerid',
    owneridtype: 'm.owneridtype',
    owninguser: 'm.ownerid',
    createdon: '$3',
    modifiedon: '$3',
  },
  updated: ['modifiedon = excluded.modifiedon', "versionnumber = nextval('crm.versionnumber')"],
  join: ITS_MAILBOX,
})

/** -1 = no colour, as in Outlook's own numbering. */
function presetNumber(color: string): number {
  const preset = /^preset(\d+)$/i.exec(color)
  return preset === null ? -1 : Number(preset[1])
}
