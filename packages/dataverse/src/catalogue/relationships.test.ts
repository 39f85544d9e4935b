import { expect, test } from 'vitest'
import { columnByLogicalName, TABLES, tableByLogicalName } from './catalogue.ts'
import {
  type NavigationProperty,
  navigationProperties,
  navigationProperty,
} from './relationships.ts'
import type { Table } from './types.ts'

const table = (name: string): Table => {
  const found = tableByLogicalName(name)
  if (found === undefined) throw new Error(`no table ${name}`)
  return found
}

const every: readonly (readonly [string, NavigationProperty])[] = TABLES.flatMap((one) =>
  navigationProperties(one).map((property) => [`${one.logicalName}.${property.name}`, property]),
)

test.each(TABLES)('$logicalName calls no two things by one name', (one) => {
  const names = navigationProperties(one).map((property) => property.name)
  const lookups = one.columns.map((column) => column.webApiName)
  expect(new Set([...names, ...lookups]).size).toBe(names.length + lookups.length)
})

test('each has its table, its target and its lookup on the right side', () => {
  for (const [name, property] of every) {
    expect(tableByLogicalName(property.target), name).toBeDefined()
    if (property.through !== undefined) continue
    const side = property.kind === 'single' ? property.table : property.target
    expect(columnByLogicalName(table(side), property.column.logicalName), name).toBe(
      property.column,
    )
  }
})

test('partners lead back to each other, an inherited one to the table that declares it', () => {
  for (const [name, property] of every) {
    const back = navigationProperty(table(property.target), property.partner ?? '')
    expect(back?.partner, name).toBe(property.name)
    expect(back?.target, name).toBe(property.inherited ? 'activitypointer' : property.table)
    if (property.through === undefined) {
      expect(back?.kind, name).not.toBe(property.kind)
      expect(back?.column.logicalName, name).toBe(property.column.logicalName)
    } else {
      expect([back?.through?.near, back?.through?.far], name).toEqual([
        property.through.far,
        property.through.near,
      ])
    }
  }
})

test('every lookup to a table kept here has a property for each such table', () => {
  for (const one of TABLES) {
    for (const column of one.columns) {
      if (column.type !== 'lookup' && column.type !== 'owner') continue
      const kept = column.targets.filter(
        (target) => tableByLogicalName(target)?.isEmpty === undefined && tableByLogicalName(target),
      )
      const reached = navigationProperties(one)
        .filter((property) => property.kind === 'single' && property.column === column)
        .map((property) => property.target)
      expect(reached, `${one.logicalName}.${column.logicalName}`).toEqual(
        expect.arrayContaining(kept),
      )
    }
  }
})

test.each([
  ['email', 'regardingobjectid_contact_email', 'contact', 'Contact_Emails'],
  ['email', 'regardingobjectid_contact', 'contact', 'Contact_ActivityPointers'],
  ['email', 'ownerid', 'systemuser', 'owner_activitypointers'],
  ['email', 'ownerid_email', 'systemuser', 'owner_emails'],
  ['email', 'emailsender_systemuser', 'systemuser', 'SystemUser_Email_EmailSender'],
  ['email', 'email_activity_parties', 'activityparty', 'activityid_email'],
  [
    'recurringappointmentmaster',
    'regardingobjectid_lead_recurringappointmentmaster',
    'lead',
    'Lead_RecurringAppointmentMasters',
  ],
  ['appointment', 'appointment_activity_parties', 'activityparty', 'activityid_appointment'],
  ['activityparty', 'partyid_systemuser', 'systemuser', 'system_user_activity_parties'],
  [
    'activitypointer',
    'activity_pointer_activity_mime_attachment',
    'activitymimeattachment',
    'objectid_activitypointer',
  ],
  ['mailbox', 'regardingobjectid', 'systemuser', 'mailbox_regarding_systemuser'],
  ['mailbox', 'tracelog_Mailbox', 'tracelog', 'regardingobjectid_mailbox'],
  ['account', 'primarycontactid', 'contact', 'account_primary_contact'],
  ['contact', 'parentcustomerid_account', 'account', 'contact_customer_accounts'],
  ['account', 'createdby', 'systemuser', 'lk_accountbase_createdby'],
])('%s.%s leads to %s, back by %s', (from, name, target, partner) => {
  expect(navigationProperty(table(from), name)).toMatchObject({ target, partner })
})

test('names are matched exactly, and party lists are no navigation', () => {
  expect(navigationProperty(table('email'), 'Email_activity_parties')).toBeUndefined()
  expect(navigationProperty(table('email'), 'to')).toBeUndefined()
  expect(navigationProperty(table('email'), 'toString')).toBeUndefined()
})
