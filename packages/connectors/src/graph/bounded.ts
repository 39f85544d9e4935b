import { type Semaphore, semaphore } from '@trackmark/engine'

/** Answers up to this size need no permit; nearly all are smaller. */
const FREE_BYTES = 1024 * 1024
/** Number of larger answers that a process reads at a time. */
const LARGE_AT_ONCE = 4

/** Shared by all mailboxes of the process, of every server profile. */
const large = semaphore(LARGE_AT_ONCE)

/**
 * Reads the text of an answer; null if it has more bytes than allowed. A large answer waits for
 * one of a few permits. A mailbox has at most one of them, so that it doesn't keep others from
 * reading.
 * @param ofMailbox the mailbox's own permit for large answers
 * @param deadline ends the reading; the part that was read is dropped
 */
export async function boundedText(
  response: Response,
  bytesMax: number,
  ofMailbox: Semaphore,
  deadline: AbortSignal,
): Promise<string | null> {
  const announced = Number(response.headers.get('content-length') ?? 0)
  // Compressed answers announce less than they hold, so bytes are counted while reading.
  if (announced > bytesMax) {
    await response.body?.cancel()
    return null
  }
  const reader = response.body?.getReader()
  if (reader === undefined) return ''
  // An injected fetch may ignore the deadline, and a permit must not be held for ever.
  const giveUp = () => void reader.cancel().catch(() => {})
  deadline.addEventListener('abort', giveUp, { once: true })
  try {
    return await readText(reader, bytesMax, ofMailbox)
  } finally {
    // The deadline lives longer than the answer and would keep its bytes in memory until then.
    deadline.removeEventListener('abort', giveUp)
  }
}

async function readText(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  bytesMax: number,
  ofMailbox: Semaphore,
): Promise<string | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  /** @returns whether the answer ended */
  const readUntil = async (most: number): Promise<boolean> => {
    while (size <= most) {
      const { done, value } = await reader.read()
      if (done) return true
      chunks.push(value)
      size += value.byteLength
    }
    return false
  }
  const text = () => new TextDecoder().decode(joined(chunks, size))
  if (await readUntil(Math.min(FREE_BYTES, bytesMax))) return text()
  return ofMailbox.hold(1, () =>
    large.hold(1, async () => {
      if (await readUntil(bytesMax)) return text()
      await reader.cancel()
      return null
    }),
  )
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  if (chunks.length === 1) return chunks[0]!
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}
