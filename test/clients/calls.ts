/** One thing a client was asked to do, and what came of it. */
export interface Call {
  readonly name: string
  /** Null = it worked; else the reason as the client told it. */
  readonly refused: string | null
}

export interface Run {
  /** Of the registry that `source` names. */
  readonly client: string
  readonly version: string
  readonly source: 'npm' | 'Debian'
  readonly license: string
  readonly calls: readonly Call[]
}

/** The service that a client is let loose on. */
export interface Service {
  readonly url: string
  readonly token: string
}

/** Does one thing after the other and writes down how each went. */
export function recorder() {
  const calls: Call[] = []
  return {
    calls,
    /** @returns what the work gave; null where it was refused */
    async attempt<T>(name: string, work: () => Promise<T> | T): Promise<T | null> {
      try {
        const value = await work()
        calls.push({ name, refused: null })
        return value
      } catch (error) {
        calls.push({ name, refused: reason(error) })
        return null
      }
    },
  }
}

/** @throws Error what was expected of an answer and isn't so: the call counts as refused */
export function expectThat(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise)
}

/** An error body of Graph at the end of a message, as @pnp/graph tells it. */
const BODY = /^.*::> \{"error":\{"code":"([^"]*)","message":"([^"]*)".*$/s
const TIMES = /\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(\.\d+)?Z?/g
const GUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi

/** The first sentence or two, without what differs from run to run. */
export function reason(error: unknown): string {
  const { message } = (typeof error === 'object' && error !== null ? error : {}) as {
    message?: unknown
  }
  const text = typeof message === 'string' ? message : String(error)
  return text
    .replace(BODY, '$1: $2')
    .replace(TIMES, '<time>')
    .replace(GUID, '<id>')
    .replace(/https?:\/\/(127\.0\.0\.1|localhost):\d+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200)
}
