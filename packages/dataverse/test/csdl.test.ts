import { expect, test } from 'vitest'
import { TABLES } from '../src/catalogue/catalogue.ts'
import { metadataDocument } from '../src/csdl/document.ts'
import { csdlFaults } from './csdl-check.ts'
import { parseXml } from './csdl-tree.ts'

const plain = metadataDocument({ annotations: false })

test.each([
  ['without annotations', false],
  ['with annotations', true],
] as const)('$metadata %s is well-formed and breaks no rule of CSDL 4.0', (_, annotations) => {
  expect(csdlFaults(parseXml(metadataDocument({ annotations })))).toEqual([])
})

/** Each breaks one rule; a check that can't fail would hold nothing. */
test.each([
  ['a type that is nowhere', 'Type="Edm.Decimal"', 'Type="mscrm.nowhere"'],
  ['a key that is no property', 'PropertyRef Name="mailboxid"', 'PropertyRef Name="id"'],
  [
    'a nullable key',
    'Name="queueid" Type="Edm.Guid" Nullable="false"',
    'Name="queueid" Type="Edm.Guid"',
  ],
  ['a partner that leads elsewhere', 'Partner="Contact_Emails"', 'Partner="Contact_Tasks"'],
  ['two properties of a name', 'Property Name="jobtitle"', 'Property Name="lastname"'],
  ['a binding to no set', 'Target="queues"', 'Target="queue"'],
  ['a binding of no property', 'Path="primarycontactid"', 'Path="primary"'],
  ['an inherited property again', '<Property Name="percentcomplete"', '<Property Name="subject"'],
  ['a constraint of no property', 'ReferencedProperty="leadid"', 'ReferencedProperty="lead"'],
  ['an import of no function', 'Function="Microsoft.Dynamics.CRM.WhoAmI"', 'Function="WhoIs"'],
  ['an action of no type', 'Type="Collection(mscrm.crmbaseentity)"', 'Type="mscrm.nothing"'],
  ['an attribute CSDL lacks', '<EntityContainer Name', '<EntityContainer Color="red" Name'],
])('the check finds %s', (_, from, to) => {
  const broken = plain.replaceAll(from, to)
  expect(broken).not.toBe(plain)
  expect(csdlFaults(parseXml(broken))).not.toEqual([])
})

test('text in attributes is escaped, and half a document is no document', () => {
  expect(() => parseXml(plain.slice(0, -20))).toThrow()
  expect(plain).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/)
})

test('each table has a type and a set, its columns Dataverse names; secrets and party lists none', () => {
  for (const table of TABLES) {
    expect(plain).toContain(`<EntityType Name="${table.logicalName}" BaseType="mscrm.`)
    expect(plain).toContain(`<EntitySet Name="${table.entitySetName}" `)
  }
  expect(plain).toContain('<Property Name="statuscode" Type="Edm.Int32" />')
  expect(plain).toContain('<Property Name="_emailserverprofile_value" Type="Edm.Guid">')
  expect(plain).toContain('<Property Name="versionnumber" Type="Edm.Int64" />')
  expect(plain).not.toContain('"password"')
  expect(plain).not.toMatch(/<Property Name="(to|requiredattendees)"/)
})

test('activities derive from activitypointer and declare only what is their own', () => {
  const [email = ''] = /<EntityType Name="email" .*?<\/EntityType>/.exec(plain) ?? []
  expect(email).toContain('BaseType="mscrm.activitypointer"')
  expect(email).toContain('Name="messageid"')
  expect(email).toContain(
    '<NavigationProperty Name="regardingobjectid_contact_email" Type="mscrm.contact" Partner="Contact_Emails">',
  )
  expect(email).not.toContain('Name="subject"')
})
