import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from './support.ts'

const FRESH = 'Nobody has an account here yet'

let server: TestApp
beforeAll(async () => {
  server = await createTestApp()
})
afterAll(() => server.close())

const page = async (path = '/signin') => (await server.app.request(`http://crm.test${path}`)).text()

test('says how to sign in while nobody has an account, and asks for name and password afterwards', async () => {
  const fresh = await page()
  expect(fresh).toContain(FRESH)
  expect(fresh).toContain('npx --no trackmark signin-link')
  expect(fresh).not.toContain('current-password')
  await server.call('POST', '/api/admin/accounts', {
    body: { user: 'ada@contoso.example', role: 'Mailbox Owner' },
  })
  const later = await page()
  expect(later).not.toContain(FRESH)
  expect(later).toContain('current-password')
})

test('says the same of an organization that is there and of one that is not', async () => {
  const made = await server.call('POST', '/api/admin/environments', {
    body: { uniqueName: 'fabrikam', displayName: 'Fabrikam' },
  })
  expect(made.status).toBeLessThan(300)
  expect(await page('/fabrikam/signin')).toBe(await page('/nobody/signin'))
  expect(await page('/fabrikam/signin')).not.toContain(FRESH)
})
