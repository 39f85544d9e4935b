import { createSandbox, type Sandbox, type SwitchChanges } from '@trackmark/exchange-sandbox'
import type { Database } from '@trackmark/store'
import { idSequence, insertPeople, type Json, type Person, signIn } from '../support/world.ts'
import { createDice, type Dice } from './dice.ts'
import { Scheduler } from './scheduler.ts'

export const BASE = 'http://sandbox.test/v1.0'
export const START = Date.UTC(2026, 2, 2, 9)

/** What all of one run stands on: one seed, one clock, one mail server, one database. */
export interface Stage {
  readonly seed: number
  readonly dice: Dice
  readonly scheduler: Scheduler
  readonly database: Database
  readonly sandbox: Sandbox
  readonly organizationId: string
  readonly people: readonly Person[]
  readonly newId: () => string
  /** Milliseconds since 1970; only the simulation moves it. */
  now: number
  /** Calls let on so far: the time of everything that is compared afterwards. */
  step: number
  /** The last events, for the person who has to find out what happened. */
  readonly trace: string[]
  readonly seen: Map<string, number>
  /** Calls of the mail server as a person's mail program makes them; no fault ever hits them. */
  graph(method: string, path: string, body?: unknown): Promise<{ status: number; body: Json }>
  control(method: string, path: string, body?: unknown): Promise<number>
  rows(sql: string, ...parameters: unknown[]): Promise<Json[]>
}

/** A rule was broken: the run ends here. */
export class Violation extends Error {
  override readonly name = 'Violation'
}

/** Something worth counting came to pass: a fault hit, a rule was applied. */
export function sight(stage: Stage, what: string): void {
  stage.seen.set(what, (stage.seen.get(what) ?? 0) + 1)
}

export function tell(stage: Stage, event: string): void {
  stage.trace.push(`${stage.step} ${new Date(stage.now).toISOString().slice(5, 19)} ${event}`)
  if (stage.trace.length > 4000) stage.trace.splice(0, 2000)
}

export async function setStage(seed: number, database: Database): Promise<Stage> {
  const dice = createDice(seed)
  const make = dice.fork('stage')
  const newId = idSequence(`a${(seed % 0xfffffff).toString(16).padStart(7, '0')}`)
  const organizationId = newId()
  await purge(database, organizationId)
  const people = Array.from({ length: 1 + make.int(3) }, (_, n) => ({
    address: `person${n + 1}@contoso.example`,
    userId: newId(),
    mailboxId: newId(),
  }))
  const clock = { now: START }
  const sandbox = createSandbox({
    clock: () => clock.now,
    random: make.fork('sandbox').next,
    newId: idSequence('b0000000'),
    sleep: async () => {},
    fetch: async () => new Response(null, { status: 202 }),
    switches: drawSwitches(make),
    seed: {
      users: people.map(({ userId: id, address }) => ({
        id,
        displayName: address.split('@')[0]!,
        mail: address,
        userPrincipalName: address,
      })),
    },
  })
  await insertPeople(database, organizationId, people, newId, clock.now)
  const token = await personalToken(sandbox, clock)
  const stage: Stage = {
    seed,
    dice,
    scheduler: new Scheduler(),
    database,
    sandbox,
    organizationId,
    people,
    newId,
    get now() {
      return clock.now
    },
    set now(value: number) {
      clock.now = value
    },
    step: 0,
    trace: [],
    seen: new Map(),
    graph: async (method, path, body) => {
      const headers = {
        authorization: `Bearer ${await token()}`,
        prefer: 'IdType="ImmutableId"',
        'content-type': 'application/json',
      }
      const held = sandbox.core.faults
      sandbox.core.faults = []
      const response = await sandbox.fetch(
        new Request(`${BASE}${path}`, {
          method,
          headers,
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      )
      sandbox.core.faults = held
      const text = await response.text()
      return { status: response.status, body: text === '' ? null : (JSON.parse(text) as Json) }
    },
    control: async (method, path, body) => {
      const response = await sandbox.fetch(
        new Request(`http://sandbox.test/sandbox${path}`, {
          method,
          headers: { 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      )
      return response.status
    },
    rows: (sql, ...parameters) =>
      database.query<Json>(sql.replaceAll('$org', `'${organizationId}'::uuid`), parameters),
  }
  return stage
}

/** Signs in again before the token has run out. */
export async function personalToken(
  sandbox: Sandbox,
  clock: { readonly now: number },
): Promise<() => Promise<string>> {
  let held = { token: await signIn(sandbox), at: clock.now }
  return async () => {
    if (clock.now - held.at > 30 * 60_000) held = { token: await signIn(sandbox), at: clock.now }
    return held.token
  }
}

/** What Graph does where nobody has documented it: each run has its own reading. */
function drawSwitches(dice: Dice): Partial<SwitchChanges> {
  const coin = () => dice.chance(0.5)
  return {
    duplicateCategory: dice.pick([
      { status: 409, code: 'Conflict' },
      { status: 400, code: 'ErrorCategoryExists' },
      { status: 409, code: 'ErrorDuplicateName' },
    ]),
    newMailboxCategories: dice.pick(['outlook', 'empty']),
    renameRewritesItems: dice.chance(0.3),
    itemCategoryJoinsList: dice.chance(0.2),
    itemCategories: dice.pick(['keep', 'tidy']),
    ifMatchMismatch: dice.pick([
      { status: 412, code: 'ErrorIrresolvableConflict' },
      { status: 412, code: 'PreconditionFailed' },
      { status: 409, code: 'ErrorIrresolvableConflict' },
    ]),
    expiredDelta: dice.pick([
      { status: 410, code: 'SyncStateNotFound' },
      { status: 400, code: 'SyncStateInvalid' },
      { status: 410, code: 'ResyncRequired' },
    ]),
    deleteTo: dice.pick(['deleteditems', 'recoverableitemsdeletions']),
    removedReasonOnMove: dice.pick(['changed', 'deleted']),
    removedReasonOnDelete: dice.pick(['changed', 'deleted']),
    emptyDeltaPageFirst: dice.chance(0.3),
    occurrenceStubs: coin(),
    masterWithInstances: coin(),
    deletedOccurrence: dice.pick(['missing', 'removed']),
    removedOccurrencesOfSeries: coin(),
    outsideWindowRemoved: coin(),
    categoriesMakeException: coin(),
    exceptionsTakeMasterCategories: coin(),
    declineRemoves: coin(),
  }
}

/** Rows of one run never meet those of another, so one database serves them all. */
export async function purge(database: Database, organizationId: string): Promise<void> {
  const tables = await database.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema in ('crm', 'sync') and table_type = 'BASE TABLE' and exists (
       select 1 from information_schema.columns c
       where c.table_schema = tables.table_schema and c.table_name = tables.table_name
         and c.column_name = 'organizationid')`,
  )
  for (const { name } of tables) {
    await database.query(`delete from ${name} where organizationid = $1`, [organizationId])
  }
}
