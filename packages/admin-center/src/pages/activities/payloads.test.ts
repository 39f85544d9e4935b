// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { payloads } from './payloads.test-support.ts'
import { cleanBody } from './sanitize.ts'

const EVIL = 'https://evil.example'
const PAYLOADS = payloads('top.hacked=1', EVIL)

/** What mail is laid out with; anything else is a danger until somebody thinks of it. */
const HARMLESS = new Set(
  `HTML HEAD BODY STYLE P DIV SPAN A AREA MAP IMG PICTURE TABLE TBODY THEAD TFOOT TR TD TH CAPTION COL
   COLGROUP UL OL LI DL DT DD B I U S EM STRONG SMALL BIG SUB SUP FONT CENTER BR HR H1 H2 H3 H4 H5 H6 PRE
   CODE BLOCKQUOTE DETAILS SUMMARY MARQUEE DATALIST LABEL FIELDSET LEGEND`.split(/\s+/),
)
const ADDRESSES = new Set(['href', 'src'])
const LOADING_CSS = /url\s*\(|image-set|@import|expression\s*\(|</i

/** What a browser would do with it once it is shown, by walking through what it would make of it. */
function dangersOf(html: string): readonly string[] {
  const { documentElement: root } = new DOMParser().parseFromString(html, 'text/html')
  const found: string[] = []
  for (const element of [root, ...root.querySelectorAll('*')]) {
    const { tagName } = element
    if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml' || !HARMLESS.has(tagName)) {
      found.push(`element ${tagName}`)
    }
    for (const { name, value } of element.attributes) {
      const what = `${tagName} ${name}=${value.slice(0, 80)}`
      if (/^on|^(srcdoc|formaction|action|ping|popover|srcset|background|is)$/i.test(name))
        found.push(what)
      if (name === 'style' && LOADING_CSS.test(value)) found.push(what)
      if (/^(id|name)$/.test(name) && value in document) found.push(what)
      if (ADDRESSES.has(name)) {
        const isLink = tagName === 'A' || tagName === 'AREA'
        const may = isLink ? /^(https?:|\/\/|mailto:|tel:|#)/i : /^data:image\/(png|gif|jpeg|webp)/i
        if (!may.test(value)) found.push(what)
      } else if (value.includes('evil.example') && !/^(title|alt|id|class)$/.test(name)) {
        found.push(what)
      }
    }
    if (tagName === 'STYLE' && LOADING_CSS.test(element.textContent ?? '')) {
      found.push(`style ${element.textContent}`)
    }
  }
  return found
}

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
