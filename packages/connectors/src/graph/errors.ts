import {
  type FailureScope,
  itemChanged,
  itemGone,
  type Remedy,
  SyncError,
  type SyncErrorOptions,
} from '@trackmark/core'
import { z } from 'zod'
import { cappedWait, cutWaitNote } from './retry-policy.ts'

/** What a request was about. The same answer has a different meaning for each. */
export type Level =
  /** Lists and lookups without which the mailbox can't be synchronized at all. */
  | 'mailbox'
  /** Reading the master category list. A refusal says nothing about the mailbox (CL10). */
  | 'categories'
  /**
   * A write to the master category list. A refusal raises an alert, and the cycle goes on (CL10).
   */
  | 'categoryWrite'
  | 'folder'
  | 'item'

const isPassing = (remedy: Remedy): boolean =>
  remedy === 'retry' || remedy === 'outage' || remedy === 'wait'

/** HTTP status of the answer that caused a failure; null if there was none or it isn't known. */
export function statusOf({ cause }: SyncError): number | null {
  const status = (cause as Partial<WireFailure> | null | undefined)?.status
  return typeof status === 'number' ? status : null
}

/** The parts of a failed answer that decisions may use: never its message. */
export interface WireFailure {
  readonly status: number
  /** The outer code first, then the more specific ones of the inner errors. */
  readonly codes: readonly string[]
  /** At most an hour (CY21). */
  readonly retryAfterMs: number | null
  /** The pause that the server asked for, uncut. */
  readonly askedWaitMs?: number | null
  readonly requestId: string | null
}

/** Stands for an answer that was larger than allowed and wasn't read to its end. */
export const TOO_LARGE: WireFailure = {
  status: 0,
  codes: ['AnswerTooLarge'],
  retryAfterMs: null,
  requestId: null,
}

export const isTooLarge = ({ serverCode }: Pick<SyncError, 'serverCode'>): boolean =>
  serverCode === TOO_LARGE.codes[0]

/**
 * No answer came: the connection was refused, reset or timed out. Whether the server acted is
 * unknown.
 */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError'
}

interface Row {
  readonly status?: readonly number[]
  /** Compared without case, because servers spell the same code differently. */
  readonly codes?: readonly string[]
  readonly levels?: readonly Level[]
  readonly remedy: Remedy
}

const MAILBOX_CODES = [
  'MailboxNotEnabledForRESTAPI',
  'MailboxNotSupportedForRESTAPI',
  'ErrorInvalidUser',
  'ErrorNonExistentMailbox',
]

/**
 * The first row that matches decides. Sources: Microsoft Graph "errors", "delta-query-overview",
 * "throttling", "json-batching". The codes that no page lists were seen in production clients
 * (alcionai/corso, mguessan/davmail) and in issues of microsoftgraph/microsoft-graph-docs.
 */
export const failureTable: readonly Row[] = [
  { codes: TOO_LARGE.codes, levels: ['item', 'categoryWrite'], remedy: 'refused' },
  { codes: TOO_LARGE.codes, remedy: 'retry' },

  // An expired delta token is answered with 410, and sometimes with 400 or 404.
  {
    codes: ['SyncStateNotFound', 'SyncStateInvalid', 'ResyncRequired', 'ErrorSyncFolderNotFound'],
    levels: ['folder', 'mailbox'],
    remedy: 'relist',
  },
  { status: [410], levels: ['folder', 'mailbox'], remedy: 'relist' },

  // Nobody's requests can reach the mailbox. The code's spelling depends on the layer that
  // answers.
  { codes: MAILBOX_CODES, remedy: 'refused' },
  // The same, unless the request was for one folder or item: then it may concern only that.
  {
    codes: ['Request_ResourceNotFound', 'ResourceNotFound', 'extensionError'],
    levels: ['mailbox', 'categories', 'categoryWrite'],
    remedy: 'refused',
  },
  { codes: ['ErrorMailboxStoreUnavailable', 'ErrorMailboxMoveInProgress'], remedy: 'retry' },

  { codes: ['ApplicationThrottled', 'TooManyRequests'], remedy: 'retry' },
  { codes: ['ErrorQuotaExceeded'], levels: ['item', 'categoryWrite'], remedy: 'refused' },
  { codes: ['ErrorQuotaExceeded'], remedy: 'retry' },
  { status: [408, 429, 500, 502, 503, 504, 509], remedy: 'retry' },
  // A part of a batch whose dependency failed. It may succeed alone.
  { status: [424], remedy: 'retry' },

  // A refused folder or item doesn't stop the others. A bad token would be refused for the lists,
  // too, which are read first, and for the batch itself.
  { status: [401, 403], remedy: 'refused' },

  { status: [404], levels: ['categoryWrite'], remedy: 'gone' },
  { status: [404], codes: ['ErrorItemNotFound'], levels: ['item'], remedy: 'gone' },
  { status: [404], codes: ['ErrorItemNotFound'], levels: ['folder'], remedy: 'relist' },
  {
    status: [409, 412],
    codes: ['ErrorIrresolvableConflict'],
    levels: ['item'],
    remedy: 'conflict',
  },
  { status: [412], levels: ['item'], remedy: 'conflict' },
]

