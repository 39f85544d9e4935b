/**
 * How far a failure goes (CY8): everything beyond goes on. `categoryList` is the master category list
 * of the mailbox; `mailbox` is whatever would meet the next request of that mailbox as well.
 */
export type FailureScope = 'item' | 'folder' | 'categoryList' | 'mailbox'

/**
 * What helps against a failure, whatever protocol it came by:
 * - `retry`: asking again later
 * - `outage`: the same; no answer came that could be understood, which says nothing about what was asked
 * - `wait`: asking less; the server slows this client down
 * - `relist`: listing the folder from its start, since its cursor is no good any more
 * - `gone`: nothing; what was asked for isn't there
 * - `conflict`: reading again, since somebody else wrote first
 * - `refused`: nothing that Trackmark can do
 */
export type Remedy = 'retry' | 'outage' | 'wait' | 'relist' | 'gone' | 'conflict' | 'refused'

export interface SyncErrorOptions extends ErrorOptions {
  /** The server's own code, for people and alerts. */
  readonly serverCode?: string
  /** The server's answer in short, for people who look it up: `403 ErrorAccessDenied`. */
  readonly answer?: string
  /** As the server asked, in milliseconds; it binds whatever our own policy says. */
  readonly retryAfterMs?: number
}

/**
 * A failure an adapter understood. Control flow reads `scope`, `remedy` and `retryAfterMs`, nothing
 * else. Messages say what happened and to what, never mail content.
 */
export class SyncError extends Error {
  override readonly name: string = 'SyncError'
  readonly scope: FailureScope
  readonly remedy: Remedy
  readonly serverCode: string | null
  readonly answer: string | null
  readonly retryAfterMs: number | null

  constructor(
    scope: FailureScope,
    remedy: Remedy,
    message: string,
    options: SyncErrorOptions = {},
  ) {
    super(message, options)
    this.scope = scope
    this.remedy = remedy
    this.serverCode = options.serverCode ?? null
    this.answer = options.answer ?? null
    this.retryAfterMs = options.retryAfterMs ?? null
  }

  /** For people and alerts: the server's own code where it gave one. */
  get code(): string {
    return this.serverCode ?? this.name
  }

  /** The mailbox as a whole can't be synchronized until somebody changes something. */
  get isMailboxRefused(): boolean {
    return this.scope === 'mailbox' && this.remedy === 'refused'
  }

  /** It may pass by itself: asking again later may succeed. */
  get isPassing(): boolean {
    return this.remedy === 'retry' || this.remedy === 'outage' || this.remedy === 'wait'
  }
}

/** The list has a category of that name (CL11) already: the caller lists again (CL2). */
export const categoryExists = (options: SyncErrorOptions = {}): SyncError =>
  new SyncError('categoryList', 'conflict', 'The mailbox already has a category of that name.', {
    serverCode: 'CategoryExistsError',
    ...options,
  })

/** The item changed since it was read; nothing was written. */
export const itemChanged = (options: SyncErrorOptions = {}): SyncError =>
  new SyncError('item', 'conflict', 'The item changed since it was read; it will be read again.', {
    serverCode: 'PreconditionFailedError',
    ...options,
  })

/** The item isn't in the mailbox any more. */
export const itemGone = (options: SyncErrorOptions = {}): SyncError =>
  new SyncError('item', 'gone', 'The item is no longer in the mailbox.', {
    serverCode: 'ItemGoneError',
    ...options,
  })

/** Another worker owns the mailbox now, or its settings changed under the cycle: stop, write nothing. */
export class LeaseLostError extends SyncError {
  override readonly name = 'LeaseLostError'
  constructor(options: SyncErrorOptions = {}) {
    super(
      'mailbox',
      'retry',
      'The lease was lost or the settings changed; the cycle starts again.',
      options,
    )
  }
}

/** The database is out of reach or out of room: that says nothing about the mailbox. */
export class DatabaseAwayError extends SyncError {
  override readonly name = 'DatabaseAwayError'
  constructor(options: SyncErrorOptions = {}) {
    super('mailbox', 'retry', 'The database could not be reached, or has no room left.', options)
  }
}

/** The database refused the values of a page; its items are committed one by one (TR13). */
export class RefusedDataError extends SyncError {
  override readonly name = 'RefusedDataError'
  constructor(message: string, options: SyncErrorOptions = {}) {
    super('item', 'refused', message, options)
  }
}
