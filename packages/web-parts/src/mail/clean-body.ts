import createDOMPurify, { type Config, type WindowLike } from 'dompurify'

/** A mail's body, fit to be put into the frame. */
export interface CleanBody {
  /** What belongs inside of the `html` element. */
  readonly html: string
  /** Pictures and backgrounds from elsewhere that were held back. */
  readonly heldBack: number
  /** Content ids of the pictures that came along with the mail. */
  readonly contentIds: readonly string[]
}

/** Where a picture that came along goes, until its bytes are there. */
export const CONTENT_ID = 'data-content-id'

const FORBIDDEN = [
  'form',
  'input',
  'button',
  'textarea',
  'select',
  'option',
  'dialog',
  'source',
  'audio',
  'video',
  'track',
  'base',
  'link',
  'meta',
  'title',
  'template',
]
/** `cid:` names what came along with the mail. */
const ADDRESSES =
  /^(?:(?:https?|mailto|tel|cid):|\/\/|#|data:image\/(?:png|gif|jpe?g|webp);base64,)/i
const LINKED = /^\s*(?:https?:|mailto:|tel:|\/\/)/i
const REMOTE = /^\s*(?:https?:)?\/\//i
/** The end of a style closes what is open. */
const URL_IN_CSS = /url\s*\([^)]*\)?|image-set\s*\([^)]*\)?|@import[^;]*;?/gi
const IMPORT_IN_CSS = /@import[^;]*;?/gi
/** Browsers of long ago ran it. */
const SCRIPT_IN_CSS = /expression\s*\(/gi
/** CSS writes any sign so, also those of the names that are looked for. */
const ESCAPED_SIGN = /\\(?:([0-9a-f]{1,6})\s?|([g-z@-]))/gi
const LOADING = [
  'srcset',
  'background',
  'poster',
  'data',
  'ping',
  'longdesc',
  'cite',
  'action',
  'formaction',
  'autofocus',
  'tabindex',
  'popover',
  'is',
  'accesskey',
]

/** Values of these are no addresses, whatever they look like. */
const LAYOUT = [
  'align',
  'bgcolor',
  'border',
  'cellpadding',
  'cellspacing',
  'color',
  'colspan',
  'dir',
  'face',
  'height',
  'hspace',
  'lang',
  'nowrap',
  'rowspan',
  'size',
  'start',
  'type',
  'valign',
  'vspace',
  'width',
]

const ALLOWED: Config = {
  USE_PROFILES: { html: true },
  WHOLE_DOCUMENT: true,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOW_UNKNOWN_PROTOCOLS: false,
  ALLOWED_URI_REGEXP: ADDRESSES,
  ADD_TAGS: ['style'],
  ADD_URI_SAFE_ATTR: LAYOUT,
  FORBID_TAGS: FORBIDDEN,
}

/**
 * What a stranger sent, without anything that acts: no scripts, handlers, forms, frames, drawings
 * or media. Styles stay, since mail is laid out by them; what they would load is taken out, as are
 * pictures from elsewhere unless they are asked for. The frame's own policy forbids all this once
 * more.
 *
 * @param view of the frame: what is parsed is under its policy from the start
 */
export function cleanBody(html: string, images: 'none' | 'remote', view: WindowLike): CleanBody {
  const purifier = createDOMPurify(view)
  const clean = purifier.sanitize(html, ALLOWED)
  // A document without a window loads nothing; not so what DOMPurify would return as elements.
  const { documentElement: root } = new view.DOMParser().parseFromString(clean, 'text/html')
  let heldBack = 0
  const hold = (css: string): string => {
    const held =
      images === 'remote'
        ? readable(css).replace(IMPORT_IN_CSS, ' ')
        : readable(css).replace(URL_IN_CSS, () => {
            heldBack += 1
            return 'none'
          })
    // What is left may have come together to the end of the element: no style needs that sign.
    return held.replace(SCRIPT_IN_CSS, 'none(').replaceAll('<', '')
  }
  const contentIds = new Set<string>()
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    for (const name of LOADING) {
      if (name === 'background' && images === 'none' && element.hasAttribute(name)) heldBack += 1
      if (name !== 'background' || images === 'none') element.removeAttribute(name)
    }
    const style = element.getAttribute('style')
    if (style !== null) element.setAttribute('style', hold(style))
    if (element.tagName === 'STYLE') element.textContent = hold(element.textContent ?? '')
    if (element.tagName === 'A' || element.tagName === 'AREA') openElsewhere(element)
    if (element.tagName === 'IMG') heldBack += holdPicture(element, images, contentIds)
  }
  // What was changed since is cleaned as if it had come so.
  const changed = purifier.sanitize(`<html>${root.innerHTML}</html>`, {
    ...ALLOWED,
    ADD_ATTR: ['target', CONTENT_ID],
    ADD_URI_SAFE_ATTR: [...LAYOUT, 'target', 'rel', CONTENT_ID],
  })
  const { documentElement } = new view.DOMParser().parseFromString(changed, 'text/html')
  return { html: documentElement.innerHTML, heldBack, contentIds: [...contentIds] }
}

const readable = (css: string): string =>
  css.replace(ESCAPED_SIGN, (whole, code: string | undefined, sign: string | undefined) => {
    if (sign !== undefined) return sign
    const written = Number.parseInt(code!, 16)
    const isName = written < 128 && /[a-z@-]/i.test(String.fromCharCode(written))
    return isName ? String.fromCharCode(written) : whole
  })

/** A link leaves the frame, tells nobody where it was, and gets no hold of this page. */
function openElsewhere(element: HTMLElement): void {
  const href = element.getAttribute('href') ?? ''
  if (href.startsWith('#')) return
  // Only pictures come along.
  if (!LINKED.test(href)) element.removeAttribute('href')
  element.setAttribute('target', '_blank')
  element.setAttribute('rel', 'noopener noreferrer')
}

function holdPicture(
  element: HTMLElement,
  images: 'none' | 'remote',
  contentIds: Set<string>,
): number {
  const source = element.getAttribute('src') ?? ''
  const contentId = /^\s*cid:(.+)$/i.exec(source)?.[1]
  if (contentId !== undefined) {
    contentIds.add(contentId)
    element.removeAttribute('src')
    element.setAttribute(CONTENT_ID, contentId)
    return 0
  }
  // Drawings may hold what acts.
  if (!ADDRESSES.test(source.trim())) element.removeAttribute('src')
  if (!REMOTE.test(source) || images === 'remote') return 0
  element.removeAttribute('src')
  return 1
}
