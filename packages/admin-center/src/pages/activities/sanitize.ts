import createDOMPurify, { type WindowLike } from 'dompurify'

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
const REMOTE = /^\s*(?:https?:)?\/\//i
const URL_IN_CSS = /url\s*\([^)]*\)|image-set\s*\([^)]*\)|@import[^;]*;?/gi
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
  'accesskey',
]

/**
 * What a stranger sent, without anything that acts: no scripts, handlers, forms, frames, drawings
 * or media. Styles stay, since mail is laid out by them; what they would load is taken out, as are
 * pictures from elsewhere unless they are asked for. The frame's own policy forbids all this once
 * more.
 *
 * @param view of the frame: what is parsed is under its policy from the start
 */
export function cleanBody(html: string, images: 'none' | 'remote', view: WindowLike): CleanBody {
  const clean = createDOMPurify(view).sanitize(html, {
    USE_PROFILES: { html: true },
    WHOLE_DOCUMENT: true,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    ALLOW_UNKNOWN_PROTOCOLS: false,
    ALLOWED_URI_REGEXP: ADDRESSES,
    ADD_TAGS: ['style'],
    FORBID_TAGS: FORBIDDEN,
  })
  // A document without a window loads nothing; not so what DOMPurify would return as elements.
  const { documentElement: root } = new view.DOMParser().parseFromString(clean, 'text/html')
  let heldBack = 0
  const hold = (css: string): string => {
    const held =
      images === 'remote'
        ? css.replace(/@import[^;]*;?/gi, '')
        : css.replace(URL_IN_CSS, () => {
            heldBack += 1
            return 'none'
          })
    // What is left may have come together to the end of the element: no style needs that sign.
    return held.replaceAll('<', '')
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
  return { html: root.innerHTML, heldBack, contentIds: [...contentIds] }
}

/** A link leaves the frame, tells nobody where it was, and gets no hold of this page. */
function openElsewhere(element: HTMLElement): void {
  if (element.getAttribute('href')?.startsWith('#') === true) return
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
  if (!REMOTE.test(source) || images === 'remote') return 0
  element.removeAttribute('src')
  return 1
}
