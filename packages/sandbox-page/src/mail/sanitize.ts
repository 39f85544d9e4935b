import { CONTENT_ID, cleanBody } from '@trackmark/web-parts/clean-body'
import type { ItemBody } from '../api/wire.ts'

export interface SafeBody {
  readonly html: string
  /** Pictures that would have been loaded from somewhere. */
  readonly hasRemote: boolean
  /** It sets colours, so it needs the paper it was written for. */
  readonly isColoured: boolean
}

/** Pictures that came along, by content id, as `data:` addresses. */
export type Inline = ReadonlyMap<string, string>

const PICTURE = /^data:image\/(png|jpe?g|gif|webp|bmp)[;,]/i
const COLOURS = /\b(bgcolor|color|background(-color)?)\s*[=:]/i

/** The body of a message without anything that acts or loads. */
export function safeBody(body: ItemBody, inline: Inline): SafeBody {
  if (body.contentType === 'text') {
    const html = `<div style="white-space:pre-wrap">${escaped(body.content)}</div>`
    return { html, hasRemote: false, isColoured: false }
  }
  const clean = cleanBody(body.content, 'none', window)
  const { body: page } = new DOMParser().parseFromString(clean.html, 'text/html')
  // The frame's policy lets no styles in but its own.
  for (const style of page.querySelectorAll('style')) style.remove()
  for (const element of page.querySelectorAll('[id], [name]')) {
    element.removeAttribute('id')
    element.removeAttribute('name')
  }
  for (const picture of page.querySelectorAll(`img[${CONTENT_ID}]`)) {
    const shown = inline.get(picture.getAttribute(CONTENT_ID)!)
    picture.removeAttribute(CONTENT_ID)
    if (shown !== undefined && PICTURE.test(shown)) picture.setAttribute('src', shown)
  }
  const html = page.innerHTML
  return { html, hasRemote: clean.heldBack > 0, isColoured: COLOURS.test(html) }
}

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)

export interface Paper {
  readonly foreground: string
  readonly background: string
  readonly link: string
  readonly font: string
}

/**
 * A document for a frame without scripts. The page's own policy holds in it too; this one says
 * once more that nothing is loaded.
 */
export function frameDocument(html: string, paper: Paper, nonce: string | undefined): string {
  const style = `html{color:${paper.foreground};background:${paper.background};font:14px/1.5 ${paper.font};overflow-wrap:anywhere}body{margin:0}a{color:${paper.link}}img{max-width:100%;height:auto}table{max-width:100%}blockquote{margin:0 0 0 8px;padding-left:8px;border-left:2px solid}`
  const nonced = nonce === undefined ? '' : ` nonce="${nonce}"`
  const policy = `default-src 'none'; img-src data:; style-src-attr 'unsafe-inline'; style-src-elem ${nonce === undefined ? "'unsafe-inline'" : `'nonce-${nonce}'`}`
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>Message</title><style${nonced}>${style}</style></head><body>${html}</body></html>`
}
