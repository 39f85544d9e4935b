import { SyncError } from '@trackmark/core'
import { expect, test } from 'vitest'
import { adviceFor } from './connection-advice.ts'

const MAILBOX = 'ada@contoso.example'
const refused = (serverCode: string | null, status: number | null = 401) =>
  new SyncError('mailbox', 'refused', 'As the server says it.', {
    ...(serverCode === null ? {} : { serverCode }),
    ...(status === null ? {} : { answer: String(status), cause: { status } }),
  })

test.each([
  ['AADSTS7000215', 'The client secret is wrong.', /Certificates & secrets/],
  ['AADSTS7000222', 'The client secret has expired.', /new client secret/],
  [
    'AADSTS700016',
    'The tenant has no application with this client ID.',
    /Application \(client\) ID/,
  ],
  ['AADSTS65001', 'Nobody has consented to the application.', /Grant admin consent/],
  ['AADSTS90002', 'There is no such tenant.', /Directory \(tenant\) ID/],
  ['AADSTS700027', /certificate/, /Upload the certificate/],
])('a sign-in refused with %s says what is wrong and what to do', (code, message, advice) => {
  const said = adviceFor('signIn', refused(code), MAILBOX)
  expect(said.message).toMatch(message)
  expect(said.advice).toMatch(advice)
})

test.each([
  ['categories', 'MailboxSettings.ReadWrite'],
  ['mail', 'Mail.ReadWrite'],
  ['calendar', 'Calendars.ReadWrite'],
  ['tasks', 'Tasks.ReadWrite.All'],
] as const)('a refusal of %s names the permission', (step, permission) => {
  const { message, advice } = adviceFor(step, refused('ErrorAccessDenied', 403), MAILBOX)
  expect(message).toBe(
    `The application may not do this in ${MAILBOX}: ${permission} is not granted.`,
  )
  expect(advice).toMatch(/Grant admin consent.*scope/s)
})

test('a missing mailbox, one without a license, and a server that cannot be reached', () => {
  expect(adviceFor('mail', refused('ErrorInvalidUser', 404), MAILBOX).message).toMatch(/no mailbox/)
  expect(adviceFor('mail', refused('MailboxNotEnabledForRESTAPI', 404), MAILBOX).advice).toMatch(
    /license/,
  )
  expect(adviceFor('signIn', refused(null, null), MAILBOX).advice).toMatch(/reaches the internet/)
})

test('an unknown error is reported in the words of the mail server', () => {
  expect(adviceFor('signIn', refused('AADSTS1'), MAILBOX).message).toBe('As the server says it.')
  expect(adviceFor('mail', refused('Odd', 418), MAILBOX).message).toBe('As the server says it.')
})

test.each([
  'Sign-in got no answer; it will be tried again.',
  'Sign-in got no answer; the mailbox is tried again at longer intervals.',
])('a test promises no further attempt: %s', (message) => {
  const error = new SyncError('mailbox', 'outage', message)
  expect(adviceFor('signIn', error, MAILBOX).message).toBe('Sign-in got no answer.')
})
