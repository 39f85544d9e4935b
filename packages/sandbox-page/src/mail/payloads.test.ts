// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { dangersOf } from '../../../web-parts/src/mail/dangers.test-support.ts'
import { payloads } from '../../../web-parts/src/mail/payloads.test-support.ts'
import { safeBody } from './sanitize.ts'

const PAYLOADS = payloads('top.hacked=1', 'https://evil.example')
const clean = (content: string): string =>
  safeBody({ contentType: 'html', content }, new Map()).html

test.each(PAYLOADS)('$kind: $html', ({ html }) => {
  const once = clean(html)
  expect(dangersOf(once)).toEqual([])
  // The frame parses what was written out once more.
  const { body } = new DOMParser().parseFromString(once, 'text/html')
  expect(dangersOf(body.innerHTML)).toEqual([])
  expect(once).not.toMatch(/<style/i)
})
