import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Profiles, profilesPath, readProfiles, writeProfiles } from './profiles-file.ts'
import { resolveConnection } from './resolve.ts'

const PROFILES: Profiles = {
  default: 'live',
  profiles: {
    live: { url: 'https://live.example', token: 'live-token' },
    test: { url: 'https://test.example', token: 'test-token', environment: 'contoso' },
  },
}
const local = () => ({ url: 'http://127.0.0.1:4310', token: 'local-token' })

test.each([
  // options, environment, stored?, expected url, token, organization
  [{}, {}, false, 'http://127.0.0.1:4310', 'local-token', null],
  [{}, {}, true, 'https://live.example', 'live-token', null],
  [{ login: 'test' }, {}, true, 'https://test.example', 'test-token', 'contoso'],
  [
    { login: 'test', environment: 'other' },
    {},
    true,
    'https://test.example',
    'test-token',
    'other',
  ],
  [{}, { TRACKMARK_PROFILE: 'test' }, true, 'https://test.example', 'test-token', 'contoso'],
  [
    { login: 'test' },
    { TRACKMARK_URL: 'http://x', TRACKMARK_TOKEN: 'e' },
    true,
    'https://test.example',
    'test-token',
    'contoso',
  ],
  [{}, { TRACKMARK_URL: 'http://x/', TRACKMARK_TOKEN: 'e' }, true, 'http://x', 'e', null],
  [{}, { TRACKMARK_PORT: '9' }, true, 'http://127.0.0.1:4310', 'local-token', null],
  [{ url: 'http://y', token: 't' }, { TRACKMARK_URL: 'http://x' }, true, 'http://y', 't', null],
  [{ url: 'http://localhost:9' }, {}, false, 'http://localhost:9', 'local-token', null],
  // A stored token stays with its own server.
  [{ url: 'https://evil.example' }, {}, true, 'https://evil.example', null, null],
  [{ url: 'https://evil.example', login: 'test' }, {}, true, 'https://evil.example', null, null],
] as const)('%j with %j (stored: %s) is %s', (options, env, stored, url, token, environment) => {
  const found = resolveConnection(options, env, stored ? PROFILES : null, local)
  expect(found).toEqual({ url, token, environment })
})

test('a name nothing is stored under is refused, with the names there are', () => {
  expect(() => resolveConnection({ login: 'none' }, {}, PROFILES, local)).toThrow('live, test')
})

test.each([
  [{ XDG_CONFIG_HOME: '/x', HOME: '/h' }, 'linux', '/x/trackmark/profiles.json'],
  [{ HOME: '/h' }, 'linux', '/h/.config/trackmark/profiles.json'],
  [{ HOME: '/h', APPDATA: '/a' }, 'win32', '/a/trackmark/profiles.json'],
  [{ HOME: '/h', APPDATA: '/a' }, 'darwin', '/h/.config/trackmark/profiles.json'],
] as const)('with %j on %s the file is %s', (env, platform, path) => {
  expect(profilesPath(env, platform)).toBe(path)
})

test('what is stored is read back, by its owner only, and gone when nothing is left', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'trackmark-login-')), 'a', 'profiles.json')
  expect(readProfiles(path)).toBeNull()
  writeProfiles(path, PROFILES)
  writeProfiles(path, PROFILES)
  expect(readProfiles(path)).toEqual(PROFILES)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  writeProfiles(path, { default: '', profiles: {} })
  expect(readProfiles(path)).toBeNull()
})

test('a damaged file is refused without a word of what it holds', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'trackmark-login-')), 'profiles.json')
  writeFileSync(path, '{"profiles":{"live":{"token":"secret-word"}}')
  expect(() => readProfiles(path)).toThrow(/isn't what "trackmark login" writes/)
  expect(readFileSync(path, 'utf8')).toContain('secret-word')
  try {
    readProfiles(path)
  } catch (error) {
    expect(String(error)).not.toContain('secret-word')
  }
})
