import type { ActivityAttachment } from '@trackmark/admin-api'
import { CONTENT_ID } from '@trackmark/web-parts/clean-body'
import { attachmentUrl } from './use-activities.ts'

/** Kinds of pictures that nothing is run in. */
const KINDS = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])
const BYTES_MAX = 2_000_000
const PICTURES_MAX = 20

/** Attachments that the body shows as pictures, as far as they are small. */
export function picturesIn(
  attachments: readonly ActivityAttachment[],
  contentIds: readonly string[],
): readonly ActivityAttachment[] {
  return attachments
    .filter(
      ({ contentId, mimeType, bytes }) =>
        contentId !== null &&
        contentIds.includes(bare(contentId)) &&
        KINDS.has((mimeType ?? '').toLowerCase()) &&
        bytes <= BYTES_MAX,
    )
    .slice(0, PICTURES_MAX)
}

/** Content ids are written with and without brackets. */
const bare = (contentId: string): string => contentId.replace(/^<|>$/g, '')

/** Puts the pictures that came with the mail to where they belong, one after another. */
export async function showPictures(
  root: ParentNode,
  activityId: string,
  pictures: readonly ActivityAttachment[],
  signal: AbortSignal,
): Promise<void> {
  for (const { attachmentId, contentId, mimeType } of pictures) {
    const response = await fetch(attachmentUrl(activityId, attachmentId), { signal })
    if (!response.ok) continue
    const url = await dataUrl(new Blob([await response.arrayBuffer()], { type: mimeType ?? '' }))
    for (const element of root.querySelectorAll(`img[${CONTENT_ID}]`)) {
      if (element.getAttribute(CONTENT_ID) === bare(contentId ?? ''))
        element.setAttribute('src', url)
    }
  }
}

const dataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })
