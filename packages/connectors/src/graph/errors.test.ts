import { SyncError } from '@trackmark/core'
import { expect, test } from 'vitest'
import { type Level, readFailure, remedyOf, statusOf, syncErrorOf } from './errors.ts'

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
  means: ReturnType<typeof remedyOf>,
  source: string,
]

const rows: readonly Row[] = [
  [400, 'ErrorInvalidIdMalformed', 'item', 'refused', 'mailroom conformance notes 2026-08'],
  [400, 'InefficientFilter', 'folder', 'retry', 'docs'],
  [400, 'InefficientFilter', 'item', 'refused', 'docs'],
  [400, 'RequestBroker--ParseUri', 'mailbox', 'refused', 'yolk-sdk fixtures'],
  [400, 'BadRequest', 'item', 'refused', 'yolk-sdk fixtures'],
  [400, 'BadRequest', 'mailbox', 'refused', 'yolk-sdk fixtures'],
  [401, 'InvalidAuthenticationToken', 'mailbox', 'refused', 'docs'],
  [401, 'InvalidAuthenticationToken', 'item', 'refused', 'the batch itself tells of a bad token'],
  [401, 'UnknownError', 'mailbox', 'refused', 'atlas issue 148: listFolders makes it unavailable'],
  [401, 'UnknownError', 'folder', 'refused', 'atlas issue 148'],
  [401, 'UnknownError', 'item', 'refused', 'atlas issue 148'],
  [403, 'ErrorAccessDenied', 'mailbox', 'refused', 'docs'],
  [403, 'ErrorAccessDenied', 'folder', 'refused', 'docs'],
  [403, 'ErrorAccessDenied', 'item', 'refused', 'docs'],
  [403, 'ErrorAccessDenied', 'categoryWrite', 'refused', 'issue 3805'],
  [403, 'ErrorSendAsDenied', 'item', 'refused', 'corso'],
  [403, 'ErrorQuotaExceeded', 'item', 'refused', 'corso'],
  [507, 'ErrorQuotaExceeded', 'categoryWrite', 'refused', 'corso'],
  [403, 'ErrorQuotaExceeded', 'mailbox', 'retry', 'corso'],
  [404, 'ErrorItemNotFound', 'item', 'gone', 'docs'],
  [404, 'ErrorItemNotFound', 'folder', 'gone', 'docs'],
  [404, 'ErrorInvalidUser', 'mailbox', 'refused', 'corso'],
  [404, 'ResourceNotFound', 'mailbox', 'refused', 'corso'],
  [404, 'Request_ResourceNotFound', 'mailbox', 'refused', 'docs'],
  [404, 'MailboxNotEnabledForRESTAPI', 'mailbox', 'refused', 'docs'],
  [404, 'MailboxNotEnabledForRESTAPI', 'item', 'refused', 'docs'],
  [404, 'MailboxNotSupportedForRESTAPI', 'mailbox', 'refused', 'corso'],
  [404, 'ErrorSyncFolderNotFound', 'folder', 'gone', 'corso'],
  [409, 'ErrorFolderExists', 'item', 'refused', 'corso'],
  [409, 'ErrorIrresolvableConflict', 'item', 'conflict', 'davmail 491'],
  [412, 'ErrorIrresolvableConflict', 'item', 'conflict', 'inferred: test doubles only'],
  [412, null, 'item', 'conflict', 'RFC 9110, 15.5.13'],
  [400, 'ErrorDuplicateTransactionId', 'item', 'refused', 'yolk-sdk fixtures'],
  [409, 'ErrorDuplicateTransactionId', 'item', 'refused', 'yolk-sdk fixtures'],
  [410, 'SyncStateNotFound', 'folder', 'relist', 'docs'],
  [410, 'SyncStateInvalid', 'folder', 'relist', 'corso'],
  [410, 'resyncRequired', 'folder', 'relist', 'docs'],
  [410, null, 'folder', 'relist', 'docs: 410 Gone with a Location header'],
  [410, null, 'mailbox', 'relist', 'the folder hierarchy has a delta of its own'],
  [400, 'syncStateNotFound', 'folder', 'relist', 'docs: "40X"'],
  [404, 'SYNCSTATENOTFOUND', 'folder', 'gone', 'corso'],
  [400, 'ResyncRequired', 'folder', 'relist', 'corso'],
  [424, null, 'item', 'retry', 'docs'],
  [429, 'ApplicationThrottled', 'item', 'wait', 'docs'],
  [429, 'TooManyRequests', 'mailbox', 'wait', 'docs'],
  [429, null, 'categoryWrite', 'wait', 'docs'],
  [503, 'serviceNotAvailable', 'folder', 'outage', 'docs'],
  [504, 'UnknownError', 'item', 'outage', 'corso'],
  [500, 'generalException', 'item', 'retry', 'docs'],
  [404, 'ErrorMailboxStoreUnavailable', 'item', 'retry', 'corso'],
  [400, 'ErrorCannotOpenFileAttachment', 'item', 'refused', 'corso'],
  [400, 'ErrorInvalidRecipients', 'item', 'refused', 'corso'],
  [400, 'extensionError', 'mailbox', 'refused', 'corso'],
  // Codes that aren't known.
  [418, 'ErrorNobodyKnows', 'item', 'refused', 'unknown 4xx'],
  [418, 'ErrorNobodyKnows', 'mailbox', 'refused', 'unknown 4xx'],
  [418, 'ErrorNobodyKnows', 'folder', 'retry', 'unknown 4xx: other folders go on'],
  [418, 'ErrorNobodyKnows', 'categoryWrite', 'refused', 'unknown 4xx: CL10'],
  [404, 'ErrorNobodyKnows', 'item', 'refused', 'not proof that the item is gone'],
  [599, null, 'mailbox', 'outage', 'unknown 5xx'],
]

