/** Thrown inside an importer for input that can't be taken; its message is the reason shown. */
export class Refused extends Error {
  override readonly name = 'Refused'
}

/** A reason fit to show: what was thrown, on one line and not too long. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return cleanText(text).replace(/\s+/g, ' ').trim().slice(0, 300) || 'Unknown error.'
}

/**
 * Text that a database, JSON and XML all take: without NUL and other controls that no mail program
 * shows, and without lone surrogates.
 */
export function cleanText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
  return text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '')
}

/** One line of text, as for a subject or a name. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim()
