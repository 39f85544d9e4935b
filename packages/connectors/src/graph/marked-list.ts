import { type ItemKey, type ItemRef, SyncError } from '@trackmark/core'
import { following, parsePage } from './pages.ts'
import { route, withQuery } from './route.ts'
import { idSchema } from './schemas.ts'
import { type Answer, type Ask, IMMUTABLE_IDS, type Wire } from './wire.ts'

/** The next page of a list is read while at least one in this many entries is wanted. */
const WORTHLESS = 4

/**
 * Reads messages with a category by one list per folder: one request instead of one for each
 * message, which is how Graph counts the parts of a batch. It is only a short cut. Messages that
 * it doesn't find (moved, no longer marked, behind too many others) are read by their ids, and so
 * are all if the list fails.
 * @param query properties to read of each message
 * @returns answers as if each message had been requested by its id
 * @throws SyncError of scope `mailbox`
 */
export async function listMarked(
  wire: Wire,
  refs: readonly ItemRef[],
  marked: string,
  query: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<ItemKey, Answer>> {
  const found = new Map<ItemKey, Answer>()
  const messages = refs.filter((ref) => ref.kind === 'message')
  for (const [folder, wanted] of Map.groupBy(messages, (ref) => ref.folder)) {
    if (wanted.length < wire.limits.listedFrom) continue
    const ask = listAsk(wire, folder, marked, { ...query, $top: pageSize(wire, wanted.length) })
    await follow(wire, ask, new Set(wanted.map(({ key }) => key)), found)
  }
  return found
}

function pageSize(wire: Wire, wanted: number): string {
  return String(Math.min(wire.limits.wholeItemsPerPage, wanted))
}

function listAsk(
  wire: Wire,
  folder: string,
  marked: string,
  query: Readonly<Record<string, string>>,
): Ask {
  const name = marked.replaceAll("'", "''")
  return {
    method: 'GET',
    to: withQuery(route`/users/${wire.mailbox}/mailFolders/${folder}/messages`, {
      $filter: `categories/any(c:c eq '${name}')`,
      ...query,
    }),
    headers: { Prefer: IMMUTABLE_IDS },
    subject: 'the marked messages of a folder',
    level: 'folder',
  }
}

/** Adds the pages of one list to `found`, as long as they contain enough wanted messages. */
async function follow(
  wire: Wire,
  first: Ask,
  wanted: Set<ItemKey>,
  found: Map<ItemKey, Answer>,
): Promise<void> {
  try {
    for (let ask: Ask | null = first; ask !== null; ) {
      const { status, body } = await wire.ask(ask)
      const page = parsePage(body, ask, wire)
      let hits = 0
      for (const entry of page.value) {
        const parsed = idSchema.safeParse(entry)
        if (!parsed.success || !wanted.delete(parsed.data.id)) continue
        found.set(parsed.data.id, { status, body: entry })
        hits += 1
      }
      const link = page['@odata.nextLink']
      const isWorthIt = wanted.size > 0 && hits * WORTHLESS >= page.value.length
      ask = link !== undefined && isWorthIt ? following(ask, link, wire) : null
    }
  } catch (error) {
    if (!(error instanceof SyncError) || error.isMailboxRefused) throw error
  }
}
