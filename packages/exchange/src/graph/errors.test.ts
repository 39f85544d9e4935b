import { ItemGoneError, PreconditionFailedError, SyncError } from '@trackmark/core'
import { expect, test } from 'vitest'
import { type Level, meaningOf, readFailure, syncErrorOf } from './errors.ts'

// Bodies as published. docs: learn.microsoft.com/graph/errors, delta-query-overview, throttling,
// json-batching (read 2026-08). issue N: microsoftgraph/microsoft-graph-docs. corso, davmail: error
// lists of alcionai/corso and mguessan/davmail 491, production clients.
const body = (code: string, inner: object = {}) => ({
  error: {
    code,
    message: 'never decided on',
    innerError: { date: '2026-01-05T09:00:00', ...inner },
  },
})

type Row = readonly [
  status: number,
  code: string | null,
  level: Level,
  means: ReturnType<typeof meaningOf>,
  source: string,
]

const rows: readonly Row[] = [
  [400, 'ErrorInvalidIdMalformed', 'item', 'parkItem', 'mailroom conformance notes 2026-08'],
  [400, 'InefficientFilter', 'folder', 'retryLater', 'docs'],
  [400, 'InefficientFilter', 'item', 'parkItem', 'docs'],
  [400, 'RequestBroker--ParseUri', 'mailbox', 'stopMailbox', 'yolk-sdk fixtures'],
  [400, 'BadRequest', 'item', 'parkItem', 'yolk-sdk fixtures'],
  [400, 'BadRequest', 'mailbox', 'stopMailbox', 'yolk-sdk fixtures'],
  [401, 'InvalidAuthenticationToken', 'mailbox', 'stopMailbox', 'docs'],
  [401, 'InvalidAuthenticationToken', 'item', 'parkItem', 'the batch itself tells of a bad token'],
  [
    401,
    'UnknownError',
    'mailbox',
    'stopMailbox',
    'atlas issue 148: listFolders makes it unavailable',
  ],
  [401, 'UnknownError', 'folder', 'retryLater', 'atlas issue 148'],
  [401, 'UnknownError', 'item', 'parkItem', 'atlas issue 148'],
  [403, 'ErrorAccessDenied', 'mailbox', 'stopMailbox', 'docs'],
  [403, 'ErrorAccessDenied', 'folder', 'retryLater', 'docs'],
  [403, 'ErrorAccessDenied', 'item', 'parkItem', 'docs'],
  [403, 'ErrorAccessDenied', 'categoryWrite', 'parkItem', 'issue 3805'],
  [403, 'ErrorSendAsDenied', 'item', 'parkItem', 'corso'],
  [403, 'ErrorQuotaExceeded', 'item', 'parkItem', 'corso'],
  [507, 'ErrorQuotaExceeded', 'categoryWrite', 'parkItem', 'corso'],
  [403, 'ErrorQuotaExceeded', 'mailbox', 'retryLater', 'corso'],
  [404, 'ErrorItemNotFound', 'item', 'itemGone', 'docs'],
  [404, 'ErrorItemNotFound', 'folder', 'resyncFolder', 'docs'],
  [404, 'ErrorInvalidUser', 'mailbox', 'stopMailbox', 'corso'],
  [404, 'ResourceNotFound', 'mailbox', 'stopMailbox', 'corso'],
  [404, 'Request_ResourceNotFound', 'mailbox', 'stopMailbox', 'docs'],
  [404, 'MailboxNotEnabledForRESTAPI', 'mailbox', 'stopMailbox', 'docs'],
  [404, 'MailboxNotEnabledForRESTAPI', 'item', 'stopMailbox', 'docs'],
  [404, 'MailboxNotSupportedForRESTAPI', 'mailbox', 'stopMailbox', 'corso'],
  [404, 'ErrorSyncFolderNotFound', 'folder', 'resyncFolder', 'corso'],
  [409, 'ErrorFolderExists', 'item', 'parkItem', 'corso'],
  [409, 'ErrorIrresolvableConflict', 'item', 'changed', 'davmail 491'],
  [412, 'ErrorIrresolvableConflict', 'item', 'changed', 'inferred: test doubles only'],
  [412, null, 'item', 'changed', 'RFC 9110, 15.5.13'],
  [400, 'ErrorDuplicateTransactionId', 'item', 'parkItem', 'yolk-sdk fixtures'],
  [409, 'ErrorDuplicateTransactionId', 'item', 'parkItem', 'yolk-sdk fixtures'],
  [410, 'SyncStateNotFound', 'folder', 'resyncFolder', 'docs'],
  [410, 'SyncStateInvalid', 'folder', 'resyncFolder', 'corso'],
  [410, 'resyncRequired', 'folder', 'resyncFolder', 'docs'],
  [410, null, 'folder', 'resyncFolder', 'docs: 410 Gone with a Location header'],
  [410, null, 'mailbox', 'resyncFolder', 'the folder hierarchy has a delta of its own'],
  [400, 'syncStateNotFound', 'folder', 'resyncFolder', 'docs: "40X"'],
  [404, 'SYNCSTATENOTFOUND', 'folder', 'resyncFolder', 'corso'],
  [400, 'ResyncRequired', 'folder', 'resyncFolder', 'corso'],
  [424, null, 'item', 'retryLater', 'docs'],
  [429, 'ApplicationThrottled', 'item', 'retryLater', 'docs'],
  [429, 'TooManyRequests', 'mailbox', 'retryLater', 'docs'],
  [429, null, 'categoryWrite', 'retryLater', 'docs'],
  [503, 'serviceNotAvailable', 'folder', 'retryLater', 'docs'],
  [504, 'UnknownError', 'item', 'retryLater', 'corso'],
  [500, 'generalException', 'item', 'retryLater', 'docs'],
  [404, 'ErrorMailboxStoreUnavailable', 'item', 'retryLater', 'corso'],
  [400, 'ErrorCannotOpenFileAttachment', 'item', 'parkItem', 'corso'],
  [400, 'ErrorInvalidRecipients', 'item', 'parkItem', 'corso'],
  [400, 'extensionError', 'mailbox', 'stopMailbox', 'corso'],
  // Codes nobody has seen yet.
  [418, 'ErrorNobodyKnows', 'item', 'parkItem', 'unknown 4xx'],
  [418, 'ErrorNobodyKnows', 'mailbox', 'stopMailbox', 'unknown 4xx'],
  [418, 'ErrorNobodyKnows', 'folder', 'retryLater', 'unknown 4xx: other folders go on'],
  [418, 'ErrorNobodyKnows', 'categoryWrite', 'parkItem', 'unknown 4xx: CL10'],
  [404, 'ErrorNobodyKnows', 'item', 'parkItem', 'not proof that the item is gone'],
  [599, null, 'mailbox', 'retryLater', 'unknown 5xx'],
]

