import { describe, expect, test } from 'vitest'
import { isTrust, trustOf } from '../config/trusted-proxies.ts'
import { originalRequest } from './forwarded.ts'

const PROXY = '127.0.0.1'

function asSeen(
  headers: Readonly<Record<string, string>>,
  at: { peer?: string; url?: string; trust?: string; publicUrl?: string; named?: string } = {},
) {
  const { peer = PROXY, url = 'http://127.0.0.1:4310/api/x?y=1', trust = 'on' } = at
  const { publicUrl = null, named } = at
  const proxies = { trusts: trustOf(trust), publicUrl }
  const request = { url, headers: new Headers(headers) }
  const found = originalRequest(proxies, request, peer, (hostname) => hostname === named)
  return { url: found.url.href, address: found.address }
}

describe('what a trusted proxy says', () => {
  test.each([
    [{ 'x-forwarded-proto': 'https' }, 'http://crm.test/p', 'https://crm.test/p'],
    [{ 'x-forwarded-proto': 'HTTPS' }, 'http://crm.test:8443/p', 'https://crm.test:8443/p'],
    [
      { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'crm.test' },
      'http://127.0.0.1:4310/p?q=1',
      'https://crm.test/p?q=1',
    ],
    [
      { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'crm.test', 'x-forwarded-port': '8443' },
      'http://127.0.0.1:4310/p',
      'https://crm.test:8443/p',
    ],
    [
      { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'crm.test:9', 'x-forwarded-port': '443' },
      'http://127.0.0.1:4310/p',
      'https://crm.test:9/p',
    ],
    [
      { 'x-forwarded-proto': 'https', 'x-forwarded-port': '443' },
      'http://crm.test/p',
      'https://crm.test/p',
    ],
    [{ 'x-forwarded-host': '[2001:db8::1]:8080' }, 'http://h/p', 'http://[2001:db8::1]:8080/p'],
  ])('%j of %s is %s', (headers, url, wanted) => {
    expect(asSeen(headers, { url }).url).toBe(wanted)
  })

  test('of several values the last one counts, which the proxy added itself', () => {
    const headers = {
      'x-forwarded-for': '192.0.2.66, 198.51.100.7',
      'x-forwarded-host': 'evil.test, crm.test',
      'x-forwarded-proto': 'http, https',
    }
    expect(asSeen(headers)).toEqual({ url: 'https://crm.test/api/x?y=1', address: '198.51.100.7' })
  })

  test.each([
    { 'x-forwarded-proto': 'javascript' },
    { 'x-forwarded-host': 'crm.test/evil?' },
    { 'x-forwarded-host': 'user@crm.test' },
    { 'x-forwarded-host': '999.1.1.1' },
    { 'x-forwarded-host': '' },
    { 'x-forwarded-port': '70000' },
    { 'x-forwarded-port': 'x' },
  ])('%j is ignored', (headers) => {
    expect(asSeen(headers).url).toBe('http://127.0.0.1:4310/api/x?y=1')
  })
})

describe('whose headers are believed', () => {
  const headers = {
    'x-forwarded-for': '192.0.2.1',
    'x-forwarded-host': 'crm.test',
    'x-forwarded-proto': 'https',
    'x-forwarded-port': '444',
  }

  test.each([
    ['off', '127.0.0.1', false],
    ['on', '127.0.0.1', true],
    ['on', '::1', true],
    ['on', '::ffff:10.3.2.1', true],
    ['on', '172.31.0.2', true],
    ['on', 'fd00::9', true],
    ['on', '172.32.0.2', false],
    ['on', '203.0.113.9', false],
    ['on', '2001:db8::9', false],
    ['203.0.113.9', '203.0.113.9', true],
    ['203.0.113.9', '::ffff:203.0.113.9', true],
    ['203.0.113.9', '127.0.0.1', false],
    ['203.0.113.9, 2001:db8::/32', '2001:db8:1::9', true],
    ['203.0.113.9, 2001:db8::/32', '2001:db9::9', false],
  ])('%s: of %s %s', (trust, peer, isBelieved) => {
    expect(asSeen(headers, { trust, peer })).toEqual(
      isBelieved
        ? { url: 'https://crm.test:444/api/x?y=1', address: '192.0.2.1' }
        : { url: 'http://127.0.0.1:4310/api/x?y=1', address: peer },
    )
  })

  test('a request whose peer is not known comes from no proxy', () => {
    const request = { url: 'http://h/', headers: new Headers(headers) }
    const proxies = { trusts: trustOf('on'), publicUrl: null }
    const found = originalRequest(proxies, request, null, () => false)
    expect([found.url.href, found.address]).toEqual(['http://h/', null])
  })

  test.each([
    ['on', true],
    ['off', true],
    ['10.0.0.1', true],
    ['10.0.0.0/8,::1', true],
    ['10.0.0.0/33', false],
    ['10.0.0.0/8/8', false],
    ['fe80::/129', false],
    ['nginx', false],
    ['', false],
    ['10.0.0.1,', false],
  ])('"%s" can be configured: %s', (text, can) => {
    expect(isTrust(text)).toBe(can)
  })
})

describe('a public URL', () => {
  const publicUrl = 'https://crm.test:8443'

  test('is the address of every request, whatever the host and the headers are', () => {
    const wanted = 'https://crm.test:8443/api/x?y=1'
    expect(asSeen({}, { publicUrl, trust: 'off' }).url).toBe(wanted)
    expect(asSeen({ 'x-forwarded-host': 'evil.test:1' }, { publicUrl }).url).toBe(wanted)
    expect(asSeen({}, { publicUrl: 'https://crm.test/' }).url).toBe('https://crm.test/api/x?y=1')
  })

  test('leaves the host that names an organization', () => {
    const headers = { 'x-forwarded-host': 'contoso.test' }
    expect(asSeen(headers, { publicUrl, named: 'contoso.test' }).url).toBe(
      'https://contoso.test:8443/api/x?y=1',
    )
    const url = 'http://contoso.test/p'
    expect(asSeen({}, { publicUrl: 'https://crm.test', url, named: 'contoso.test' }).url).toBe(
      'https://contoso.test/p',
    )
  })
})
