import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadSecrets, requireSecretKey, type Secrets } from './secrets.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'trackmark-secrets-'))
const nothing = { adminToken: null, secretKey: null, secretKeyFormer: null }

const inClear = ({ adminToken, secretKeys: { current, former } }: Secrets) => ({
  adminToken,
  current,
  former,
})

test('secrets are made once, kept, and readable by their owner alone', async () => {
  const dataDir = join(folder(), 'data')
  const first = await loadSecrets(dataDir, nothing)
  expect(inClear(await loadSecrets(dataDir, nothing))).toEqual(inClear(first))
  for (const name of ['admin-token', 'secret-key']) {
    expect(statSync(join(dataDir, name)).mode & 0o777).toBe(0o600)
  }
  expect((await loadSecrets(folder(), nothing)).adminToken).not.toBe(first.adminToken)
})

test('configured secrets are used and not written down', async () => {
  const dataDir = folder()
  const given = { ...nothing, adminToken: 'a-token-of-my-own', secretKey: 'ab'.repeat(32) }
  const secrets = await loadSecrets(dataDir, given)
  expect(secrets.adminToken).toBe(given.adminToken)
  expect(secrets.secretKey.toString('hex')).toBe(given.secretKey)
  expect(() => readFileSync(join(dataDir, 'admin-token'))).toThrow()
})

test('a damaged key file is refused, naming the file and what to do', async () => {
  const dataDir = folder()
  writeFileSync(join(dataDir, 'secret-key'), 'no key')
  await expect(loadSecrets(dataDir, nothing)).rejects.toThrow(/secret-key must hold 32 bytes/)
})

test('an empty file, left by a process that was killed, is made anew and kept', async () => {
  const dataDir = folder()
  writeFileSync(join(dataDir, 'admin-token'), '')
  const first = await loadSecrets(dataDir, nothing)
  expect(first.adminToken).toHaveLength(43)
  expect(inClear(await loadSecrets(dataDir, nothing))).toEqual(inClear(first))
})

test('two processes starting at once go on with one secret', async () => {
  const dataDir = folder()
  const both = await Promise.all([loadSecrets(dataDir, nothing), loadSecrets(dataDir, nothing)])
  expect(inClear(both[0])).toEqual(inClear(both[1]))
})

test('a worker without the key of its server is refused, and makes none', async () => {
  const dataDir = folder()
  await expect(requireSecretKey(dataDir, nothing)).rejects.toThrow(/TRACKMARK_SECRET_KEY/)
  await loadSecrets(dataDir, nothing)
  await requireSecretKey(dataDir, nothing)
})
