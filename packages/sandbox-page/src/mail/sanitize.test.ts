// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { frameDocument, safeBody } from './sanitize.ts'

const html = (content: string, inline = new Map<string, string>()) =>
  safeBody({ contentType: 'html', content }, inline)

test.each([
  ['a script', '<script>x()</script><p>a</p>', '<p>a</p>'],
  ['an event handler', '<p onclick="x()">a</p>', '<p>a</p>'],
  ['a script in a link', '<a href="javascript:x()">a</a>', '<a'],
  ['a form', '<form action="https://a.example"><input name="p"></form>', ''],
  ['a frame', '<iframe src="https://a.example"></iframe><p>a</p>', '<p>a</p>'],
  ['styles for the page', '<style>body{display:none}</style><p>a</p>', '<p>a</p>'],
  ['an SVG with a script', '<svg><script>x()</script></svg><p>a</p>', '<p>a</p>'],
  ['a base', '<base href="https://a.example"><p>a</p>', '<p>a</p>'],
  ['a refresh', '<meta http-equiv="refresh" content="0;url=//a.example"><p>a</p>', '<p>a</p>'],
  ['an object', '<object data="x.swf"></object><p>a</p>', '<p>a</p>'],
])('%s is left out', (_what, content, kept) => {
  const { html: safe } = html(content)
  expect(safe).not.toMatch(/script|onclick|<form|<input|<iframe|<style|<svg|<base|<meta|<object/i)
  expect(safe).toContain(kept)
})

test('pictures from elsewhere are not loaded, those that came along are shown', () => {
  const remote = html(
    '<img src="https://a.example/x.png" srcset="https://a.example/2.png 2x" alt="Logo">',
  )
  expect(remote).toMatchObject({ html: '<img alt="Logo">', hasRemote: true })
  const inline = new Map([['logo', 'data:image/png;base64,AA==']])
  expect(html('<img src="cid:logo">', inline)).toMatchObject({
    html: '<img src="data:image/png;base64,AA==">',
    hasRemote: false,
  })
  expect(html('<img src="cid:other">', inline).html).toBe('<img>')
  expect(html('<img src="data:image/svg+xml,<svg/>">').html).toBe('<img>')
  expect(html('<td background="https://a.example/x.png">').html).not.toContain('a.example')
  expect(html('<video src="https://a.example/x.mp4"></video>').html).not.toContain('a.example')
})

test('links open elsewhere and tell nothing', () => {
  expect(html('<a href="https://a.example" target="_top">a</a>').html).toBe(
    '<a href="https://a.example" target="_blank" rel="noopener noreferrer">a</a>',
  )
})

test('text is text', () => {
  const { html: safe } = safeBody({ contentType: 'text', content: '<b>&\n' }, new Map())
  expect(safe).toContain('&#60;b&#62;&#38;\n')
})

test('a body with colours of its own gets white paper', () => {
  expect(html('<p style="color: #222">a</p>').isColoured).toBe(true)
  expect(html('<table bgcolor="#fff"></table>').isColoured).toBe(true)
  expect(html('<p>The colour: red</p>').isColoured).toBe(false)
})

test('the document of the frame loads nothing', () => {
  const paper = { foreground: '#000', background: '#fff', link: '#00f', font: 'sans-serif' }
  expect(frameDocument('<p>a</p>', paper, 'n1')).toMatch(
    /content="default-src 'none'; img-src data:; .*<style nonce="n1">.*<body><p>a<\/p><\/body>/,
  )
})
