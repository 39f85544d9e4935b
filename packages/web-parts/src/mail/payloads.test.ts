// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { cleanBody } from './clean-body.ts'
import { dangersOf } from './dangers.test-support.ts'
import { payloads } from './payloads.test-support.ts'

const EVIL = 'https://evil.example'
const PAYLOADS = payloads('top.hacked=1', EVIL)

const clean = (html: string): string => cleanBody(html, 'none', window).html
const parsedAgain = (html: string): string =>
  new DOMParser().parseFromString(html, 'text/html').documentElement.innerHTML

describe('the corpus of hostile bodies', () => {
  test('is large, and dangerous before it is cleaned', () => {
    expect(PAYLOADS.length).toBeGreaterThan(100)
    const harmless = PAYLOADS.filter(({ html }) => dangersOf(html).length === 0)
    // Texts that become dangerous only to who decodes them once more, or reads another charset.
    expect(harmless.length).toBeLessThan(PAYLOADS.length / 10)
  })

  test.each(PAYLOADS)('$kind: $html', ({ html }) => {
    const once = clean(html)
    expect(dangersOf(once)).toEqual([])
    // What was written out is read once more by the frame, and by every page that shows it later.
    const again = parsedAgain(once)
    expect(dangersOf(again)).toEqual([])
    expect(dangersOf(parsedAgain(again))).toEqual([])
    const twice = clean(once)
    expect(dangersOf(twice)).toEqual([])
    expect(clean(twice)).toBe(twice)
  })

  test.each(PAYLOADS)('$kind runs nothing where pictures are asked for: $html', ({ html }) => {
    const { html: found } = cleanBody(html, 'remote', window)
    const { documentElement: root } = new DOMParser().parseFromString(found, 'text/html')
    for (const element of root.querySelectorAll('*')) {
      expect(
        [...element.attributes].map(({ name }) => name).filter((name) => /^on/i.test(name)),
      ).toEqual([])
      expect(element.getAttribute('href') ?? '').not.toMatch(/^\W*(java|vb)\s*script/i)
      if (element.tagName === 'STYLE') expect(element.textContent).not.toMatch(/@import|</i)
    }
    expect(
      root.querySelector('script, svg, math, iframe, object, embed, link, meta, base, form'),
    ).toBeNull()
  })
})
