import type { Database } from '@trackmark/store'

/**
 * Rows of three people in every table with owners, and what each of them may see, written in the plainest way
 * from docs/environments.md, without any code of the service.
 */
type Row = Readonly<Record<string, unknown>>
export type Rows = Readonly<Record<string, readonly Row[]>>

const AT = '2026-01-05T09:00:00.000Z'
const id = (kind: number, n: number): string =>
  `00000000-0000-4000-8${String(kind).padStart(3, '0')}-${String(n).padStart(12, '0')}`
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!
const many = (count: number, row: (n: number) => Row): readonly Row[] =>
  Array.from({ length: count }, (_, n) => row(n))

export const PEOPLE = ['Ada', 'Bob', 'Eve'].map((name, n) => ({ name, id: id(1, n + 1) }))
const OWNERS = [...PEOPLE.map((one) => one.id), null]
const owned = (n: number): Row => {
  const ownerid = pick(OWNERS, n * 7 + (n >> 2))
  return { ownerid, owneridtype: ownerid && 'systemuser', owninguser: ownerid }
}

const ACTIVITIES = ['email', 'appointment', 'task', 'recurringappointmentmaster'] as const
const isActivity = (table: string): boolean => (ACTIVITIES as readonly string[]).includes(table)

const activities: Record<string, readonly Row[]> = Object.fromEntries(
  ACTIVITIES.map((table, kind) => [
    table,
    many(table === 'email' ? 24 : 8, (n) => ({
      activityid: id(10 + kind, n),
      activitytypecode: table,
      subject: n % 5 === 0 ? null : `${table} of ${pick(['offer', 'Offer', 'visit'], n)} ${n % 4}`,
      regardingobjectid: n % 3 === 0 ? id(3, n % 6) : null,
      regardingobjectidtype: n % 3 === 0 ? 'contact' : null,
      ...(table === 'email' && n % 4 === 1 ? { parentactivityid: id(10, (n * 5) % 24) } : {}),
      ...owned(n + kind),
    })),
  ]),
)

const all = Object.values(activities).flat()
/** Every owner is a party, as synchronization and the Web API write it; others take part, too. */
const parties: readonly Row[] = all.flatMap((activity, n) => {
  const owner = activity.ownerid === null ? [] : [{ partyid: activity.ownerid, mask: 9 }]
  const guest = n % 3 === 0 ? [{ partyid: pick(PEOPLE, n).id, mask: 2 }] : []
  const stranger = n % 4 === 0 ? [{ partyid: null, mask: 1 }] : []
  return [...owner, ...guest, ...stranger].map(({ partyid, mask }, place) => ({
    activitypartyid: id(20, n * 3 + place),
    activityid: activity.activityid,
    partyid,
    partyidtype: partyid && 'systemuser',
    partyidname: partyid && pick(PEOPLE, n).name,
    addressused: mask === 9 ? null : `${n}@customer.example`,
    participationtypemask: mask,
  }))
})

const mailboxes = many(4, (n) => ({
  mailboxid: id(30, n),
  name: `Mailbox ${n}`,
  emailaddress: `m${n}@contoso.example`,
  // One row is Eve's mailbox, but belongs to another user.
  regardingobjectid: pick(PEOPLE, n).id,
  regardingobjectidtype: 'systemuser',
  ...owned(n === 2 ? 0 : n),
}))

