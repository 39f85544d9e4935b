import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { readToken, tokenHash, writeToken } from './api-token.ts'

const name = { organizationId: randomUUID(), tokenId: randomUUID() }
const token = writeToken(name, randomBytes(32))

test('a token contains the ids of its row, and no other token has its hash', () => {
  expect(readToken(token)).toEqual(name)
  expect(token).toMatch(/^tm_[\w-]{86}$/)
  expect(tokenHash(token)).not.toBe(tokenHash(writeToken(name, randomBytes(32))))
})

test.each([
  '',
  'tm_',
  token.slice(0, -1),
  `${token}A`,
  `${token}=`,
  token.replace('tm_', 'tn_'),
  token.replace('tm_', ''),
  `tm_${'+'.repeat(86)}`,
])('%j is no token', (text) => {
  expect(readToken(text)).toBeNull()
})