function fits(row: Row, failure: WireFailure, level: Level): boolean {
  if (row.status && !row.status.includes(failure.status)) return false
  if (row.levels && !row.levels.includes(level)) return false
  return !row.codes || hasCode(failure, row.codes)
}

function hasCode(failure: WireFailure, codes: readonly string[]): boolean {
  const wanted = codes.map((code) => code.toLowerCase())
  return failure.codes.some((code) => wanted.includes(code.toLowerCase()))
}

/** @param resumes whether the request continues from a cursor, which may be what is refused */
export function remedyOf(failure: WireFailure, level: Level, resumes = false): Remedy {
  const row = failureTable.find((candidate) => fits(candidate, failure, level))
  const remedy = row?.remedy ?? remedyOfUnknown(failure, level, resumes)
  if (remedy === 'retry') return remedyOfTheMoment(failure.status)
  // A folder read from its start has no cursor that could be the cause.
  const isMissing = level === 'folder' && failure.status === 404 && !resumes
  return remedy === 'relist' && isMissing ? 'gone' : remedy
}

function remedyOfUnknown({ status }: WireFailure, level: Level, resumes: boolean): Remedy {
  if (status >= 500) return 'retry'
  if (resumes && (level === 'folder' || level === 'mailbox')) return 'relist'
  if (level !== 'folder') return 'refused'
  return status === 404 ? 'gone' : 'retry'
}

/** A 500 is about what was requested; a gateway's answer says nothing about it. */
function remedyOfTheMoment(status: number): Remedy {
  if (status === 429) return 'wait'
  return status === 408 || status > 500 ? 'outage' : 'retry'
}

/**
 * How far a failure reaches: only what was requested, whatever the code, unless the server says
 * that it concerns the mailbox.
 */
function scopeOf(failure: WireFailure, level: Level): FailureScope {
  if (failure.status === 429 || hasCode(failure, MAILBOX_CODES)) return 'mailbox'
  if (level === 'item' || level === 'folder') return level
  if (level === 'mailbox') return 'mailbox'
  // The list is requested alone, so a server that is down for it is down for what follows.
  const isDown = isPassing(remedyOf(failure, level)) && failure.status !== 500
  return isDown || hasCode(failure, ['InvalidAuthenticationToken']) ? 'mailbox' : 'categoryList'
}

/** Whether trying again within the same call is worthwhile. */
export function isTransient(failure: WireFailure): boolean {
  return failure !== TOO_LARGE && isPassing(remedyOf(failure, 'mailbox'))
}

const TRIED_AGAIN = 'it will be tried again'

/** Says in words what the engine does next. */
function consequenceOf(scope: FailureScope, remedy: Remedy): string {
  if (scope === 'categoryList') return 'the next cycle tries it again'
  if (scope === 'item') return 'the item is set aside and tried again later'
  if (remedy === 'relist') return 'the folder will be listed again'
  if (scope === 'mailbox' && remedy === 'refused') {
    return 'the mailbox is tried again at longer intervals'
  }
  return TRIED_AGAIN
}

