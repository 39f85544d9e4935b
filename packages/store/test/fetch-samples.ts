import { TABLES } from '@trackmark/dataverse'
import fc from 'fast-check'
import type { Database } from '../src/database/database.ts'
import { rowsJson } from '../src/database/values.ts'
import { EVERYTHING } from '../src/index.ts'
import {
  columnsIn,
  defaultsOf,
  definitions,
  fittedRow,
  quoted,
  shapeOf,
} from '../src/statements/table-shape.ts'

export const ORG = '00000000-0000-4000-8000-0000000000aa'
export const OTHER_ORG = '00000000-0000-4000-8000-0000000000bb'
export const CONTEXT = {
  now: Date.UTC(2026, 2, 31, 13, 45),
  userId: '00000000-0000-4000-8000-000000009001',
  businessUnitId: null,
  reach: EVERYTHING,
}

export const tables: readonly string[] = TABLES.map((table) => table.logicalName)

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

export const USERS = ['Ada Byron', 'grace Hopper', 'Zuse'].map((fullname, n) => ({
  systemuserid: id(9001 + n),
  fullname,
  internalemailaddress: `u${n}@contoso.example`,
}))

const SUBJECTS = [
  null,
  '',
  'Offer',
  'OFFER',
  'offer 10',
  '100% wool',
  'a_b',
  'axb',
  'Ärger',
  'ärger',
  '注文',
]
const ADDRESSES = [null, 'ann@customer.example', 'ANN@customer.example', 'offer', 'bob@x.example']
const DAY = 86_400_000

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!

export const EMAILS = Array.from({ length: 60 }, (_, n) => ({
  activityid: id(n),
  activitytypecode: 'email',
  subject: pick(SUBJECTS, n * 7),
  sender: pick(ADDRESSES, n * 3),
  directioncode: n % 2 === 0,
  statuscode: (n % 4) + 1,
  attachmentcount: n % 3 === 0 ? null : n % 8,
  senton: n % 5 === 0 ? null : new Date(CONTEXT.now - n * 2.5 * DAY).toISOString(),
  createdon: new Date(CONTEXT.now - n * 11.3 * DAY).toISOString(),
  ownerid: n % 4 === 3 ? null : pick(USERS, n).systemuserid,
}))

export const PARTIES = Array.from({ length: 70 }, (_, n) => ({
  activitypartyid: id(5000 + n),
  activityid: id((n * 13) % 45),
  participationtypemask: (n % 3) + 1,
  addressused: pick(ADDRESSES, n),
  partyid: n % 2 === 0 ? pick(USERS, n).systemuserid : null,
}))

type Email = (typeof EMAILS)[number]
type Party = (typeof PARTIES)[number]

/** Another organization has rows of the same ids. */
export async function insertFetchSamples(database: Database): Promise<void> {
  for (const organization of [ORG, OTHER_ORG]) {
    const isOwn = organization === ORG
    const parties = isOwn
      ? PARTIES
      : EMAILS.map((row, n) => ({
          ...PARTIES[0],
          activitypartyid: id(7000 + n),
          activityid: row.activityid,
          addressused: 'other@organization.example',
        }))
    await insert(database, organization, 'systemuser', USERS)
    await insert(database, organization, 'email', EMAILS.map(owned))
    await insert(database, organization, 'activityparty', parties.map(typed))
  }
}

async function insert(
  database: Database,
  organization: string,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const shape = shapeOf(table)
  const at = new Date(CONTEXT.now).toISOString()
  const defaults = defaultsOf(shape)
  const records = rows.map((row) =>
    fittedRow(shape, { ...defaults, createdon: at, modifiedon: at, ...row }),
  )
  const columns = columnsIn(shape, records)
  const names = columns.map(quoted).join(', ')
  await database.query(
    `insert into crm.${table} (organizationid, ${names})
     select $1, ${names} from json_to_recordset($2::json) as r(${definitions(shape, columns)})`,
    [organization, rowsJson(records)],
  )
}

const owned = (row: Email) => ({
  ...row,
  owneridtype: row.ownerid === null ? null : 'systemuser',
  owninguser: row.ownerid,
})

const typed = (row: Partial<Party>) => ({
  ...row,
  partyidtype: row.partyid == null ? null : 'systemuser',
})

interface Condition<R> {
  readonly xml: string
  readonly holds: (row: R) => boolean
}

