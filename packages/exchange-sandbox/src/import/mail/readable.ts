import { decodeRaw, fallbackOf, isAscii, isPlain, isUsable, isUtf8 } from './charset.ts'
import { type Entity, entitiesOf } from './entities.ts'
import { takeUuencoded } from './uuencode.ts'

const UUENCODE = new Set(['x-uuencode', 'uuencode', 'x-uue', 'uue'])

/**
 * A message as postal-mime reads it, which knows headers in UTF-8 and the encodings of the standard:
 * raw headers are turned into UTF-8, text says the charset it has, and uuencoded parts become base64.
 */
export function readableMime(bytes: Uint8Array): Uint8Array {
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entities = entitiesOf(message)
  const named = entities.map((entity) => entity.charset)
  const pieces: Buffer[] = []
  let done = 0
  for (const entity of entities) {
    const mended = mend(message, entity, named)
    if (mended === null) continue
    pieces.push(message.subarray(done, entity.headerStart), ...mended)
    done = entity.bodyEnd
  }
  return done === 0 ? bytes : Buffer.concat([...pieces, message.subarray(done)])
}

/** The header and the body in their new form; null = as they are. */
function mend(
  message: Buffer,
  entity: Entity,
  named: readonly (string | null)[],
): [Buffer, Buffer] | null {
  const header = message.subarray(entity.headerStart, entity.bodyStart)
  const body = message.subarray(entity.bodyStart, entity.bodyEnd)
  const uuencoded = UUENCODE.has(entity.encoding) ? takeUuencoded(body.toString('latin1')) : null
  const file = uuencoded?.files[0]
  const content = file?.bytes ?? body
  const charset = entity.type.startsWith('text/') ? charsetOf(entity, content, named) : null
  if (isPlain(header) && charset === null && file === undefined) return null

  let text = utf8Header(header, fallbackOf([entity.charset, ...named, ...wordsIn(header)]))
  if (charset !== null) text = withCharset(text, charset)
  if (file === undefined) return [Buffer.from(text), body]
  text = withFile(text, file.name)
  return [Buffer.from(text), Buffer.from(`${folded(file.bytes.toString('base64'))}\r\n`)]
}

const folded = (base64: string): string => base64.replace(/(.{76})/g, '$1\r\n')

/** Charsets named by encoded words, the last hint of what the sender writes in. */
const wordsIn = (header: Buffer): string[] =>
  [...header.toString('latin1').matchAll(/=\?([^?\s*]+)[?*]/g)].map(([, charset]) => charset ?? '')

/** Each field by itself: mail programs on the way add fields of their own, in UTF-8. */
function utf8Header(header: Buffer, charset: string): string {
  if (isPlain(header)) return header.toString('latin1')
  return header
    .toString('latin1')
    .split(/(?<=\n)(?![ \t])/)
    .map((field) => decodeRaw(Buffer.from(field, 'latin1'), charset))
    .join('')
}

/**
 * The charset that a text has and doesn't name: of bytes beyond ASCII under no charset, under ASCII,
 * or under a name that nobody knows. Null = it is named, or doesn't matter.
 */
function charsetOf(
  entity: Entity,
  content: Buffer,
  named: readonly (string | null)[],
): string | null {
  if (isUsable(entity.charset)) return null
  const plain = decoded(content, entity.encoding)
  if (isAscii(plain)) return null
  return isUtf8(plain) ? 'utf-8' : fallbackOf(named)
}

function decoded(content: Buffer, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(content.toString('latin1'), 'base64')
  if (encoding !== 'quoted-printable') return content
  const text = content.toString('latin1').replace(/=\r?\n/g, '')
  return Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
    'latin1',
  )
}

const TYPE_FIELD = /^content-type[ \t]*:.*(?:\r?\n[ \t].*)*/im

function withCharset(header: string, charset: string): string {
  if (!TYPE_FIELD.test(header)) return `Content-Type: text/plain; charset=${charset}\r\n${header}`
  return header.replace(TYPE_FIELD, (field) => {
    const rest = field.replace(/;\s*charset\s*=\s*("[^"]*"|[^;\s]*)/i, '')
    return `${rest.replace(/[;\s]+$/, '')}; charset=${charset}`
  })
}

/** Says base64, and the name that the encoding itself carries where the header has none. */
function withFile(header: string, name: string): string {
  const encoded = header.replace(
    /^content-transfer-encoding[ \t]*:.*(?:\r?\n[ \t].*)*/im,
    'Content-Transfer-Encoding: base64',
  )
  if (/\bname\*?\d*\*?\s*=/i.test(header)) return encoded
  const plain = name.replace(/["\\\r\n]/g, '')
  return `Content-Disposition: attachment; filename="${plain}"\r\n${encoded}`
}
