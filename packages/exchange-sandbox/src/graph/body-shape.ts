import { htmlToText } from '../model/text.ts'
import type { ItemBody } from '../model/types.ts'

/** A body as text where `Prefer: outlook.body-content-type="text"` asks for it. */
export const bodyAs = (body: ItemBody, text: boolean): ItemBody =>
  text && body.contentType === 'html'
    ? { contentType: 'text', content: htmlToText(body.content) }
    : body
