import DOMPurify from 'dompurify'
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

const FORBIDDEN_TAGS = ['style', 'form', 'input', 'button', 'textarea', 'select', 'dialog']
const FORBIDDEN_ATTRIBUTES = ['srcset', 'background', 'ping', 'action', 'id', 'name', 'autofocus']
/** Held against every value of an attribute: a scheme that isn't named here, or no scheme at all. */
const NO_OTHER_SCHEME = /^(?:(?:https?|mailto|cid|data):|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i
const COLOURS = /\b(bgcolor|color|background(-color)?)\s*[=:]/i

/** The body of a message without anything that acts or loads. */
export function safeBody(body: ItemBody, inline: Inline): SafeBody {
  if (body.contentType === 'text') {
    const html = `<div style="white-space:pre-wrap">${escaped(body.content)}</div>`
    return { html, hasRemote: false, isColoured: false }
  }
  const fragment = DOMPurify.sanitize(body.content, {
    USE_PROFILES: { html: true },
    FORBID_TAGS: FORBIDDEN_TAGS,
    FORBID_ATTR: FORBIDDEN_ATTRIBUTES,
    ALLOWED_URI_REGEXP: NO_OTHER_SCHEME,
    RETURN_DOM_FRAGMENT: true,
  })
  let hasRemote = false
  for (const image of fragment.querySelectorAll('img')) {
    const source = image.getAttribute('src') ?? ''
    const shown = source.startsWith('cid:') ? inline.get(source.slice(4)) : source
    if (shown !== undefined && /^data:image\/(png|jpe?g|gif|webp|bmp)[;,]/i.test(shown)) {
      image.setAttribute('src', shown)
    } else {
      hasRemote ||= /^https?:/i.test(source)
      image.removeAttribute('src')
    }
  }
  for (const other of fragment.querySelectorAll('[src]:not(img), [poster]')) {
    hasRemote = true
    other.removeAttribute('src')
    other.removeAttribute('poster')
  }
  for (const link of fragment.querySelectorAll('a, area')) {
    if (!/^(https?|mailto):/i.test(link.getAttribute('href') ?? '')) link.removeAttribute('href')
    link.setAttribute('target', '_blank')
    link.setAttribute('rel', 'noopener noreferrer')
  }
  const holder = document.createElement('div')
  holder.append(fragment)
  const html = holder.innerHTML
  hasRemote ||= /url\(\s*["']?(https?:)?\/\//i.test(html)
  return { html, hasRemote, isColoured: COLOURS.test(html) }
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
