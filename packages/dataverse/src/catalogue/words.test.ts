import { expect, test } from 'vitest'
import { TABLES } from './catalogue.ts'
import { displayName, schemaName } from './words.ts'

test.each([
  ['lastsyncerrorcode', 'LastSyncErrorCode', 'Last Sync Error Code'],
  ['createdon', 'CreatedOn', 'Created On'],
  ['emailaddress1', 'EmailAddress1', 'Email Address 1'],
  ['orgdborgsettings', 'OrgDbOrgSettings', 'Org Db Org Settings'],
  ['crmitemsbacklog', 'CrmItemsBacklog', 'CRM Items Backlog'],
  ['donotemail', 'DoNotEmail', 'Do Not Email'],
  ['activitypointer', 'ActivityPointer', 'Activity Pointer'],
  ['xyzzystate', 'XyzzyState', 'Xyzzy State'],
])('%s is %s in schemas and shows as %s', (name, schema, shown) => {
  expect(schemaName(name)).toBe(schema)
  expect(displayName(name)).toBe(shown)
})

test('a lookup is called by what it leads to', () => {
  expect(displayName('ownerid', true)).toBe('Owner')
  expect(displayName('mailboxid', true)).toBe('Mailbox')
  expect(displayName('mailboxid')).toBe('Mailbox Id')
})

test('every name of the catalogue keeps its letters', () => {
  for (const table of TABLES) {
    for (const name of [table.logicalName, ...table.columns.map((one) => one.logicalName)]) {
      expect(schemaName(name).toLowerCase()).toBe(name)
      expect(displayName(name).replaceAll(' ', '').toLowerCase()).toBe(name)
    }
  }
})
