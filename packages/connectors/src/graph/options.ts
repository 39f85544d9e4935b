import type { Instant } from '@trackmark/core'

/**
 * Source of bearer tokens for one application in one tenant. Implementations keep them out of
 * every log.
 */
export interface TokenSource {
  /**
   * @param refused token that the server just refused although it seemed valid; it isn't returned
   *   again
   * @throws SyncError of scope `mailbox`: `refused` if sign-in is refused, `retry` or `outage` if
   *   it fails for a temporary reason
   */
  token(refused?: string): Promise<string>
}

/** A request after its answer, without ids of items and without content. */
export interface RequestReport {
  readonly method: string
  /** Path with `{}` in place of every id. */
  readonly pathTemplate: string
  /** 0 if no answer came. */
  readonly status: number
  readonly mailbox: string
  readonly durationMs: number
  /** Whether it was a part of a `$batch`; the batch has a report of its own. */
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
  /** Called when the server asked to wait. @param waitMs 0 if it didn't say how long */
  readonly onThrottled?: (waitMs: number) => void
  readonly limits?: Partial<GraphLimits>
}

export interface GraphLimits {
  /** Outlook's MailboxConcurrency: 4 per application and mailbox. */
  readonly concurrencyPerMailbox: number
  readonly requestTimeoutMs: number
  /**
   * Maximum tries of a request that fails for temporary reasons; tries that end with Retry-After
   * don't count.
   */
  readonly triesMax: number
  /** Maximum sum of waits inside one call; a longer Retry-After is passed on to the caller. */
  readonly waitMsMax: number
  readonly messagesPerPage: number
  /** Events and tasks come with their bodies, so their pages are shorter. */
  readonly wholeItemsPerPage: number
  /** Number of wanted marked messages of one folder from which a list is used. */
  readonly listedFrom: number
  /** Maximum announced bytes of the attachments read in one batch. */
  readonly attachmentBytesPerTrip: number
  /** Maximum bytes of one answer; contents of attachments may have more. */
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
