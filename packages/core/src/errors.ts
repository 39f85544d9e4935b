/**
 * How far a failure reaches (CY8); whatever lies outside goes on. `categoryList` is the mailbox's
 * master category list. `mailbox` means that the next request to the mailbox would fail as well.
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
  /**
   * The pause that the server asked for, in milliseconds. It binds even if our own policy is
   * shorter.
   */
  readonly retryAfterMs?: number
}

/**
 * A failure that a connector or the store understood. Control flow reads only `scope`, `remedy`
 * and `retryAfterMs`. Messages say what failed and for what; they hold no mail content.
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

  /** Code for people and alerts. It is the server's own if the server gave one. */
  get code(): string {
    return this.serverCode ?? this.name
  }

  /** The whole mailbox can't be synchronized until somebody changes something. */
  get isMailboxRefused(): boolean {
    return this.scope === 'mailbox' && this.remedy === 'refused'
  }

  /** The failure may be temporary: asking again later may succeed. */
  get isPassing(): boolean {
    return this.remedy === 'retry' || this.remedy === 'outage' || this.remedy === 'wait'
  }
}

/** The list already has a category of that name (CL11). The caller lists again (CL2). */
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

/**
 * Another worker owns the mailbox now, or its settings changed during the cycle. The cycle has to
 * stop and write nothing.
 */
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

/** The database can't be reached or has no space left. That says nothing about the mailbox. */
export class DatabaseAwayError extends SyncError {
  override readonly name = 'DatabaseAwayError'
  constructor(options: SyncErrorOptions = {}) {
    super('mailbox', 'retry', 'The database could not be reached, or has no room left.', options)
  }
}

/**
 * The database refused a value of a page. The page's items are then committed one by one (TR13).
 */
export class RefusedDataError extends SyncError {
  override readonly name = 'RefusedDataError'
  constructor(message: string, options: SyncErrorOptions = {}) {
    super('item', 'refused', message, options)
  }
}
