import { type SentRequest, sentByMailbox, type Traffic } from './http.ts'
import { type Batch, insertBatch } from './rows.ts'
import { eachOf, timed, type World } from './world.ts'

/**
 * The limit: the very requests the service sent, through the same HTTP client, their answers parsed
 * as JSON, and the very rows it wrote, 500 to a statement, with no decision, no transaction of
 * several statements and no look at what is there.
 * @returns seconds
 */
export async function replay(
  world: World,
  traffic: Traffic,
  batches: readonly Batch[],
): Promise<number> {
  const token = await world.tokens.token()
  const mailboxes = [...sentByMailbox(traffic).values()]
  const waiting = [...batches]
  let done = 0
  const insertDue = async () => {
    const left = Math.floor(batches.length * (1 - done / mailboxes.length))
    while (waiting.length > left) await insertBatch(world.db.plain, waiting.shift()!)
  }
  return timed(async () => {
    await eachOf(mailboxes, async (requests) => {
      for (const request of requests) await send(request, token)
      done += 1
      await insertDue()
    })
  })
}

async function send(sent: SentRequest, token: string): Promise<void> {
  const headers = new Headers({ authorization: `Bearer ${token}`, accept: 'application/json' })
  if (sent.prefer !== null) headers.set('prefer', sent.prefer)
  if (sent.ifMatch !== null) headers.set('if-match', sent.ifMatch)
  if (sent.body !== null) headers.set('content-type', 'application/json')
  const { method, url, body } = sent
  const response = await fetch(new Request(url, { method, headers, body }))
  if (!response.ok) throw new Error(`The bare loop was answered ${response.status} to ${method}.`)
  await response.json()
}

/** The list and the DELETE of what it shows, for every mailbox. @returns seconds */
export async function listAndDelete(world: World, name: string): Promise<number> {
  const token = await world.tokens.token()
  const authorization = `Bearer ${token}`
  return timed(() =>
    eachOf(world.people, async ({ address }) => {
      const list = `${world.sandbox.url}/v1.0/users/${address}/outlook/masterCategories`
      const headers = { authorization, accept: 'application/json' }
      const response = await fetch(new Request(list, { headers }))
      const { value } = (await response.json()) as { value: { id: string; displayName: string }[] }
      const found = value.find((category) => category.displayName === name)
      if (found === undefined) throw new Error('The bare loop found no category to delete.')
      const url = `${list}/${found.id}`
      const answer = await fetch(new Request(url, { method: 'DELETE', headers }))
      if (!answer.ok) throw new Error(`The bare loop was answered ${answer.status} to DELETE.`)
      await answer.text()
    }),
  )
}