const xmlText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const like = (pattern: string): RegExp =>
  new RegExp(
    `^${[...pattern.toLowerCase()]
      .map((c) => (c === '%' ? '.*' : c === '_' ? '.' : c.replace(/[.*+?^${}()|[\]\\]/, '\\$&')))
      .join('')}$`,
    'su',
  )

const between = (low: number, high: number, value: number | null): boolean =>
  value !== null && value >= low && value <= high

type Simple = string | number | boolean | null

function compared(operator: string, left: Simple, right: Simple): boolean {
  if (operator === 'ne') return left !== right
  if (left === null || right === null) return operator === 'eq' && left === right
  const order = left === right ? 0 : left < right ? -1 : 1
  return { eq: order === 0, gt: order > 0, ge: order >= 0, lt: order < 0, le: order <= 0 }[
    operator
  ]!
}

const fold = (value: string | null): string | null => value?.toLowerCase() ?? null
const operators = fc.constantFrom('eq', 'ne', 'gt', 'ge', 'lt', 'le')
const text = fc.constantFrom('offer', 'Ärger', 'a_b', '100% WOOL', 'zz', '')
const patterns = fc.constantFrom(
  'o%',
  '%r',
  '%10%',
  'a_b',
  'a[_]b',
  '_f%r',
  '%',
  '',
  '100[%] %',
  'Ä%',
  '__',
)

/** A condition's attributes after `attribute=` and `operator=`, for a text column. */
function textCondition<R>(
  name: string,
  value: (row: R) => string | null,
  scope: string,
): fc.Arbitrary<Condition<R>> {
  const attribute = (operator: string) => `${scope} attribute="${name}" operator="${operator}"`
  const simple = (
    operator: string,
    wanted: string,
    holds: (found: string) => boolean,
    negated = false,
  ) => ({
    xml: `<condition ${attribute(operator)} value="${xmlText(wanted)}"/>`,
    holds: (row: R) => {
      const found = fold(value(row))
      return (found !== null && holds(found)) !== negated
    },
  })
  return fc.oneof(
    fc.tuple(operators, text).map(([operator, wanted]) => ({
      xml: `<condition ${attribute(operator)} value="${xmlText(wanted)}"/>`,
      holds: (row: R) => compared(operator, fold(value(row)), wanted.toLowerCase()),
    })),
    fc.tuple(fc.boolean(), patterns).map(([negated, pattern]) => {
      const expression = like(pattern.replace('[_]', '\u0001').replace('[%]', '\u0002'))
      const plain = (found: string) =>
        expression.test(
          found
            .replaceAll(/_/g, (c) => (pattern.includes('[_]') ? '\u0001' : c))
            .replaceAll(/%/g, (c) => (pattern.includes('[%]') ? '\u0002' : c)),
        )
      return simple(negated ? 'not-like' : 'like', pattern, plain, negated)
    }),
    fc
      .tuple(fc.boolean(), text)
      .map(([negated, wanted]) =>
        simple(
          negated ? 'not-begin-with' : 'begins-with',
          wanted,
          (found) => found.startsWith(wanted.toLowerCase()),
          negated,
        ),
      ),
    fc
      .tuple(fc.boolean(), text)
      .map(([negated, wanted]) =>
        simple(
          negated ? 'not-end-with' : 'ends-with',
          wanted,
          (found) => found.endsWith(wanted.toLowerCase()),
          negated,
        ),
      ),
    fc.boolean().map((isNull) => ({
      xml: `<condition ${attribute(isNull ? 'null' : 'not-null')}/>`,
      holds: (row: R) => (value(row) === null) === isNull,
    })),
  )
}

const numberCondition: fc.Arbitrary<Condition<Email>> = fc.oneof(
  fc.tuple(operators, fc.integer({ min: 0, max: 8 })).map(([operator, wanted]) => ({
    xml: `<condition attribute="attachmentcount" operator="${operator}" value="${wanted}"/>`,
    holds: (row: Email) => compared(operator, row.attachmentcount, wanted),
  })),
  fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 8 }), fc.nat(4)).map(([negated, low, more]) => ({
    xml: `<condition attribute="attachmentcount" operator="${negated ? 'not-between' : 'between'}"><value>${low}</value><value>${low + more}</value></condition>`,
    holds: (row: Email) => between(low, low + more, row.attachmentcount) !== negated,
  })),
  fc
    .tuple(fc.boolean(), fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 }))
    .map(([negated, codes]) => ({
      xml: `<condition attribute="statuscode" operator="${negated ? 'not-in' : 'in'}">${codes.map((code) => `<value>${code}</value>`).join('')}</condition>`,
      holds: (row: Email) => codes.includes(row.statuscode) !== negated,
    })),
)

