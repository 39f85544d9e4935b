import {
  ALERT,
  alertsClosed,
  type CommitResult,
  type Effects,
  isWithoutEffect,
  joinEffects,
  type Link,
  type Parked,
  RefusedDataError,
  refusedLink,
} from '@trackmark/core'
import { parkAndCount } from './park.ts'
import type { Claimed } from './run.ts'

/**
 * Commits effects and counts what they did. If the database refuses a value, each activity is
 * committed by itself and the refused ones are parked, so that one item neither blocks its page
 * nor gets lost with it.
 */
export async function commit(run: Claimed, ...parts: readonly Partial<Effects>[]): Promise<void> {
  const effects = withoutOldAlerts(joinEffects(...parts))
  if (isWithoutEffect(effects)) return
  try {
    await commitOnce(run, effects)
  } catch (error) {
    const activities = effects.creates.length + effects.updates.length
    if (!(error instanceof RefusedDataError) || activities === 0) throw error
    await commitOneByOne(run, effects)
  }
}

async function commitOnce(run: Claimed, effects: Effects): Promise<void> {
  const result = await run.deps.store.commit(run.input.lease, effects, run.deps.clock())
  observe(run, effects, result)
}

async function commitOneByOne(run: Claimed, effects: Effects): Promise<void> {
  const refused: Parked[] = []
  const attempt = async (part: Partial<Effects>, link: Link) => {
    try {
      await commitOnce(run, joinEffects(part))
    } catch (error) {
      if (!(error instanceof RefusedDataError)) throw error
      refused.push(parkAndCount(run, link, error))
    }
  }
  for (const create of effects.creates) {
    await attempt({ creates: [create] }, refusedLink(create))
  }
  for (const update of effects.updates) await attempt({ updates: [update] }, update.link)

  const parked = new Set(refused.map(({ link }) => link.key))
  const links = effects.links.filter(({ key }) => !parked.has(key))
  const rest = joinEffects({ ...effects, creates: [], updates: [], links }, ...refused)
  await run.deps.store.commit(run.input.lease, rest, run.deps.clock())
}

function observe(run: Claimed, effects: Effects, result: CommitResult): void {
  run.happened({ kind: 'committed', effects, result, at: run.deps.clock() })
  const { created, joined } = result
  if (created + joined > 0) run.deps.observe?.({ kind: 'tracked', created, joined })
}

/** Also closes the alerts of items that need no further try. */
function withoutOldAlerts(effects: Effects): Effects {
  const over = effects.links.filter(
    ({ state, park }) => park === null && (state === 'ended' || state === 'noted'),
  )
  if (over.length === 0) return effects
  const codes = [ALERT.itemParked, ALERT.itemGivenUp]
  return joinEffects(effects, {
    closeAlerts: over.flatMap(({ key }) => alertsClosed(key, codes)),
  })
}
