import { decodeWords } from 'postal-mime'

/** A word of Q encoding up to an end that text can't hold, so that question marks may stand in it. */
const Q_WORD = /=\?([^?\s]+)\?([Qq])\?((?:(?!\?=(?:[\s)",;<]|=\?|$)).){0,1000})\?=/g
const CUT_WORD = /=\?([^?\s]+)\?([QqBb])\?([^?]*)\??$/

/** Encoded words with bare question marks in them, or cut off at the end, made whole (RFC 2047). */
export function withWholeWords(text: string): string {
  if (!text.includes('=?')) return text
  return text
    .replace(Q_WORD, (_, charset: string, encoding: string, inner: string) =>
      inner.includes('=?')
        ? `=?${charset}?${encoding}?${inner}?=`
        : `=?${charset}?${encoding}?${inner.replaceAll('?', '=3F')}?=`,
    )
    .replace(CUT_WORD, '=?$1?$2?$3?=')
}

export const decodeText = (text: string): string => decodeWords(withWholeWords(text))
