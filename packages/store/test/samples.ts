import fc from 'fast-check'
import type { Database } from '../src/database/database.ts'
import { addDays, monthsLater } from './calendar.ts'

/** A Tuesday, the last of its month, so that months of another length matter. */
export const NOW = '2026-03-31T13:45:30.500Z'
export const ORG = '00000000-0000-4000-8000-0000000000aa'
const OTHER_ORG = '00000000-0000-4000-8000-0000000000bb'

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

interface Person {
  readonly id: string
  readonly name: string | null
}

const USERS: readonly Person[] = [
  { id: id(9001), name: 'Ada Byron' },
  { id: id(9002), name: 'Grace Hopper' },
  { id: id(9003), name: null },
]
export const CALLER = USERS[0]!.id
const CONTACTS: readonly Person[] = [
  { id: id(9101), name: 'Meyer' },
  { id: id(9102), name: 'zuse' },
]

export interface SampleParty {
  readonly id: string
  readonly mask: number
  readonly address: string | null
  readonly userId: string | null
  readonly userName: string | null
}

export interface Sample {
  readonly id: string
  readonly subject: string | null
  readonly sender: string | null
  readonly directioncode: boolean
  readonly statuscode: number
  readonly attachmentcount: number | null
  readonly senton: string | null
  readonly createdon: string
  readonly owner: Person | null
  readonly contact: Person | null
  readonly parties: readonly SampleParty[]
}

const ms = (shift: number): string => new Date(Date.parse(NOW) + shift).toISOString()
const midnight = `${NOW.slice(0, 10)}T00:00:00.000Z`

/** Instants around every border a function of dates may draw. */
const INSTANTS: readonly string[] = [
  NOW,
  ...[-1, 1, -3_600_000, 3_600_000, -7_200_001, 59_000, -60_000, -300_001].map(ms),
  midnight,
  ...[-8, -7, -6, -5, -2, -1, 1, 2, 5, 7, 8, 14].flatMap((n) => [
    addDays(midnight, n),
    addDays(NOW, n),
    addDays(`${NOW.slice(0, 10)}T23:59:59.999Z`, n),
  ]),
  ...[-60, -24, -13, -12, -5, -2, -1, 1, 2, 5, 12, 24].map((n) => monthsLater(NOW, n)),
  ...['2025-12-31T23:59:59.999Z', '2026-01-01T00:00:00.000Z', '2026-02-28T00:00:00.000Z'],
  ...['2026-04-01T00:00:00.000Z', '2026-04-30T23:59:59.999Z', '2027-01-01T00:00:00.000Z'],
]

const SUBJECTS = [
  '',
  'Offer',
  'OFFER 2',
  'offer 10',
  "O'Hara",
  '100%',
  'a_b',
  'Zebra',
  '注文',
  'Ärger',
]

const arbSample = fc.record({
  subject: fc.option(fc.constantFrom(...SUBJECTS), { freq: 6 }),
  sender: fc.option(fc.constantFrom(...SUBJECTS), { freq: 4 }),
  directioncode: fc.boolean(),
  statuscode: fc.constantFrom(1, 3, 4),
  attachmentcount: fc.option(fc.nat(5), { freq: 4 }),
  senton: fc.option(fc.constantFrom(...INSTANTS), { freq: 10 }),
  createdon: fc.constantFrom(...INSTANTS),
  owner: fc.option(fc.constantFrom(...USERS), { freq: 4 }),
  contact: fc.option(fc.constantFrom(...CONTACTS), { freq: 2 }),
  parties: fc.array(
    fc.record({
      mask: fc.constantFrom(1, 2, 3),
      address: fc.option(fc.constantFrom('ada@contoso.example', 'grace@contoso.example')),
      user: fc.option(fc.constantFrom(...USERS)),
    }),
    { maxLength: 4 },
  ),
})

/** The same rows in every run: a failing condition is found again. */
export const samples: readonly Sample[] = fc
  .sample(arbSample, { numRuns: 150, seed: 20260331 })
  .map((row, n) => ({
    ...row,
    id: id(n),
    parties: row.parties.map(({ mask, address, user }, p) => ({
      id: id(10_000 + n * 10 + p),
      mask,
      address,
      userId: user?.id ?? null,
      userName: user?.name ?? null,
    })),
  }))

/** Puts them into an organization, and the same once more into another that must never be seen. */
export async function storeSamples(database: Database): Promise<void> {
  for (const organization of [ORG, OTHER_ORG]) {
    await insert(
      database,
      'systemuser',
      organization,
      USERS.map(({ id: systemuserid, name }) => ({ systemuserid, fullname: name })),
    )
    await insert(
      database,
      'contact',
      organization,
      CONTACTS.map(({ id: contactid, name }) => ({ contactid, lastname: name })),
    )
    await insert(database, 'email', organization, samples.map(emailRow))
    await insert(database, 'activityparty', organization, samples.flatMap(partyRows))
  }
}

function emailRow(row: Sample): Record<string, unknown> {
  const { id: activityid, owner, contact, parties: _, ...columns } = row
  return {
    ...columns,
    activityid,
    activitytypecode: 'email',
    ownerid: owner?.id ?? null,
    owneridtype: owner === null ? null : 'systemuser',
    owninguser: owner?.id ?? null,
    regardingobjectid: contact?.id ?? null,
    regardingobjectidtype: contact === null ? null : 'contact',
  }
}

const partyRows = (row: Sample): Record<string, unknown>[] =>
  row.parties.map((party) => ({
    activitypartyid: party.id,
    activityid: row.id,
    partyid: party.userId,
    partyidtype: party.userId === null ? null : 'systemuser',
    addressused: party.address,
    participationtypemask: party.mask,
  }))

async function insert(
  database: Database,
  table: string,
  organizationid: string,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const whole = rows.map((row) => ({ createdon: NOW, modifiedon: NOW, ...row, organizationid }))
  const names = [...new Set(whole.flatMap((row) => Object.keys(row)))].join(', ')
  await database.query(
    `insert into crm.${table} (${names})
     select ${names} from jsonb_populate_recordset(null::crm.${table}, $1::jsonb)`,
    [JSON.stringify(whole)],
  )
}
