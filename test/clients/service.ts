import { type Listening, listen } from '@trackmark/server'
import { createTestApp, insertEmails, TOKEN } from '../../packages/server/test/support.ts'
import type { Service } from './calls.ts'

export interface RunningService extends Service {
  close(): Promise<void>
}

/** A Web API of its own, on a free port, with a dozen emails. */
export async function startService(): Promise<RunningService> {
  const server = await createTestApp()
  await insertEmails(
    server,
    Array.from({ length: 12 }, (_, n) => ({
      id: `30000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      subject: `Mail ${n + 10}`,
    })),
  )
  const listening: Listening = await listen({ host: '127.0.0.1', port: 0 }, async (request, peer) =>
    server.app.fetch(request, { peer }),
  )
  return {
    url: listening.url,
    token: TOKEN,
    close: async () => {
      await listening.close()
      await server.close()
    },
  }
}
