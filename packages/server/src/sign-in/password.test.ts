import { expect, test } from 'vitest'
import { createPasswords } from './password.ts'

test('a password is kept as a hash by scrypt, at the cost that OWASP names', async () => {
  const passwords = createPasswords()
  const kept = await passwords.hash('correct horse battery')
  expect(kept).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/)
  expect(await passwords.matches('correct horse battery', kept)).toBe(true)
  expect(await passwords.matches('correct horse batterx', kept)).toBe(false)
  expect(await passwords.matches('correct horse battery', null)).toBe(false)
  // A hash of another cost is still understood.
  const other = await createPasswords({ N: 16, r: 8, p: 1 }).hash('correct horse battery')
  expect(await passwords.matches('correct horse battery', other)).toBe(true)
})

test('each hash has a salt of its own', async () => {
  const { hash } = createPasswords({ N: 16, r: 8, p: 1 })
  expect(await hash('correct horse battery')).not.toBe(await hash('correct horse battery'))
})
