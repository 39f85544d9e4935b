import {
  type Disposition,
  ItemGoneError,
  PreconditionFailedError,
  type Reach,
  SyncError,
  type SyncErrorOptions,
} from '@trackmark/core'
import { z } from 'zod'
import { cappedWait, sayCut } from './waits.ts'

/** What a request was about; the same answer means different things for each. */
export type Level =
  /** Lists and lookups without which the mailbox can't be synchronized at all. */
  | 'mailbox'
  /** Reading the master category list: what is refused there says nothing of the mailbox (CL10). */
  | 'categories'
  /** A write to the master category list: a refusal is told, and the cycle goes on (CL10). */
  | 'categoryWrite'
  | 'folder'
  | 'item'

/** An answer that isn't a success, as far as decisions may look at it: never its message. */
export interface WireFailure {
  readonly status: number
  /** The outer code first, then finer ones of the inner errors. */
  readonly codes: readonly string[]
  /** Not longer than an hour (CY21). */
  readonly retryAfterMs: number | null
  /** As long as it said. */
  readonly askedWaitMs?: number | null
  readonly requestId: string | null
}

/** What an answer is taken for that was larger than it may be, and wasn't read to its end. */
export const TOO_LARGE: WireFailure = {
  status: 0,
  codes: ['AnswerTooLarge'],
  retryAfterMs: null,
  requestId: null,
}

export const isTooLarge = ({ serverCode }: Pick<SyncError, 'serverCode'>): boolean =>
  serverCode === TOO_LARGE.codes[0]

/** No answer at all: refused, reset, timed out. Whether the server acted is unknown. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError'
}

type Meaning = Disposition | 'itemGone' | 'changed'

interface Row {
  readonly status?: readonly number[]
  /** Compared without case: the same code is seen in several spellings. */
  readonly codes?: readonly string[]
  readonly levels?: readonly Level[]
  readonly means: Meaning
}

const MAILBOX_CODES = [
  'MailboxNotEnabledForRESTAPI',
  'MailboxNotSupportedForRESTAPI',
  'ErrorInvalidUser',
  'ErrorNonExistentMailbox',
]

const TRANSIENT = [408, 429, 500, 502, 503, 504, 509] as const

/**
 * First row that fits decides. Sources: Microsoft Graph "errors", "delta-query-overview",
 * "throttling", "json-batching"; the codes that no page lists were seen in production clients
 * (alcionai/corso, mguessan/davmail) and in issues of microsoftgraph/microsoft-graph-docs.
 */
