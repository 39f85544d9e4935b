// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { cleanBody } from './clean-body.ts'

const clean = (html: string, images: 'none' | 'remote' = 'none') => {
  const found = cleanBody(html, images, window)
  const root = document.createElement('html')
  root.innerHTML = found.html
  return { ...found, root }
}

describe('a hostile mail', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg><script>alert(1)</script></svg>',
    '<svg onload=alert(1)><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<object data="data:text/html,<script>alert(1)</script>"></object>',
    '<embed src="https://evil.example/x.swf">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    '<base href="https://evil.example/">',
    '<link rel="stylesheet" href="https://evil.example/x.css">',
    '<form action="https://evil.example/"><input name=password autofocus onfocus=alert(1)><button formaction="javascript:alert(1)">x</button></form>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="vbscript:x">x</a>',
    '<a href="blob:https://evil.example/1">x</a>',
    '<body onload=alert(1)><p onclick=alert(1)>x</p></body>',
    '<video src="https://evil.example/v.mp4" poster="https://evil.example/p.png" onerror=alert(1)></video>',
    '<audio src="https://evil.example/a.mp3" autoplay></audio>',
    '<template><img src=x onerror=alert(1)></template>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<dialog open>x</dialog>',
  ])('%s leaves nothing that acts', (html) => {
    const { html: found } = clean(html, 'remote')
    expect(found).not.toMatch(
      /<(script|svg|math|iframe|object|embed|meta|base|link|form|input|button|video|audio|template|dialog)|\son\w+=|javascript:|vbscript:|data:text|blob:|evil\.example/i,
    )
  })

  test('pictures from elsewhere are held back and counted, however they are named', () => {
    const html = `<style>@import url(https://e.example/a.css); p { background: url("https://e.example/b.png") }</style>
      <table background="https://e.example/c.png"><tr><td>x</td></tr></table>
      <p style="background-image:url(//e.example/d.png)">x</p>
      <img src="https://e.example/e.png" srcset="https://e.example/f.png 2x">
      <img src="//e.example/g.png"><img src="data:image/png;base64,AAAA">`
    const held = clean(html)
    expect(held.html).not.toContain('e.example')
    expect(held.html).toContain('data:image/png')
    expect(held.heldBack).toBe(6)
    const loaded = clean(html, 'remote')
    expect(loaded.heldBack).toBe(0)
    expect(loaded.html).toContain('https://e.example/e.png')
    expect(loaded.html).not.toMatch(/a\.css|f\.png/)
  })

  test('links open elsewhere and tell nobody where they were; anchors stay', () => {
    const { root } = clean(
      '<a href="https://x.example/">x</a><a href="#top">y</a><a target="_top" href="mailto:a@b.example">z</a>',
    )
    const links = [...root.querySelectorAll('a')].map((link) => [link.target, link.rel])
    expect(links).toEqual([
      ['_blank', 'noopener noreferrer'],
      ['', ''],
      ['_blank', 'noopener noreferrer'],
    ])
  })

  test('pictures that came along are known by their content id', () => {
    const { root, contentIds, heldBack } = clean('<img src="cid:logo@1"><img src="CID:logo@1">')
    expect([contentIds, heldBack]).toEqual([['logo@1'], 0])
    expect(root.querySelectorAll('img[data-content-id="logo@1"]')).toHaveLength(2)
  })

  test('an ordinary mail keeps its looks', () => {
    const { html } = clean(
      '<html><head><style>.a{color:red}</style></head><body><div class="a" style="font-size:12px">Hello <b>you</b></div><table width="600" bgcolor="#eee"><tr><td align="center">x</td></tr></table></body></html>',
    )
    expect(html).toContain('.a{color:red}')
    expect(html).toContain('font-size:12px')
    expect(html).toContain('bgcolor="#eee"')
    expect(html).toContain('width="600"')
    expect(html).toContain('align="center"')
  })
})