test.each(rows)('[MB11] %i %s at level %s means %s (%s)', (status, code, level, means) => {
  const seen = readFailure(status, code === null ? null : body(code), null, null)
  expect(remedyOf(seen, level)).toBe(means)
})

test('[MB11] a folder that is missing is gone when listed from its start, and listed so otherwise', () => {
  const missing = readFailure(404, body('ErrorItemNotFound'), null, null)
  expect(remedyOf(missing, 'folder', false)).toBe('gone')
  expect(remedyOf(missing, 'folder', true)).toBe('relist')
  const unknown = readFailure(404, body('ErrorNobodyKnows'), null, null)
  expect(remedyOf(unknown, 'folder', false)).toBe('gone')
  expect(remedyOf(unknown, 'folder', true)).toBe('relist')
})

test('[MB11] a finer code in either spelling of the inner error decides too', () => {
  for (const name of ['innerError', 'innererror']) {
    const wire = {
      error: { code: 'BadRequest', message: '', [name]: { code: 'SyncStateNotFound' } },
    }
    const seen = readFailure(400, wire, null, null)
    expect(seen.codes).toEqual(['BadRequest', 'SyncStateNotFound'])
    expect(remedyOf(seen, 'folder')).toBe('relist')
  }
})

test('[MB11] the message never decides', () => {
  const wire = { error: { code: 'BadRequest', message: 'SyncStateNotFound ErrorItemNotFound' } }
  expect(remedyOf(readFailure(404, wire, null, null), 'item')).toBe('refused')
})

test('[MB11] a body that is no error envelope leaves the status to decide', () => {
  for (const odd of [null, undefined, 'gateway', [], { error: 'text' }, { error: { code: 7 } }]) {
    expect(remedyOf(readFailure(503, odd, null, null), 'mailbox')).toBe('outage')
    expect(remedyOf(readFailure(403, odd, null, null), 'mailbox')).toBe('refused')
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
  expect(error).toMatchObject({
    answer: '403 ErrorAccessDenied',
    serverCode: 'ErrorAccessDenied',
    cause: seen,
  })
  expect(statusOf(error)).toBe(403)
})

test('items gone and changed are told as such', () => {
  const message = { level: 'item', subject: 'a message' } as const
  const gone = readFailure(404, body('ErrorItemNotFound'), null, null)
  expect(syncErrorOf(gone, message, 'n')).toMatchObject({ scope: 'item', remedy: 'gone' })
  const changed = readFailure(412, null, null, null)
  expect(syncErrorOf(changed, message, 'n')).toMatchObject({ scope: 'item', remedy: 'conflict' })
})
