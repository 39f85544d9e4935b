import { expect, test } from 'vitest'
import { auditWords } from './words.ts'

const PROFILE = '30000000-0000-4000-8000-000000000001'
const names = new Map([[PROFILE, 'Exchange Online']])

test.each([
  ['mailbox', 'statecode', '0', '1', 'State: Active → Inactive'],
  ['mailbox', 'emailserverprofile', null, PROFILE, 'Server Profile: null → Exchange Online'],
  ['mailbox', 'emailrouteraccessapproval', '2', '1', 'Approval: Pending Approval → Approved'],
  ['emailserverprofile', 'sendemailalert', 'true', 'false', 'Send Email Alert: Yes → No'],
  ['emailserverprofile', 'tenantid', 'a', 'b', 'Tenant: a → b'],
  ['organization', 'TrackCategorizedItems', null, 'false', 'TrackCategorizedItems: null → Off'],
  ['useraccount', 'role', null, 'Mailbox Owner', 'Role: null → Mailbox Owner'],
  ['nowhere', 'other', 'x', null, 'other: x → null'],
])('%s.%s from %s to %s reads "%s"', (table, name, before, after, text) => {
  const { label, from, to } = auditWords(table, { name, before, after }, names)
  expect(`${label}: ${from} → ${to}`).toBe(text)
})
