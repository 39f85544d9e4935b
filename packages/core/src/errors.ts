/** What the engine does next. */
export type Disposition = 'retryLater' | 'resyncFolder' | 'parkItem' | 'stopMailbox'

/**
 * How far the trouble goes (CY8): everything beyond goes on. `categories` is the category list of
 * the mailbox; `mailbox` is whatever would meet the next request of that mailbox as well.
 */
export type Reach = 'item' | 'folder' | 'categories' | 'mailbox'

export interface SyncErrorOptions extends ErrorOptions {
  /** Default: `item` where an item is to be parked, else `mailbox`. */
  readonly reach?: Reach
  /** The server's own code, for people and alerts. */
  readonly serverCode?: string
  readonly status?: number
  /** As the server asked, in milliseconds; it binds whatever our own policy says. */
  readonly retryAfterMs?: number
}

/** A failure an adapter understood. Messages say what happened and to what, never mail content. */
export class SyncError extends Error {
  override readonly name: string = 'SyncError'
  /** What decides, together with `reach`, what the engine does next. */
  readonly disposition: Disposition
  readonly reach: Reach
  readonly serverCode: string | null
  readonly status: number | null
  readonly retryAfterMs: number | null

  constructor(disposition: Disposition, message: string, options: SyncErrorOptions = {}) {
    super(message, options)
    this.disposition = disposition
    this.reach = options.reach ?? (disposition === 'parkItem' ? 'item' : 'mailbox')
    this.serverCode = options.serverCode ?? null
    this.status = options.status ?? null
    this.retryAfterMs = options.retryAfterMs ?? null
  }

  /** For people and alerts: the server's own code where it gave one. */
  get code(): string {
    return this.serverCode ?? this.name
  }
}

/** The list has a category of that name (CL11) already: the caller lists again (CL2). */
export class CategoryExistsError extends SyncError {
  override readonly name = 'CategoryExistsError'
  constructor(options: SyncErrorOptions = {}) {
    super('retryLater', 'The mailbox already has a category of that name.', {
      reach: 'categories',
      ...options,
    })
  }
}

/** The item changed since it was read; nothing was written. */
export class PreconditionFailedError extends SyncError {
  override readonly name = 'PreconditionFailedError'
  constructor(options: SyncErrorOptions = {}) {
    super('retryLater', 'The item changed since it was read; it will be read again.', {
      reach: 'item',
      ...options,
    })
  }
}

/** The item isn't in the mailbox any more. */
export class ItemGoneError extends SyncError {
  override readonly name = 'ItemGoneError'
  constructor(options: SyncErrorOptions = {}) {
    super('parkItem', 'The item is no longer in the mailbox.', options)
  }
}

/** Another worker owns the mailbox now, or its settings changed under the cycle: stop, write nothing. */
export class LeaseLostError extends SyncError {
  override readonly name = 'LeaseLostError'
  constructor(options: SyncErrorOptions = {}) {
    super(
      'retryLater',
      'The lease was lost or the settings changed; the cycle starts again.',
      options,
    )
  }
}

/** The database is out of reach or out of room: that says nothing about the mailbox. */
export class DatabaseAwayError extends SyncError {
  override readonly name = 'DatabaseAwayError'
  constructor(options: SyncErrorOptions = {}) {
    super('retryLater', 'The database could not be reached, or has no room left.', options)
  }
}

/** The database refused the values of a page; its items are committed one by one (TR13). */
export class RefusedDataError extends SyncError {
  override readonly name = 'RefusedDataError'
  constructor(message: string, options: SyncErrorOptions = {}) {
    super('parkItem', message, options)
  }
}