export const failureTable: readonly Row[] = [
  { codes: TOO_LARGE.codes, levels: ['item', 'categoryWrite'], means: 'parkItem' },
  { codes: TOO_LARGE.codes, means: 'retryLater' },

  // A delta token that has expired comes as 410, and has been seen as 400 and 404.
  {
    codes: ['SyncStateNotFound', 'SyncStateInvalid', 'ResyncRequired', 'ErrorSyncFolderNotFound'],
    levels: ['folder', 'mailbox'],
    means: 'resyncFolder',
  },
  { status: [410], levels: ['folder', 'mailbox'], means: 'resyncFolder' },

  // The mailbox itself can't be reached by anybody's request; the spelling depends on the layer.
  { codes: MAILBOX_CODES, means: 'stopMailbox' },
  // The same, unless it is said of a single folder or item: then it may well mean that one alone.
  {
    codes: ['Request_ResourceNotFound', 'ResourceNotFound', 'extensionError'],
    levels: ['mailbox', 'categories', 'categoryWrite'],
    means: 'stopMailbox',
  },
  { codes: ['ErrorMailboxStoreUnavailable', 'ErrorMailboxMoveInProgress'], means: 'retryLater' },

  { codes: ['ApplicationThrottled', 'TooManyRequests'], means: 'retryLater' },
  { codes: ['ErrorQuotaExceeded'], levels: ['item', 'categoryWrite'], means: 'parkItem' },
  { codes: ['ErrorQuotaExceeded'], means: 'retryLater' },
  { status: TRANSIENT, means: 'retryLater' },
  // A part of a batch whose dependency failed; it may succeed when asked alone.
  { status: [424], means: 'retryLater' },

  // Folders are asked after the hierarchy, which settles whether the mailbox may be read at all;
  // one folder that is refused mustn't stop the others.
  { status: [401, 403], levels: ['folder'], means: 'retryLater' },
  // A token that is no good is refused by the lists too, and by the batch itself.
  { status: [401, 403], levels: ['item'], means: 'parkItem' },
  { status: [403], levels: ['categoryWrite'], means: 'parkItem' },
  { status: [401, 403], means: 'stopMailbox' },

  { status: [404], codes: ['ErrorItemNotFound'], levels: ['item'], means: 'itemGone' },
  { status: [404], codes: ['ErrorItemNotFound'], levels: ['folder'], means: 'resyncFolder' },
  { status: [409, 412], codes: ['ErrorIrresolvableConflict'], levels: ['item'], means: 'changed' },
  { status: [412], levels: ['item'], means: 'changed' },
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

/** @param resumes whether the request goes on from a cursor: what is refused then may be the cursor */
export function meaningOf(failure: WireFailure, level: Level, resumes = false): Meaning {
  const row = failureTable.find((candidate) => fits(candidate, failure, level))
  if (row) return row.means
  if (failure.status >= 500) return 'retryLater'
  if (resumes && (level === 'folder' || level === 'mailbox')) return 'resyncFolder'
  if (level === 'mailbox' || level === 'categories') return 'stopMailbox'
  return level === 'folder' ? 'retryLater' : 'parkItem'
}

/**
 * How far a failure reaches: no further than what was asked for, whatever its code, unless the
 * server says that it concerns the mailbox.
 */
function reachOf(failure: WireFailure, level: Level): Reach {
  if (failure.status === 429 || hasCode(failure, MAILBOX_CODES)) return 'mailbox'
  if (level === 'item' || level === 'folder') return level
  if (level === 'mailbox') return 'mailbox'
  // The list is asked for by itself: a server that is down for it is down for what follows.
  const isDown = meaningOf(failure, level) === 'retryLater' && failure.status !== 500
  return isDown || hasCode(failure, ['InvalidAuthenticationToken']) ? 'mailbox' : 'categories'
}

/** Worth trying again within the same call. */
export function isTransient(failure: WireFailure): boolean {
  return failure !== TOO_LARGE && meaningOf(failure, 'mailbox') === 'retryLater'
}

const consequence: Record<Disposition, string> = {
  retryLater: 'it will be tried again',
  resyncFolder: 'the folder will be listed again',
  parkItem: 'the item is set aside and tried again later',
  stopMailbox: 'the mailbox is tried again at longer intervals',
}

function consequenceOf(means: Disposition, reach: Reach): string {
  if (reach === 'categories') return 'the next cycle tries it again'
  if (reach === 'item') return consequence.parkItem
  return consequence[means]
}

/** What a request is about, for its errors. */
export interface Asked {
  /** In words: `the list of categories`, `a message`. */
  readonly subject: string
  readonly level: Level
  readonly resumes?: boolean
}

export function syncErrorOf(failure: WireFailure, asked: Asked, mailbox: string): SyncError {
  const { level, subject, resumes } = asked
  const reach = reachOf(failure, level)
  const options: SyncErrorOptions = {
    reach,
    status: failure.status,
    ...(failure.codes[0] !== undefined && { serverCode: failure.codes[0] }),
    ...(failure.retryAfterMs !== null && { retryAfterMs: failure.retryAfterMs }),
    cause: failure,
  }
  const means = meaningOf(failure, level, resumes)
  if (means === 'itemGone') return new ItemGoneError(options)
  if (means === 'changed') return new PreconditionFailedError(options)
  const code = failure.codes.length > 0 ? ` ${failure.codes.join('/')}` : ''
  const request = failure.requestId === null ? '' : ` (request ${failure.requestId})`
  if (failure === TOO_LARGE) {
    const message = `Exchange's answer for ${subject} of ${mailbox} is larger than may be read at once; ${consequenceOf(means, reach)}.`
    return new SyncError(means, message, options)
  }
  return new SyncError(
    means,
    `Exchange answered ${failure.status}${code} for ${subject} of ${mailbox}${request}; ${consequenceOf(means, reach)}.${sayCut(failure.askedWaitMs ?? null)}`,
    options,
  )
}

export function noAnswer(subject: string, mailbox: string, cause: unknown): SyncError {
  return new SyncError(
    'retryLater',
    `Exchange gave no answer for ${subject} of ${mailbox}; ${consequence.retryLater}.`,
    { cause },
  )
}

/** An answer of the right status whose body isn't what the documentation promises. */
export function malformed(
  disposition: 'parkItem' | 'retryLater',
  subject: string,
  mailbox: string,
  cause: unknown,
  reach?: Reach,
): SyncError {
  const where = cause instanceof z.ZodError ? ` at ${zodPaths(cause)}` : ''
  return new SyncError(
    disposition,
    `Exchange's answer for ${subject} of ${mailbox} can't be understood${where}; ${consequence[disposition]}.`,
    // A ZodError holds paths and expectations, no values; anything else may hold content.
    { ...(reach && { reach }), ...(cause instanceof z.ZodError && { cause }) },
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

/** Both spellings of the inner error occur. A body that isn't an envelope leaves the status alone. */
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
