import createDOMPurify, { type Config, type WindowLike } from 'dompurify'

/** A mail's body that is safe to show in the frame. */
export interface CleanBody {
  /** Content of the `html` element. */
  readonly html: string
  /** Number of remote pictures and backgrounds that were blocked. */
  readonly heldBack: number
  /** Content ids of the pictures that are attached to the mail. */
  readonly contentIds: readonly string[]
}

/** Attribute with the content id of an attached picture whose bytes aren't loaded yet. */
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
/** `cid:` addresses an attachment of the same mail. */
const ADDRESSES =
  /^(?:(?:https?|mailto|tel|cid):|\/\/|#|data:image\/(?:png|gif|jpe?g|webp);base64,)/i
const LINKED = /^\s*(?:https?:|mailto:|tel:|\/\/)/i
const REMOTE = /^\s*(?:https?:)?\/\//i
/** The closing parenthesis is optional, since the end of a style closes it, too. */
const URL_IN_CSS = /url\s*\([^)]*\)?|image-set\s*\([^)]*\)?|@import[^;]*;?/gi
const IMPORT_IN_CSS = /@import[^;]*;?/gi
/** Very old browsers ran it as script. */
const SCRIPT_IN_CSS = /expression\s*\(/gi
/** CSS can write any character as an escape, also in the names that are searched for here. */
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

/** Attributes whose values are never addresses, even if they look like one. */
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
 * Removes everything active from a mail's body: scripts, handlers, forms, frames, drawings and
 * media. Styles are kept, since they make the layout, but without anything that they would load.
 * Remote pictures are removed unless they are asked for. The frame's own policy forbids the same.
 *
 * @param view window of the frame, so that its policy already holds while the body is parsed
 */
export function cleanBody(html: string, images: 'none' | 'remote', view: WindowLike): CleanBody {
  const purifier = createDOMPurify(view)
  const clean = purifier.sanitize(html, ALLOWED)
  // A document without a window loads nothing. Elements returned by DOMPurify could load something.
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
    // The remaining text may now form the end tag of the element, so `<` goes. No style needs it.
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
  // The changes above could have made something active again, so the result is cleaned once more.
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

/** Links open in a new tab, send no referrer and get no access to this page. */
function openElsewhere(element: HTMLElement): void {
  const href = element.getAttribute('href') ?? ''
  if (href.startsWith('#')) return
  // A link can't lead to an attachment: only pictures are loaded by `cid:`.
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
  // SVG pictures may contain scripts.
  if (!ADDRESSES.test(source.trim())) element.removeAttribute('src')
  if (!REMOTE.test(source) || images === 'remote') return 0
  element.removeAttribute('src')
  return 1
}
