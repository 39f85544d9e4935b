import type { AttachmentInfo, FolderId, SeenItem, SyncError, WholeMessage } from '@trackmark/core'
import { changeKeyOf } from './etag.ts'
import { addressesOf, addressOf, bodyOf, importanceOf, modifiedOf } from './map-common.ts'
import type { WireAttachmentInfo, WireMessage, WireSeenMessage } from './schemas.ts'
import { offsetInstantOf, UnmappableError } from './times.ts'

/** MAPI PidTagInReplyToId: v1.0 has no property for the In-Reply-To header. */
export const IN_REPLY_TO = 'String 0x1042'

export const seenMessageSelect = 'categories,isDraft,internetMessageId'

export const messageSelect = [
  'parentFolderId,categories,isDraft,internetMessageId,conversationIndex,subject,body,from,sender',
  'toRecipients,ccRecipients,bccRecipients,sentDateTime,receivedDateTime,importance',
  'isReadReceiptRequested,webLink,lastModifiedDateTime',
].join(',')

/** Contents are read separately, one by one, within the limit. */
export const messageExpand = [
  'attachments($select=id,name,contentType,size,isInline)',
  `singleValueExtendedProperties($filter=id eq '${IN_REPLY_TO}')`,
].join(',')

/**
 * Null if the page contains only part of the message. A change of the read state alone comes with
 * `id`, `isRead` and `parentFolderId`, whatever `$select` says: microsoft-graph-docs issue 7776.
 * If that were read as "no categories", everything that a person opens would be untracked. If a
 * change of the categories alone were read as "no draft", unsent mail would be tracked.
 */
export function mapSeenMessage(wire: WireSeenMessage, folder: FolderId): SeenItem | null {
  const changeKey = changeKeyOf(wire)
  if (changeKey === null || !wire.categories || wire.isDraft == null) return null
  return {
    kind: 'message',
    key: wire.id,
    folder,
    changeKey,
    categories: wire.categories,
    isDraft: wire.isDraft,
    isMeetingMessage: wire['@odata.type']?.startsWith('#microsoft.graph.eventMessage') ?? false,
    internetMessageId: wire.internetMessageId || null,
    eventType: null,
    masterKey: null,
    whole: null,
    fingerprint: null,
  }
}

export function mapMessage(
  wire: WireMessage,
  folder: FolderId,
  attachments: readonly AttachmentInfo[],
): WholeMessage {
  const changeKey = changeKeyOf(wire)
  if (changeKey === null) throw new UnmappableError('the etag is missing')
  const inReplyTo = wire.singleValueExtendedProperties?.find(
    (property) => property.id.toLowerCase() === IN_REPLY_TO.toLowerCase(),
  )
  return {
    kind: 'message',
    key: wire.id,
    folder: wire.parentFolderId ?? folder,
    changeKey,
    modifiedAt: modifiedOf(wire),
    categories: wire.categories ?? [],
    isDraft: wire.isDraft ?? false,
    internetMessageId: wire.internetMessageId || null,
    inReplyTo: inReplyTo?.value || null,
    conversationIndex: wire.conversationIndex || null,
    subject: wire.subject ?? '',
    body: bodyOf(wire.body),
    from: addressOf(wire.from),
    sender: addressOf(wire.sender),
    to: addressesOf(wire.toRecipients),
    cc: addressesOf(wire.ccRecipients),
    bcc: addressesOf(wire.bccRecipients),
    sentAt: offsetInstantOf('sentDateTime', wire.sentDateTime),
    receivedAt: offsetInstantOf('receivedDateTime', wire.receivedDateTime),
    importance: importanceOf(wire.importance),
    isReadReceiptRequested: wire.isReadReceiptRequested ?? false,
    webLink: wire.webLink || null,
    attachments,
  }
}

export function isFile(wire: WireAttachmentInfo): boolean {
  return wire['@odata.type']?.toLowerCase() === '#microsoft.graph.fileattachment'
}

export function mapAttachment(
  wire: WireAttachmentInfo,
  content: { base64: string | null; contentId: string | null; refusal: SyncError | null },
): AttachmentInfo {
  return {
    id: wire.id,
    name: wire.name || 'attachment',
    contentType: wire.contentType || null,
    size: wire.size ?? 0,
    contentId: content.contentId,
    content: content.base64,
    refusal: content.refusal,
  }
}
