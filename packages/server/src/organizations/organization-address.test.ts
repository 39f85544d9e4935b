import type { Organization } from '@trackmark/store'
import { expect, test } from 'vitest'
import { organizationAddressOf } from './organization-address.ts'
import { uniqueNameFault } from './unique-name.ts'

const organization = (uniqueName: string, hostNames: readonly string[] = []): Organization => ({
  organizationId: uniqueName,
  uniqueName,
  name: uniqueName,
  version: '9.2.0.0',
  hostNames,
  isDisabled: false,
})
const KNOWN = [organization('contoso', ['crm.contoso.test']), organization('fabrikam')]

test.each([
  // address, prefix, path, organization
  ['http://h/api/data/v9.2/emails', '', '/api/data/v9.2/emails', 'open'],
  ['http://h/contoso/api/data/v9.2/emails', '/contoso', '/api/data/v9.2/emails', 'contoso'],
  ['http://h/Contoso/api', '/Contoso', '/api', 'contoso'],
  ['http://h/contoso', '/contoso', '/', 'contoso'],
  ['http://h/contoso/', '/contoso', '/', 'contoso'],
  ['http://h/contoso/a%2Fb', '/contoso', '/a%2Fb', 'contoso'],
  ['http://h/contoso/contoso/api', '/contoso', '/contoso/api', 'contoso'],
  ['http://h/nobody/api', '', '/nobody/api', 'open'],
  ['http://h/contosoX/api', '', '/contosoX/api', 'open'],
  ['http://CRM.contoso.test:4310/api', '', '/api', 'contoso'],
  ['http://contoso.crm.test/api', '', '/api', 'contoso'],
  ['http://fabrikam.crm.test/api', '', '/api', 'fabrikam'],
  ['http://nobody.crm.test/api', '', '/api', 'nowhere'],
  ['http://a.contoso.crm.test/api', '', '/api', 'nowhere'],
  ['http://crm.test/api', '', '/api', 'open'],
  ['http://contoso.crm.test/contoso/api', '/contoso', '/api', 'contoso'],
  ['http://contoso.crm.test/fabrikam/api', '/fabrikam', '/api', 'nowhere'],
])('%s is %s at %s of %s', (address, prefix, path, name) => {
  const target = organizationAddressOf(new URL(address), KNOWN, ['crm.test'])
  const { organization: found } = target
  expect([
    target.prefix,
    target.path,
    typeof found === 'string' ? found : found.uniqueName,
  ]).toEqual([prefix, path, name])
})

test.each([
  ['contoso', true],
  ['c', true],
  ['contoso2026', true],
  ['a'.repeat(30), true],
  ['a'.repeat(31), false],
  ['', false],
  ['2contoso', false],
  ['Contoso', false],
  ['con-toso', false],
  ['con.toso', false],
  ['contosö', false],
  ['api', false],
  ['signin', false],
  ['webresources', false],
])('"%s" can name an organization: %o', (name, can) => {
  expect(uniqueNameFault(name) === null).toBe(can)
})