/** What a request is about, for the errors of it. */
export interface RequestSubject {
  /** In words: `the list of categories`, `a message`. */
  readonly subject: string
  readonly level: Level
  readonly resumes?: boolean
}

export function syncErrorOf(
  failure: WireFailure,
  about: RequestSubject,
  mailbox: string,
): SyncError {
  const { level, subject, resumes } = about
  const scope = scopeOf(failure, level)
  const remedy = remedyOf(failure, level, resumes)
  const [serverCode] = failure.codes
  const options: SyncErrorOptions = {
    answer: [failure.status, serverCode].filter(Boolean).join(' '),
    ...(serverCode !== undefined && { serverCode }),
    ...(failure.retryAfterMs !== null && { retryAfterMs: failure.retryAfterMs }),
    cause: failure,
  }
  if (scope === 'item' && remedy === 'gone') return itemGone(options)
  if (scope === 'item' && remedy === 'conflict') return itemChanged(options)
  const next = consequenceOf(scope, remedy)
  const code = failure.codes.length > 0 ? ` ${failure.codes.join('/')}` : ''
  const request = failure.requestId === null ? '' : ` (request ${failure.requestId})`
  if (failure === TOO_LARGE) {
    const message = `Exchange's answer for ${subject} of ${mailbox} is larger than may be read at once; ${next}.`
    return new SyncError(scope, remedy, message, options)
  }
  return new SyncError(
    scope,
    remedy,
    `Exchange answered ${failure.status}${code} for ${subject} of ${mailbox}${request}; ${next}.${cutWaitNote(failure.askedWaitMs ?? null)}`,
    options,
  )
}

export function noAnswer(subject: string, mailbox: string, cause: unknown): SyncError {
  return new SyncError(
    'mailbox',
    'outage',
    `Exchange gave no answer for ${subject} of ${mailbox}; ${TRIED_AGAIN}.`,
    { cause },
  )
}

/** An answer with a successful status whose body isn't as documented. */
export function malformed(
  scope: FailureScope,
  subject: string,
  mailbox: string,
  cause: unknown,
): SyncError {
  const remedy = scope === 'item' ? 'refused' : 'outage'
  const next = scope === 'item' ? consequenceOf(scope, remedy) : TRIED_AGAIN
  const where = cause instanceof z.ZodError ? ` at ${zodPaths(cause)}` : ''
  return new SyncError(
    scope,
    remedy,
    `Exchange's answer for ${subject} of ${mailbox} can't be understood${where}; ${next}.`,
    // A ZodError holds paths and expectations but no values; other causes may hold content.
    { ...(cause instanceof z.ZodError && { cause }) },
  )
}

function zodPaths(error: z.ZodError): string {
  const paths = error.issues.slice(0, 3).map((issue) => issue.path.join('.') || 'its root')
  return [...new Set(paths)].join(', ')
}

const innerSchema: z.ZodType<InnerError> = z.looseObject({
  code: z.string().optional(),
  'request-id': z.string().optional(),
  get innerError() {
    return innerSchema.optional()
  },
  get innererror() {
    return innerSchema.optional()
  },
})

interface InnerError {
  code?: string | undefined
  'request-id'?: string | undefined
  innerError?: InnerError | undefined
  innererror?: InnerError | undefined
}

const envelopeSchema = z.looseObject({ error: innerSchema })

/**
 * The inner error occurs in two spellings. If the body is no error envelope, only the status
 * counts.
 */
export function readFailure(
  status: number,
  body: unknown,
  waitMs: number | null,
  requestId: string | null,
): WireFailure {
  const parsed = envelopeSchema.safeParse(body)
  const codes: string[] = []
  let id = requestId
  let error: InnerError | undefined = parsed.success ? parsed.data.error : undefined
  for (let depth = 0; error !== undefined && depth < 5; depth++) {
    if (error.code !== undefined && error.code !== '') codes.push(error.code)
    id ??= error['request-id'] ?? null
    error = error.innerError ?? error.innererror
  }
  return { status, codes, retryAfterMs: cappedWait(waitMs), askedWaitMs: waitMs, requestId: id }
}