const dayOf = (at: number): number => Math.floor(at / DAY)

const dateCondition: fc.Arbitrary<Condition<Email>> = fc.oneof(
  fc
    .tuple(fc.constantFrom('on', 'on-or-after', 'on-or-before'), fc.nat(59))
    .map(([operator, n]) => {
      const day = dayOf(CONTEXT.now - n * 2.5 * DAY)
      return {
        xml: `<condition attribute="senton" operator="${operator}" value="${new Date(day * DAY).toISOString().slice(0, 10)}"/>`,
        holds: (row: Email) => {
          if (row.senton === null) return false
          const found = dayOf(Date.parse(row.senton))
          return operator === 'on'
            ? found === day
            : operator === 'on-or-after'
              ? found >= day
              : found <= day
        },
      }
    }),
  fc.constantFrom('this-year', 'last-year').map((operator) => ({
    xml: `<condition attribute="createdon" operator="${operator}"/>`,
    holds: (row: Email) =>
      new Date(row.createdon).getUTCFullYear() === (operator === 'this-year' ? 2026 : 2025),
  })),
)

const otherCondition: fc.Arbitrary<Condition<Email>> = fc.oneof(
  fc.boolean().map((negated) => ({
    xml: `<condition attribute="ownerid" operator="${negated ? 'ne' : 'eq'}-userid"/>`,
    holds: (row: Email) => (row.ownerid === CONTEXT.userId) !== negated,
  })),
  operators.map((operator) => ({
    xml: `<condition attribute="subject" operator="${operator}" valueof="sender"/>`,
    holds: (row: Email) => compared(operator, fold(row.subject), fold(row.sender)),
  })),
)

const partyCondition = (scope: string): fc.Arbitrary<Condition<Party>> =>
  fc.oneof(
    textCondition<Party>('addressused', (row) => row.addressused, scope),
    fc.integer({ min: 1, max: 3 }).map((mask) => ({
      xml: `<condition ${scope} attribute="participationtypemask" operator="eq" value="${mask}"/>`,
      holds: (row: Party) => row.participationtypemask === mask,
    })),
  )

function filterOf<R>(item: fc.Arbitrary<Condition<R>>, depth: number): fc.Arbitrary<Condition<R>> {
  const inner =
    depth === 0
      ? item
      : fc.oneof(
          { weight: 3, arbitrary: item },
          { weight: 1, arbitrary: filterOf(item, depth - 1) },
        )
  return fc
    .tuple(fc.constantFrom('and', 'or'), fc.array(inner, { minLength: 1, maxLength: 3 }))
    .map(([type, items]) => ({
      xml: `<filter type="${type}">${items.map(({ xml }) => xml).join('')}</filter>`,
      holds: (row: R) =>
        type === 'and'
          ? items.every(({ holds }) => holds(row))
          : items.some(({ holds }) => holds(row)),
    }))
}

const partiesOf = (email: Email): readonly Party[] =>
  PARTIES.filter((party) => party.activityid === email.activityid)

const JOIN = 'name="activityparty" from="activityid" to="activityid"'

const relatedCondition: fc.Arbitrary<Condition<Email>> = fc
  .tuple(fc.constantFrom('any', 'not any', 'all', 'not all'), filterOf(partyCondition(''), 1))
  .map(([type, filter]) => ({
    xml: `<link-entity ${JOIN} link-type="${type}">${filter.xml}</link-entity>`,
    holds: (row: Email) => {
      const parties = partiesOf(row)
      const some = parties.some(filter.holds)
      if (type === 'all') return parties.length > 0 && !some
      return type === 'not any' ? !some : some
    },
  }))

const emailCondition: fc.Arbitrary<Condition<Email>> = fc.oneof(
  textCondition<Email>('subject', (row) => row.subject, ''),
  numberCondition,
  dateCondition,
  otherCondition,
  relatedCondition,
)

interface Order {
  readonly xml: string
  readonly value: (email: Email, party: Party | null) => Simple
  readonly descending: boolean
}

