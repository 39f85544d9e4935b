import { setTimeout as pause } from 'node:timers/promises'
import type { Graph, WebApi } from './clients.ts'
import { isClean, judge, type Seen, type Verdict } from './judge.ts'
import { MARK, type Mailbox, type Person } from './person.ts'

const LOOK_MS = 1_500
/** A double shows a cycle later; against the sandbox a cycle comes every second or two. */
const CLEAN_LOOKS = 2

export interface Auditor {
  /**
   * Looks until all is as it should be, twice in a row, or the time is over.
   * @throws Error when Graph or the Web API can't be read to the end of the time
   */
  settle(): Promise<{ readonly verdict: Verdict; readonly ms: number }>
}

/**
 * Reads only Graph and the Web API. Both are read whole: neither what the person remembers nor what
 * a client was answered counts, because a killed sandbox may have forgotten the last 100 ms, and a
 * request whose answer was cut off may have been carried out.
 */
export function createAuditor(
  { graph, webApi, person }: { graph: Graph; webApi: WebApi; person: Person },
  mailboxes: readonly Mailbox[],
  prefix: string,
  patienceMs: number,
): Auditor {
  const ours = (name: unknown): name is string =>
    typeof name === 'string' && name.startsWith(`${prefix} `)

  async function itemsOf({ address }: Mailbox) {
    const home = `/users/${address}`
    const lists = await graph.list(`${home}/todo/lists`)
    const found = await Promise.all([
      graph.list(`${home}/messages?$select=subject,categories&$top=500`),
      graph.list(`${home}/events?$select=subject,categories&$top=500`),
      ...lists.map(({ id }) => graph.list(`${home}/todo/lists/${id}/tasks?$top=500`)),
    ])
    return found
      .flat()
      .map(({ subject, title, categories }) => ({
        subject: subject ?? title,
        isMarked: categories.includes(MARK),
      }))
      .filter(({ subject }) => ours(subject))
  }

  async function look(): Promise<Seen> {
    const items = (await Promise.all(mailboxes.map(itemsOf))).flat()
    const activities = await webApi.list(
      `activitypointers?$select=activityid,subject&$filter=startswith(subject,'${prefix} ')`,
    )
    const mappings = await webApi.list('exchangesyncidmappings?$select=objectid,isunlinkedincrm')
    return {
      items,
      activities: activities.map(({ activityid, subject }) => ({
        activityId: activityid,
        subject,
      })),
      mappings: mappings.map(({ objectid, isunlinkedincrm }) => ({
        activityId: objectid,
        isUnlinked: isunlinkedincrm,
      })),
      everMarked: person.everMarked,
    }
  }

  return {
    settle: async () => {
      const begun = performance.now()
      let failure: unknown = null
      let verdict: Verdict | null = null
      let cleanLooks = 0
      while (true) {
        const ms = performance.now() - begun
        try {
          verdict = judge(await look())
          cleanLooks = isClean(verdict) ? cleanLooks + 1 : 0
        } catch (error) {
          failure = error
          verdict = null
          cleanLooks = 0
        }
        if (verdict !== null && cleanLooks >= CLEAN_LOOKS) return { verdict, ms }
        if (ms > patienceMs) {
          if (verdict === null) throw failure
          return { verdict, ms }
        }
        await pause(LOOK_MS)
      }
    },
  }
}
