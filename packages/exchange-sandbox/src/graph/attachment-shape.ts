import type { Attachment } from '../model/types.ts'
import { iso } from '../model/world.ts'
import type { Shape } from './project.ts'

export const attachmentShape: Shape<Attachment> = {
  type: 'attachment',
  properties: {
    id: (attachment) => attachment.id,
    lastModifiedDateTime: (attachment) => iso(attachment.modifiedMs),
    name: (attachment) => attachment.name,
    contentType: (attachment) => attachment.contentType,
    size: (attachment) => attachment.size,
    isInline: (attachment) => attachment.isInline,
    contentId: (attachment) => (isFile(attachment) ? attachment.contentId : undefined),
    contentLocation: (attachment) => (isFile(attachment) ? null : undefined),
    contentBytes: (attachment) => (isFile(attachment) ? attachment.contentBytes : undefined),
  },
  byDefault: null,
  annotations: (attachment) => ({ '@odata.type': attachment['@odata.type'] }),
  expands: { item: (attachment) => attachment.item ?? undefined },
}

const isFile = (attachment: Attachment): boolean =>
  attachment['@odata.type'] === '#microsoft.graph.fileAttachment'
