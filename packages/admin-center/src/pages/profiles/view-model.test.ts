import type { ServerProfile } from '@trackmark/admin-api'
import { expect, test } from 'vitest'
import { addressesOf, changesOf, creationOf, emptyForm, faultsOf, formOf } from './view-model.ts'

const CLIENT = '11111111-2222-4333-8444-555555555555'
const filled = {
  ...emptyForm('exchangeonline'),
  name: ' Contoso ',
  tenantId: 'contoso.com',
  clientId: CLIENT,
  secret: ' with spaces ',
}
const profile: ServerProfile = {
  profileId: 'p',
  name: 'Contoso',
  description: null,
  connector: 'exchangeonline',
  connection: {
    tenantId: 'contoso.com',
    clientId: CLIENT,
    credential: 'secret',
    graphUrl: null,
    authorityUrl: null,
    hasCertificate: false,
  },
  isActive: true,
  isDefault: false,
  mailboxes: 0,
  secretSetOn: null,
  certificate: null,
  processEmailsReceivedAfter: '2026-01-31T00:00:00.000Z',
  minPollingMinutes: 0,
  maxConcurrentConnections: 10,
  moveUndeliveredEmails: false,
  sendEmailAlert: false,
  lastTest: null,
  modifiedOn: '2026-01-31T00:00:00.000Z',
  etag: 'W/"1"',
}

test('an empty form says what is missing, a filled one nothing', () => {
  const missing = Object.keys(faultsOf(emptyForm('exchangeonline'), null)).sort()
  expect(missing).toEqual(['clientId', 'name', 'secret', 'tenantId'])
  expect(faultsOf(filled, null)).toEqual({})
  expect(Object.keys(faultsOf(emptyForm('sandbox'), null))).toEqual(['name'])
})

test.each([
  [{ clientId: 'sandbox' }, 'clientId'],
  [{ tenantId: 'a b' }, 'tenantId'],
  [{ graphUrl: 'javascript:alert(1)' }, 'graphUrl'],
  [{ minPollingMinutes: '1.5' }, 'minPollingMinutes'],
  [{ maxConcurrentConnections: '0' }, 'maxConcurrentConnections'],
  [{ credential: 'certificate', certificate: 'pem' }, 'certificate'],
] as const)('%j is told at its field', (wrong, field) => {
  expect(Object.keys(faultsOf({ ...filled, ...wrong }, null))).toEqual([field])
})

test('a stored credential need not be entered again, unless it becomes another kind', () => {
  const form = formOf(profile)
  expect(faultsOf(form, 'secret')).toEqual({})
  expect(faultsOf({ ...form, credential: 'certificate' }, 'secret')).toHaveProperty('certificate')
})

test('only what changed is sent, and a secret as it was typed', () => {
  const before = formOf(profile)
  expect(changesOf(before, before)).toEqual({})
  const form = {
    ...before,
    secret: ' s ',
    privateKey: 'typed before the choice was changed',
    description: 'For sales ',
    minPollingMinutes: '5',
    processEmailsReceivedAfter: '',
  }
  expect(changesOf(form, before)).toEqual({
    secret: ' s ',
    description: 'For sales',
    minPollingMinutes: 5,
    processEmailsReceivedAfter: null,
  })
})

test('a new profile sends what the server asks for', () => {
  expect(creationOf(filled, 'all')).toEqual({
    connector: 'exchangeonline',
    name: 'Contoso',
    tenantId: 'contoso.com',
    clientId: CLIENT,
    secret: ' with spaces ',
    mailboxes: 'all',
  })
  const sandbox = { ...emptyForm('sandbox'), name: 'Try' }
  expect(creationOf(sandbox, [])).toEqual({
    connector: 'sandbox',
    name: 'Try',
    clientId: 'sandbox',
    secret: 'sandbox',
    mailboxes: [],
  })
})

test('addresses are taken apart, and the first that is none is named', () => {
  expect(addressesOf(' Ada@x.example\nbob@x.example; ada@X.example')).toEqual({
    addresses: ['ada@x.example', 'bob@x.example'],
    wrong: null,
  })
  expect(addressesOf('ada@x.example\nbob').wrong).toBe('bob')
})
