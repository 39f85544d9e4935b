import { expect, test } from 'vitest'
import { isAuthorized, requireToken } from './auth.ts'
import type { ApiError } from './errors.ts'

const TOKEN = 'abcdefghijklmnop'

test.each([
  [`Bearer ${TOKEN}`, true],
  [`bearer  ${TOKEN} `, true],
  [`Bearer ${TOKEN}x`, false],
  [`Bearer ${TOKEN.slice(1)}`, false],
  [`Basic ${TOKEN}`, false],
  ['Bearer', false],
  ['Bearer ', false],
  [TOKEN, false],
  ['', false],
  [null, false],
])('the header %o is accepted: %o', (header, accepted) => {
  expect(isAuthorized(header, TOKEN)).toBe(accepted)
})

test.each([
  [null, 'Bearer'],
  ['Bearer wrong', 'Bearer error="invalid_token"'],
])('a refusal of %o says how to sign in', (header, challenge) => {
  try {
    requireToken(header, TOKEN)
    expect.unreachable()
  } catch (error) {
    expect(error).toMatchObject({ status: 401, headers: { 'WWW-Authenticate': challenge } })
    expect((error as ApiError).message).not.toContain('wrong')
  }
})