export interface FetchSample {
  readonly xml: string
  readonly kind: 'none' | 'inner' | 'outer' | 'exists' | 'in' | 'matchfirstrowusingcrossapply'
  readonly own: Condition<Email>
  readonly linked: Condition<Party>
  /** Of the linked row, after an outer join; true where there is none asked for. */
  readonly after: Condition<Party | null>
  readonly orders: readonly Order[]
}

const arbOrder: fc.Arbitrary<Order> = fc
  .tuple(fc.constantFrom('subject', 'attachmentcount', 'senton', 'p.addressused'), fc.boolean())
  .map(([name, descending]) => {
    const [column, entity] = name.startsWith('p.') ? [name.slice(2), 'entityname="p"'] : [name, '']
    return {
      xml: `<order ${entity} attribute="${column}" descending="${descending}"/>`,
      value: (email: Email, party: Party | null): Simple => {
        if (name === 'p.addressused') return fold(party?.addressused ?? null)
        if (name === 'subject') return fold(email.subject)
        return name === 'senton' ? email.senton : email.attachmentcount
      },
      descending,
    }
  })

const NO_CONDITION = { xml: '', holds: () => true }

const isJoined = (kind: FetchSample['kind']): boolean =>
  kind === 'inner' || kind === 'outer' || kind === 'matchfirstrowusingcrossapply'

export const arbFetch: fc.Arbitrary<FetchSample> = fc
  .record({
    kind: fc.constantFrom('none', 'inner', 'outer', 'exists', 'in', 'matchfirstrowusingcrossapply'),
    own: fc.oneof(fc.constant(NO_CONDITION), filterOf(emailCondition, 2)),
    linked: fc.oneof(fc.constant(NO_CONDITION), filterOf(partyCondition(''), 1)),
    isAfter: fc.boolean(),
    missing: fc.boolean(),
    orders: fc.uniqueArray(arbOrder, {
      maxLength: 3,
      selector: (order) => order.xml.replace(/descending.*/, ''),
    }),
  })
  .map(({ kind, own, linked, isAfter, missing, orders }) => {
    const joined = isJoined(kind as FetchSample['kind'])
    const used = orders.filter((order) => joined || !order.xml.includes('entityname'))
    const after: Condition<Party | null> =
      isAfter && joined
        ? {
            xml: `<filter><condition entityname="p" attribute="activitypartyid" operator="${missing ? 'null' : 'not-null'}"/></filter>`,
            holds: (party) => (party === null) === missing,
          }
        : NO_CONDITION
    const link =
      kind === 'none'
        ? ''
        : `<link-entity ${JOIN} alias="p" link-type="${kind}">${joined ? '<attribute name="activitypartyid"/>' : ''}${linked.xml}</link-entity>`
    const inner = `<attribute name="activityid"/>${used.map(({ xml }) => xml).join('')}${own.xml}${after.xml}${link}`
    const xml = `<fetch><entity name="email">${inner}</entity></fetch>`
    return { xml, kind: kind as FetchSample['kind'], own, linked, after, orders: used }
  })

/** What the query of a sample has to answer: the ids of emails, with those of parties where joined. */
export function expectedPairs({ kind, own, linked, after, orders }: FetchSample): unknown[][] {
  const pairs = EMAILS.filter(own.holds).flatMap((email): [Email, Party | null][] => {
    if (kind === 'none') return [[email, null]]
    const parties = partiesOf(email).filter(linked.holds)
    if (kind === 'exists' || kind === 'in') return parties.length > 0 ? [[email, null]] : []
    if (kind === 'outer' && parties.length === 0) return [[email, null]]
    const wanted = kind === 'matchfirstrowusingcrossapply' ? parties.slice(0, 1) : parties
    return wanted.map((party) => [email, party])
  })
  return pairs
    .filter(([, party]) => after.holds(party))
    .sort((a, b) => comparePairs(orders, a, b))
    .map(([email, party]) => [
      email.activityid,
      ...(isJoined(kind) ? [party?.activitypartyid ?? null] : []),
    ])
}

function comparePairs(
  orders: readonly Order[],
  a: [Email, Party | null],
  b: [Email, Party | null],
): number {
  for (const { value, descending } of orders) {
    const order = compareSimple(value(...a), value(...b))
    if (order !== 0) return descending ? -order : order
  }
  return (
    compareSimple(a[0].activityid, b[0].activityid) ||
    compareSimple(a[1]?.activitypartyid ?? null, b[1]?.activitypartyid ?? null)
  )
}

function compareSimple(a: Simple, b: Simple): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? -1 : 1
  return a < b ? -1 : 1
}
