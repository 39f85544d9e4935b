import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { explainConfig } from './explain.ts'
import { type ConfigInput, loadConfig } from './load.ts'

const folder = (file?: string, name = 'trackmark.config.json'): string => {
  const path = mkdtempSync(join(tmpdir(), 'trackmark-config-'))
  if (file !== undefined) writeFileSync(join(path, name), file)
  return path
}

const load = (input: Partial<ConfigInput>) =>
  loadConfig({ flags: {}, env: {}, cwd: input.cwd ?? folder(), ...input })

const failure = (input: Partial<ConfigInput>): string => {
  try {
    load(input)
  } catch (error) {
    return (error as Error).message
  }
  throw new Error('nothing was refused')
}

test('nothing configured gives the defaults of the README', () => {
  const { config, sources } = load({})
  expect(config).toMatchObject({
    host: '127.0.0.1',
    port: 4310,
    databaseUrl: null,
    sandbox: 'auto',
    sandboxPort: 4311,
    sandboxHttpsPort: null,
    adminToken: null,
    worker: 'on',
  })
  expect(new Set(Object.values(sources))).toEqual(new Set(['default']))
})

test('flags come before the environment, that before the file, that before defaults', () => {
  const cwd = folder('{"port": 1, "sandboxPort": 2, "host": "file.example", "sandbox": false}')
  const { config, sources } = load({
    cwd,
    flags: { port: '11' },
    env: { TRACKMARK_PORT: '21', TRACKMARK_SANDBOX_PORT: '22', TRACKMARK_HOST: '' },
  })
  expect(config).toMatchObject({ port: 11, sandboxPort: 22, host: 'file.example', sandbox: 'off' })
  expect(sources).toMatchObject({
    port: 'flag',
    sandboxPort: 'environment',
    host: 'file',
    sandbox: 'file',
    dataDir: 'default',
  })
})

test('the data folder is taken from the working folder', () => {
  const cwd = folder()
  expect(load({ cwd }).config.dataDir).toBe(join(cwd, 'data'))
  expect(load({ cwd, flags: { dataDir: '/srv/data' } }).config.dataDir).toBe('/srv/data')
})

test.each([
  ['TRACKMARK_PORT', '99999', /port must be a whole number from 0 to 65535.*TRACKMARK_PORT.*99999/],
  ['TRACKMARK_PORT', 'http', /port must be a whole number/],
  ['TRACKMARK_HOST', 'a b', /host must be a host name/],
  ['DATABASE_URL', 'mysql://localhost', /databaseUrl must be a URL such as postgres:/],
  ['TRACKMARK_SANDBOX', 'maybe', /sandbox must be one of auto/],
  ['TRACKMARK_WORKER_CONCURRENCY', '0', /workerConcurrency must be a whole number from 1/],
  ['TRACKMARK_WORKER_CONCURRENCY', '1.5', /workerConcurrency must be a whole number from 1/],
  ['TRACKMARK_LOG_LEVEL', 'loud', /logLevel must be one of trace/],
  ['TRACKMARK_PROT', '1', /TRACKMARK_PROT isn't a known.*Did you mean TRACKMARK_PORT\?/],
])('%s=%s is refused, naming key, value and what it must be', (name, value, message) => {
  expect(failure({ env: { [name]: value } })).toMatch(message)
})

test.each([
  ['{"prot": 1}', /prot in .*trackmark\.config\.json isn't a known key\. Did you mean port\?/],
  ['{"port": [1]}', /port must be a whole number/],
  ['{"port": ', /isn't valid JSON/],
  ['[]', /must hold one JSON object/],
])('the file %s is refused', (text, message) => {
  expect(failure({ cwd: folder(text) })).toMatch(message)
})

test('several faults are told at once', () => {
  const message = failure({ env: { TRACKMARK_PORT: 'x', TRACKMARK_SANDBOX: 'y' } })
  expect(message.split('\n')).toHaveLength(2)
})

test('secrets never show in an error', () => {
  expect(failure({ env: { TRACKMARK_ADMIN_TOKEN: 'hunter2' } })).not.toContain('hunter2')
  expect(failure({ env: { TRACKMARK_SECRET_KEY: 'hunter2' } })).not.toContain('hunter2')
  expect(failure({ env: { DATABASE_URL: 'mysql://me:hunter2@db/x' } })).not.toContain('hunter2')
  expect(failure({ cwd: folder('{"adminToken": hunter2}') })).not.toContain('hunter2')
})

test('a file named by --config must exist', () => {
  expect(failure({ configFile: 'absent.json' })).toMatch(/absent\.json doesn't exist/)
  const cwd = folder('{"port": 7}', 'mine.json')
  expect(load({ cwd, configFile: 'mine.json' }).config.port).toBe(7)
})

test('every key is explained with value and source, secrets masked', () => {
  const loaded = load({
    env: {
      TRACKMARK_ADMIN_TOKEN: 'abcdefghijklmnopqrstuvwx',
      DATABASE_URL: 'postgres://me:hunter2@db.example/crm?sslpassword=hunter3',
    },
  })
  const explained = explainConfig(loaded)
  const text = JSON.stringify(explained)
  expect(text).not.toMatch(/hunter|abcdefgh/)
  expect(text).toContain('postgres://me:***@db.example/crm')
  expect(explained.find((key) => key.name === 'adminToken')?.source).toBe('environment')
  expect(explained.find((key) => key.name === 'secretKey')).toMatchObject({
    value: null,
    note: 'made at first start, kept in the data folder',
  })
})
