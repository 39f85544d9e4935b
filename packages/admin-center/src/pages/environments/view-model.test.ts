import { expect, test } from 'vitest'
import { centerOf, commandsFor } from './view-model.ts'

const environment = {
  organizationId: 'o',
  uniqueName: 'contoso',
  displayName: 'Contoso',
  version: '9.2.0.0',
  hostNames: [],
  isDisabled: false,
  isDefault: false,
  trackCategorizedItems: true,
  mailboxes: 1,
}

test('an environment is reached by its path, from wherever one is', () => {
  expect(centerOf('contoso', 'http://crm.test:4310/fabrikam/admin/environments?x=1')).toBe(
    'http://crm.test:4310/contoso/admin/',
  )
})

test('the commands fit the state, and the first environment is never removed', () => {
  const lines = (more: object) =>
    commandsFor({ ...environment, ...more }).map((command) => command.line)
  expect(lines({})).toContain('npx --no trackmark environments set contoso --disable')
  expect(lines({ isDisabled: true })).toContain(
    'npx --no trackmark environments set contoso --enable',
  )
  expect(lines({ isDefault: true }).join()).not.toMatch(/remove/)
})