export const ROWS: Rows = {
  systemuser: PEOPLE.map((one) => ({
    systemuserid: one.id,
    fullname: one.name,
    internalemailaddress: `${one.name}@contoso.example`,
  })),
  queue: many(1, (n) => ({ queueid: id(2, n), name: 'Help' })),
  contact: many(6, (n) => ({ contactid: id(3, n), fullname: `Contact ${n}`, ...owned(n) })),
  account: many(6, (n) => ({
    accountid: id(4, n),
    name: `Account ${n % 3}`,
    primarycontactid: id(3, n % 4),
    ...owned(n + 1),
  })),
  lead: many(4, (n) => ({ leadid: id(5, n), fullname: `Lead ${n}`, ...owned(n + 2) })),
  ...activities,
  activityparty: parties,
  activitymimeattachment: many(14, (n) => ({
    activitymimeattachmentid: id(21, n),
    objectid: pick(all, n * 3).activityid,
    objecttypecode: pick(all, n * 3).activitytypecode,
    filename: `file ${n}.txt`,
    body: 'aGVsbG8=',
    filesize: 5,
    // The owner of an attachment is that of its activity, not this column.
    ...owned(n + 3),
  })),
  mailbox: mailboxes,
  mailboxtrackingcategory: many(4, (n) => ({
    mailboxtrackingcategoryid: id(31, n),
    mailboxid: id(30, n),
    purpose: 'tracked',
    color: 'preset0',
    exchangecategoryname: 'Tracked to Dynamics 365',
    ...owned(n + 1),
  })),
  mailboxstatistics: many(8, (n) => ({
    mailboxstatisticsid: id(32, n),
    mailboxid: id(30, n % 4),
    itemsprocessed: n,
  })),
  tracelog: many(8, (n) => ({
    tracelogid: id(33, n),
    level: 1,
    text: `Alert ${n}`,
    regardingobjectid: n === 7 ? id(34, 0) : id(30, n % 4),
    regardingobjectidtype: n === 7 ? 'emailserverprofile' : 'mailbox',
  })),
  emailserverprofile: many(3, (n) => ({
    emailserverprofileid: id(34, n),
    name: `Profile ${n}`,
    ...owned(n),
  })),
  serviceendpoint: many(1, (n) => ({ serviceendpointid: id(35, n), name: 'Hook' })),
}

export type Viewer = { readonly id: string; readonly role: string }

/** Whether a person with a role may see a row. */
export function mayNaivelySee({ id: me, role }: Viewer, table: string, row: Row): boolean {
  const isManager = role === 'Sales Manager'
  const isCustomizer = role === 'System Customizer'
  const takesPart = (activityId: unknown): boolean =>
    all.some((one) => one.activityid === activityId && one.ownerid === me) ||
    parties.some((one) => one.activityid === activityId && one.partyid === me)
  const ownMailbox = (mailboxId: unknown): boolean =>
    mailboxes.some(
      (one: Row) =>
        one.mailboxid === mailboxId && (one.ownerid === me || one.regardingobjectid === me),
    )
  if (isActivity(table) || table === 'activityparty') return isManager || takesPart(row.activityid)
  switch (table) {
    case 'systemuser':
    case 'queue':
      return true
    case 'account':
    case 'contact':
    case 'lead':
      return isManager || row.ownerid === me
    case 'activitymimeattachment':
      return isManager || takesPart(row.objectid)
    case 'mailbox':
    case 'mailboxtrackingcategory':
    case 'mailboxstatistics':
      return isManager || isCustomizer || ownMailbox(row.mailboxid)
    case 'tracelog':
      return isManager || isCustomizer || ownMailbox(row.regardingobjectid)
    case 'emailserverprofile':
      return isCustomizer || row.ownerid === me
    case 'serviceendpoint':
      return isCustomizer
    default:
      throw new Error(`nothing is said of ${table}`)
  }
}

/** Ids and versions are the same in every organization, so that answers can be compared. */
export async function insertRows(
  database: Database,
  organizationId: string,
  rows: Rows,
): Promise<void> {
  for (const [table, list] of Object.entries(rows)) {
    const records = list.map((row) => ({ createdon: AT, modifiedon: AT, versionnumber: 7, ...row }))
    const columns = [...new Set(records.flatMap((record) => Object.keys(record)))].join(', ')
    if (records.length === 0) continue
    await database.query(
      `insert into crm.${table} (organizationid, ${columns})
       select $1, ${columns} from json_populate_recordset(null::crm.${table}, $2::json)`,
      [organizationId, JSON.stringify(records)],
    )
  }
}
