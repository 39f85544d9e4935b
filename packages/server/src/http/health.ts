import type { Database } from '@trackmark/store'
import { TRACKMARK_VERSION } from '../version.ts'

const PATIENCE_MS = 2_000

const body = (status: string, more: Record<string, unknown>) => ({
  status,
  product: 'trackmark',
  version: TRACKMARK_VERSION,
  ...more,
})

const unavailable = (status: string, reason: string, headers: Record<string, string> = {}) =>
  Response.json(body(status, { reason }), { status: 503, headers })

/** While the database is being opened. */
export const startingAnswer = (): Response =>
  unavailable('starting', 'The server is starting.', { 'Retry-After': '1' })

/** Whether the server can do its work: it can when its database answers. */
export async function healthAnswer(database: Database, worker: 'on' | 'off'): Promise<Response> {
  const answered = await Promise.race([
    database.query('select 1 as one').then(
      () => true,
      () => false,
    ),
    new Promise<false>((resolve) => {
      setTimeout(() => resolve(false), PATIENCE_MS).unref()
    }),
  ])
  if (!answered) return unavailable('failing', 'The database does not answer.')
  return Response.json(body('ok', { checks: { database: 'ok', worker } }))
}
