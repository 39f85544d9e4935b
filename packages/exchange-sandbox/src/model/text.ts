import type { ItemBody } from './types.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/** Readable text of an HTML body, for previews and text bodies; never shown as HTML. */
export function htmlToText(html: string): string {
  return html
    .replace(/<(script|style|head)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<br\s*\/?>|<\/(p|div|tr|li|h[1-6])\s*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole)
    .trim()
}

export const textOf = (body: ItemBody): string =>
  body.contentType === 'html' ? htmlToText(body.content) : body.content

/** The first 255 characters on one line. */
export function preview(body: ItemBody): string {
  // Long bodies are cut first: only the beginning can reach the preview.
  const head = { ...body, content: body.content.slice(0, 8_000) }
  return textOf(head).replace(/\s+/g, ' ').trim().slice(0, 255)
}

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
