import {
  type Disposition,
  ItemGoneError,
  PreconditionFailedError,
  SyncError,
  type SyncErrorOptions,
} from '@trackmark/core'
import { z } from 'zod'

/** What a request was about; the same answer means different things for each. */
export type Level =
  /** Lists and lookups without which the mailbox can't be synchronized at all. */
  | 'mailbox'
  /** A write to the master category list: a refusal is told, and the cycle goes on (CL10). */
  | 'categoryWrite'
  | 'folder'
  | 'item'

/** An answer that isn't a success, as far as decisions may look at it: never its message. */
export interface WireFailure {
  readonly status: number
  /** The outer code first, then finer ones of the inner errors. */
  readonly codes: readonly string[]
  readonly retryAfterMs: number | null
  readonly requestId: string | null
}

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

const TRANSIENT = [408, 429, 500, 502, 503, 504, 509] as const

/**
 * First row that fits decides. Sources: Microsoft Graph "errors", "delta-query-overview",
 * "throttling", "json-batching"; the codes that no page lists were seen in production clients
 * (alcionai/corso, mguessan/davmail) and in issues of microsoftgraph/microsoft-graph-docs.
 */
export const failureTable: readonly Row[] = [
  // A delta token that has expired comes as 410, and has been seen as 400 and 404.
  { codes: ['SyncStateNotFound', 'SyncStateInvalid', 'ResyncRequired'], means: 'resyncFolder' },
  { codes: ['ErrorSyncFolderNotFound'], means: 'resyncFolder' },
  { status: [410], levels: ['folder', 'mailbox'], means: 'resyncFolder' },

  // The mailbox itself can't be reached by anybody's request; the spelling depends on the layer.
  {
    codes: [
      'MailboxNotEnabledForRESTAPI',
      'MailboxNotSupportedForRESTAPI',
      'ErrorInvalidUser',
      'ErrorNonExistentMailbox',
      'Request_ResourceNotFound',
      'ResourceNotFound',
      'extensionError',
    ],
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
  // To Do without any Tasks permission.
  { status: [401], codes: ['UnknownError'], levels: ['item'], means: 'parkItem' },
  { status: [401], means: 'stopMailbox' },
  { status: [403], levels: ['item', 'categoryWrite'], means: 'parkItem' },
  { status: [403], means: 'stopMailbox' },

  { status: [404], codes: ['ErrorItemNotFound'], levels: ['item'], means: 'itemGone' },
  { status: [404], codes: ['ErrorItemNotFound'], levels: ['folder'], means: 'resyncFolder' },
  { status: [409, 412], codes: ['ErrorIrresolvableConflict'], levels: ['item'], means: 'changed' },
  { status: [412], levels: ['item'], means: 'changed' },
]

function fits(row: Row, failure: WireFailure, level: Level): boolean {
  if (row.status && !row.status.includes(failure.status)) return false
  if (row.levels && !row.levels.includes(level)) return false
  if (!row.codes) return true
  const wanted = row.codes.map((code) => code.toLowerCase())
  return failure.codes.some((code) => wanted.includes(code.toLowerCase()))
}

export function meaningOf(failure: WireFailure, level: Level): Meaning {
  const row = failureTable.find((candidate) => fits(candidate, failure, level))
  if (row) return row.means
  if (failure.status >= 500) return 'retryLater'
  if (level === 'mailbox') return 'stopMailbox'
  return level === 'folder' ? 'retryLater' : 'parkItem'
}

/** Worth trying again within the same call. */
export function isTransient(failure: WireFailure): boolean {
  return meaningOf(failure, 'mailbox') === 'retryLater'
}

const consequence: Record<Disposition, string> = {
  retryLater: 'it will be tried again',
  resyncFolder: 'the folder will be listed again',
  parkItem: 'the item is set aside and tried again later',
  stopMailbox: 'the mailbox is tried again at longer intervals',
}

function consequenceOf(means: Disposition, level: Level): string {
  const isSetAside = level === 'categoryWrite' && means === 'parkItem'
  return isSetAside ? 'the next cycle tries it again' : consequence[means]
}

/** @param subject what was asked, in words: `the list of categories`, `a message` */
export function syncErrorOf(
  failure: WireFailure,
  level: Level,
  subject: string,
  mailbox: string,
): SyncError {
  const options: SyncErrorOptions = {
    status: failure.status,
    ...(failure.codes[0] !== undefined && { serverCode: failure.codes[0] }),
    ...(failure.retryAfterMs !== null && { retryAfterMs: failure.retryAfterMs }),
    cause: failure,
  }
  const means = meaningOf(failure, level)
  if (means === 'itemGone') return new ItemGoneError(options)
  if (means === 'changed') return new PreconditionFailedError(options)
  const code = failure.codes.length > 0 ? ` ${failure.codes.join('/')}` : ''
  const request = failure.requestId === null ? '' : ` (request ${failure.requestId})`
  return new SyncError(
    means,
    `Exchange answered ${failure.status}${code} for ${subject} of ${mailbox}${request}; ${consequenceOf(means, level)}.`,
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
): SyncError {
  const where = cause instanceof z.ZodError ? ` at ${zodPaths(cause)}` : ''
  return new SyncError(
    disposition,
    `Exchange's answer for ${subject} of ${mailbox} can't be understood${where}; ${consequence[disposition]}.`,
    // A ZodError holds paths and expectations, no values; anything else may hold content.
    cause instanceof z.ZodError ? { cause } : {},
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
  retryAfterMs: number | null,
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
  return { status, codes, retryAfterMs, requestId: id }
}
