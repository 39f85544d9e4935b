import { parentPort, workerData } from 'node:worker_threads'
import { openSession } from './pglite-session.ts'

// Answers each message. The message null asks it to close the database and end.

const port = parentPort!
const session = await openSession((workerData as { dataDir: string }).dataDir)

port.on('message', async (message: Uint8Array<ArrayBuffer> | null) => {
  if (message === null) {
    await session.close()
    port.close()
    return
  }
  const answer = await session.exchange(message)
  port.postMessage(answer, [answer.buffer])
})
port.postMessage(Uint8Array.of())
