import type { AttachmentContent } from '@trackmark/store'

/**
 * Answers a file that came by mail as a download. It is never shown, so that no browser runs its content, whatever
 * its name and type are.
 */
export function attachmentResponse({ name, content }: AttachmentContent): Response {
  return new Response(Buffer.from(content ?? '', 'base64'), {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': disposition(name ?? 'attachment'),
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    },
  })
}

/** RFC 6266: a plain name for old programs, and the real name. */
export function disposition(name: string): string {
  const plain = name.replace(/[^\w.\- ]/g, '_').slice(0, 100)
  const exact = encodeURIComponent(name.toWellFormed().slice(0, 200)).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`
}
