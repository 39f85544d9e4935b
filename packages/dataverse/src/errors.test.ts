import { expect, test } from 'vitest'
import { dataverseError, ERROR_CODES } from './errors.ts'

test('an error is answered in the Dataverse envelope', () => {
  const body = dataverseError(ERROR_CODES.notFound, 'email With Id = 1 Does Not Exist')
  expect(JSON.parse(JSON.stringify(body))).toEqual({
    error: { code: '0x80040217', message: 'email With Id = 1 Does Not Exist' },
  })
})

test('codes are HRESULTs and each stands for one thing', () => {
  const codes = Object.values(ERROR_CODES)
  for (const code of codes) expect(code).toMatch(/^0x8[0-9a-f]{7}$/)
  expect(new Set(codes).size).toBe(codes.length)
})
