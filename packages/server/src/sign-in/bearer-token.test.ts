import { expect, test } from 'vitest'
import { bearerToken, isToken, refuseToken } from './bearer-token.ts'

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
  const given = bearerToken(header)
  expect(given !== null && isToken(given, TOKEN)).toBe(accepted)
})

test.each([
  [true, 'Bearer'],
  [false, 'Bearer error="invalid_token"'],
])('a refusal of a missing token (%o) says how to sign in', (isMissing, challenge) => {
  expect(refuseToken(isMissing)).toMatchObject({
    status: 401,
    headers: { 'WWW-Authenticate': challenge },
  })
})