test.each(rows)('[MB11] %i %s at level %s means %s (%s)', (status, code, level, means) => {
  const seen = readFailure(status, code === null ? null : body(code), null, null)
  expect(meaningOf(seen, level)).toBe(means)
})

test('[MB11] a finer code in either spelling of the inner error decides too', () => {
  for (const name of ['innerError', 'innererror']) {
    const wire = {
      error: { code: 'BadRequest', message: '', [name]: { code: 'SyncStateNotFound' } },
    }
    const seen = readFailure(400, wire, null, null)
    expect(seen.codes).toEqual(['BadRequest', 'SyncStateNotFound'])
    expect(meaningOf(seen, 'folder')).toBe('resyncFolder')
  }
})

test('[MB11] the message never decides', () => {
  const wire = { error: { code: 'BadRequest', message: 'SyncStateNotFound ErrorItemNotFound' } }
  expect(meaningOf(readFailure(404, wire, null, null), 'item')).toBe('parkItem')
})

test('[MB11] a body that is no error envelope leaves the status to decide', () => {
  for (const odd of [null, undefined, 'gateway', [], { error: 'text' }, { error: { code: 7 } }]) {
    expect(meaningOf(readFailure(503, odd, null, null), 'mailbox')).toBe('retryLater')
    expect(meaningOf(readFailure(403, odd, null, null), 'mailbox')).toBe('stopMailbox')
  }
})

test('an error says what happened, to what and what follows, and keeps the failure', () => {
  const wire = body('ErrorAccessDenied', { 'request-id': 'r-1' })
  const seen = readFailure(403, wire, null, null)
  const error = syncErrorOf(
    seen,
    { level: 'mailbox', subject: 'the category list' },
    'nina@northwind.example',
  )
  expect(error).toBeInstanceOf(SyncError)
  expect(error.message).toBe(
    'Exchange answered 403 ErrorAccessDenied for the category list of nina@northwind.example (request r-1); the mailbox is tried again at longer intervals.',
  )
  expect(error).toMatchObject({ status: 403, serverCode: 'ErrorAccessDenied', cause: seen })
})

test('items gone and changed have errors of their own', () => {
  const message = { level: 'item', subject: 'a message' } as const
  const gone = readFailure(404, body('ErrorItemNotFound'), null, null)
  expect(syncErrorOf(gone, message, 'n')).toBeInstanceOf(ItemGoneError)
  const changed = readFailure(412, null, null, null)
  expect(syncErrorOf(changed, message, 'n')).toBeInstanceOf(PreconditionFailedError)
})
