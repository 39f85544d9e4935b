import type { Message, MessageContent, Recipient } from '../model/types.ts'

/** Header text beyond ASCII, as RFC 2047 has it. */
const encoded = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text) ? text : `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`

const mailbox = (who: Recipient): string => {
  const { name, address } = who.emailAddress
  return name ? `"${encoded(name.replace(/["\\\r\n]/g, ''))}" <${address ?? ''}>` : (address ?? '')
}

const folded = (base64: string): string => base64.replace(/(.{76})/g, '$1\r\n')

const part = (headers: readonly string[], base64: string): string =>
  [...headers, 'Content-Transfer-Encoding: base64', '', folded(base64)].join('\r\n')

/** RFC 5322 text of a message: its headers, its body, its files. */
export function mimeOf(message: Message, content: MessageContent): string {
  const people = (name: string, list: readonly Recipient[]) =>
    list.length > 0 ? [`${name}: ${list.map(mailbox).join(', ')}`] : []
  const headers = [
    `Date: ${new Date(message.sentMs).toUTCString().replace('GMT', '+0000')}`,
    ...people('From', message.from ? [message.from] : []),
    ...people('To', message.toRecipients),
    ...people('Cc', message.ccRecipients),
    `Subject: ${encoded(message.subject.replace(/[\r\n]+/g, ' '))}`,
    `Message-ID: ${message.internetMessageId}`,
    ...content.headers
      .filter(
        ({ name }) => !/^(content-|mime-|date$|from$|to$|cc$|subject$|message-id$)/i.test(name),
      )
      .map(({ name, value }) => `${name}: ${value.replace(/[\r\n]+/g, ' ')}`),
    'MIME-Version: 1.0',
  ]
  const { contentType, content: text } = content.body
  const type = contentType === 'html' ? 'text/html' : 'text/plain'
  const body = part([`Content-Type: ${type}; charset=utf-8`], Buffer.from(text).toString('base64'))
  const files = content.attachments.filter((file) => file.contentBytes !== null)
  if (files.length === 0) return [...headers, body].join('\r\n')
  const boundary = `sandbox_${message.seq.toString(36)}`
  const parts = files.map((file) => {
    const name = file.name.replace(/["\\\r\n]/g, '')
    const disposition = file.isInline ? 'inline' : 'attachment'
    return part(
      [
        `Content-Type: ${file.contentType ?? (file.item ? 'message/rfc822' : 'application/octet-stream')}; name="${encoded(name)}"`,
        `Content-Disposition: ${disposition}; filename="${encoded(name)}"`,
        ...(file.contentId ? [`Content-ID: <${file.contentId}>`] : []),
      ],
      file.contentBytes ?? '',
    )
  })
  const open = `--${boundary}\r\n`
  return [
    ...headers,
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    `${open}${[body, ...parts].join(`\r\n${open}`)}\r\n--${boundary}--\r\n`,
  ].join('\r\n')
}
