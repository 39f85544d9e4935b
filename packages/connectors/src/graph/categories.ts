import { categoryExists, type MasterCategory, SyncError, sameName } from '@trackmark/core'
import { malformed, NoAnswerError, noAnswer, syncErrorOf } from './errors.ts'
import { collect } from './pages.ts'
import { nextTry } from './retry-policy.ts'
import { type Route, route } from './route.ts'
import { categorySchema } from './schemas.ts'
import { type Answer, type Ask, isFailure, type Wire } from './wire.ts'

const LIST = 'the category list'

function listRoute(wire: Wire): Route {
  return route`/users/${wire.mailbox}/outlook/masterCategories`
}

/**
 * Reads the whole list: the server ignores `$filter`, and has neither delta nor notifications for
 * it.
 */
export async function listCategories(wire: Wire): Promise<readonly MasterCategory[]> {
  const ask: Ask = { method: 'GET', to: listRoute(wire), subject: LIST, level: 'categories' }
  const { body } = await wire.ask(ask)
  const { entries } = await collect(wire, ask, body)
  return entries.flatMap((entry) => parseCategory(entry) ?? [])
}

/** Null if the entry is unusable for lack of a name or an id; the others are still used. */
function parseCategory(body: unknown): MasterCategory | null {
  const parsed = categorySchema.safeParse(body)
  if (!parsed.success || parsed.data.displayName.trim() === '') return null
  const { id, displayName, color } = parsed.data
  return { id, name: displayName, color: color?.toLowerCase() ?? 'none' }
}

/**
 * Creating must not simply be repeated: after a lost answer or a refusal the list is read and
 * searched for the name. The code for a second category of one name isn't documented, so the list
 * decides after any 400 or 409.
 */
export async function createCategory(
  wire: Wire,
  category: { name: string; color: string },
): Promise<MasterCategory> {
  const { sleep, random } = wire.context.options
  let failures = 0
  let waitedMs = 0
  for (;;) {
    const tried = await tryCreate(wire, category)
    if (tried.kind === 'created') return tried.category
    if (tried.kind === 'refused') throw tried.error
    failures += tried.retryAfterMs === null ? 1 : 0
    const state = { failures: Math.max(failures, 1), waitedMs }
    const next = nextTry(tried.retryAfterMs, state, wire.limits, random)
    if (next.kind === 'giveUp') throw tried.error
    waitedMs += next.ms
    await sleep(next.ms)
  }
}

type Tried =
  | { readonly kind: 'created'; readonly category: MasterCategory }
  | { readonly kind: 'refused'; readonly error: SyncError }
  /** Not created so far. `retryAfterMs` is the pause that the server asked for. */
  | { readonly kind: 'again'; readonly retryAfterMs: number | null; readonly error: SyncError }

async function tryCreate(wire: Wire, category: { name: string; color: string }): Promise<Tried> {
  const ask: Ask = {
    method: 'POST',
    to: listRoute(wire),
    body: { displayName: category.name, color: category.color },
    subject: LIST,
    level: 'categoryWrite',
  }
  const answer = await sent(wire, ask)
  if (answer instanceof SyncError) {
    const found = await findByName(wire, category.name)
    return found
      ? { kind: 'created', category: found }
      : { kind: 'again', retryAfterMs: null, error: answer }
  }
  if (!isFailure(answer)) {
    const made = parseCategory(answer.body) ?? (await findByName(wire, category.name))
    if (made !== undefined) return { kind: 'created', category: made }
    const error = malformed('categoryList', LIST, wire.mailbox, null)
    return { kind: 'refused', error }
  }

  const error = syncErrorOf(answer, ask, wire.mailbox)
  if (answer.status === 400 || answer.status === 409) {
    const found = await findByName(wire, category.name)
    return { kind: 'refused', error: found ? categoryExists({ cause: error }) : error }
  }
  if (answer.status === 429) return { kind: 'again', retryAfterMs: answer.retryAfterMs, error }
  if (answer.status < 500) return { kind: 'refused', error }
  if (answer.retryAfterMs !== null)
    return { kind: 'again', retryAfterMs: answer.retryAfterMs, error }
  // A gateway's 5xx doesn't say what the server behind it did.
  const found = await findByName(wire, category.name)
  return found ? { kind: 'created', category: found } : { kind: 'again', retryAfterMs: null, error }
}

async function sent(
  wire: Wire,
  ask: Ask,
): Promise<Answer | Exclude<Awaited<ReturnType<Wire['askOnce']>>, Answer> | SyncError> {
  try {
    return await wire.askOnce(ask)
  } catch (cause) {
    if (cause instanceof NoAnswerError) return noAnswer(ask.subject, wire.mailbox, cause)
    throw cause
  }
}

async function findByName(wire: Wire, name: string): Promise<MasterCategory | undefined> {
  const list = await listCategories(wire)
  return (
    list.find((category) => category.name === name) ??
    list.find((category) => sameName(category.name, name))
  )
}

export async function deleteCategory(wire: Wire, id: string): Promise<void> {
  const ask: Ask = {
    method: 'DELETE',
    to: route`/users/${wire.mailbox}/outlook/masterCategories/${id}`,
    subject: LIST,
    level: 'categoryWrite',
  }
  try {
    await wire.ask(ask)
  } catch (error) {
    if (!(error instanceof SyncError) || error.remedy !== 'gone') throw error
  }
}
