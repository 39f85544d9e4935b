import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Order, Reply } from './sandbox-protocol.ts'

export interface SandboxProcess {
  /** `http://127.0.0.1:port` */
  readonly url: string
  /** @returns what the sandbox has spent of the processor so far, in ms */
  order(order: Order): Promise<number>
  stop(): Promise<void>
}

/** @throws Error when the process ends before it listens, or an order fails */
export async function startSandbox(): Promise<SandboxProcess> {
  const child = fork(join(import.meta.dirname, 'sandbox-process.ts'), [], { serialization: 'json' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const reply = () =>
    new Promise<Reply>((resolve, reject) => {
      const gone = (code: number | null) => reject(new Error(`The sandbox ended (${code}).`))
      child.once('exit', gone)
      child.once('message', (message) => {
        child.off('exit', gone)
        resolve(message as Reply)
      })
    })
  const ready = await reply()
  if (ready.kind !== 'ready') throw new Error('The sandbox did not start.')
  return {
    url: ready.url,
    order: async (order) => {
      const answered = reply()
      child.send(order)
      const answer = await answered
      if (answer.kind === 'failed') throw new Error(`The sandbox failed: ${answer.message}`)
      return answer.kind === 'done' ? answer.cpuMs : 0
    },
    stop: async () => {
      child.disconnect()
      await ended
    },
  }
}
