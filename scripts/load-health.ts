import { setTimeout as pause } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'

// Asks for health from a thread of its own: that of the readers is busy with what they read.

const { url, until } = workerData as { readonly url: string; readonly until: number }
const looks: { readonly status: string; readonly ms: number }[] = []
while (Date.now() < until) {
  const begun = performance.now()
  const status = await fetch(url, { signal: AbortSignal.timeout(20_000) }).then(
    async (answer) => {
      await answer.arrayBuffer()
      return String(answer.status)
    },
    (error: unknown) => (error as Error).name,
  )
  looks.push({ status, ms: performance.now() - begun })
  await pause(250)
}
parentPort!.postMessage(looks)
