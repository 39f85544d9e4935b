import type { Instant } from '@trackmark/core'

/** Bearer tokens for one application in one tenant. Implementations keep them out of every log. */
export interface TokenSource {
  /**
   * @param refused a token the server just turned down although it seemed valid: not to be given again
   * @throws SyncError `stopMailbox` when sign-in is refused, `retryLater` when it can't be reached
   */
  token(refused?: string): Promise<string>
}

/** What is known of a request after it was answered; never an id of an item, never content. */
export interface RequestReport {
  readonly method: string
  /** Path with `{}` in place of every id. */
  readonly pathTemplate: string
  /** 0 = no answer came. */
  readonly status: number
  readonly mailbox: string
  readonly durationMs: number
  /** A part inside a `$batch`; the trip itself is reported apart. */
  readonly isPart: boolean
}

export type Fetch = (request: Request) => Promise<Response>

export interface GraphOptions {
  /** With version, without a slash at the end: `https://graph.microsoft.com/v1.0`. */
  readonly baseUrl: string
  readonly tokens: TokenSource
  readonly fetch: Fetch
  readonly clock: () => Instant
  readonly sleep: (ms: number) => Promise<void>
  /** In [0, 1), for jitter and request ids. */
  readonly random: () => number
  /** A signal that aborts after that time: `AbortSignal.timeout` outside of simulations. */
  readonly deadline: (ms: number) => AbortSignal
  readonly onRequest?: (report: RequestReport) => void
  /** The server asked to wait. @param waitMs 0 where it didn't say how long */
  readonly onThrottled?: (waitMs: number) => void
  readonly limits?: Partial<GraphLimits>
}

export interface GraphLimits {
  /** Outlook's MailboxConcurrency: 4 per application and mailbox. */
  readonly concurrencyPerMailbox: number
  readonly requestTimeoutMs: number
  /** Tries of one request that fails for reasons of the moment; waiting as told uses none up. */
  readonly triesMax: number
  /** Longest sum of waits inside one call; a longer Retry-After is passed on to the caller. */
  readonly waitMsMax: number
  readonly messagesPerPage: number
  /** Events and tasks come with their bodies, so their pages are shorter. */
  readonly wholeItemsPerPage: number
  /** Marked messages wanted of one folder from which on they are asked for by a list. */
  readonly listedFrom: number
  /** Announced bytes of attachments fetched in one trip. */
  readonly attachmentBytesPerTrip: number
  /** Of one answer, as it is read; contents of attachments may have more. */
  readonly answerBytesMax: number
}

export const defaultLimits: GraphLimits = {
  concurrencyPerMailbox: 4,
  requestTimeoutMs: 100_000,
  triesMax: 3,
  waitMsMax: 5_000,
  messagesPerPage: 1_000,
  wholeItemsPerPage: 200,
  listedFrom: 5,
  attachmentBytesPerTrip: 16 * 1024 * 1024,
  answerBytesMax: 32 * 1024 * 1024,
}
