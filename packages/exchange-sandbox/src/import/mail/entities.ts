/** One entity of a MIME message, by where it lies in the bytes. */
export type Entity = Readonly<{
  headerStart: number
  /** After the empty line that ends the header, or where it breaks off. */
  bodyStart: number
  bodyEnd: number
  /** Lower case; `text/plain` when it says none. */
  type: string
  charset: string | null
  /** Content-Transfer-Encoding in lower case; empty when it says none. */
  encoding: string
}>

type Open = { headerStart: number; bodyStart: number | null; head: Head | null }
type Head = Readonly<{
  type: string
  charset: string | null
  encoding: string
  boundary: string | null
}>

/** Messages that nest deeper are refused when they are read. */
const DEPTH_MAX = 100

const LF = 0x0a
const DASH = 0x2d

/**
 * The entities of a message in the order in which they lie, those of nested multiparts too. An
 * embedded message is one entity, whose own parts are another message's.
 *
 * Source: RFC 2046, section 5.1.
 */
export function entitiesOf(bytes: Buffer): Entity[] {
  const entities: Entity[] = []
  const boundaries: Buffer[] = []
  let open: Open | null = { headerStart: 0, bodyStart: null, head: null }

  const startBody = (entity: Open, at: number): void => {
    entity.bodyStart = at
    entity.head = readHead(bytes.toString('latin1', entity.headerStart, at))
    const { boundary } = entity.head
    if (boundary !== null && boundaries.length <= DEPTH_MAX) {
      boundaries.push(Buffer.from(boundary, 'latin1'))
    }
  }
  const close = (at: number): void => {
    if (open === null) return
    if (open.bodyStart === null) startBody(open, at)
    const { headerStart, bodyStart, head } = open
    if (head === null || bodyStart === null) return
    const { type, charset, encoding } = head
    entities.push({ headerStart, bodyStart, bodyEnd: at, type, charset, encoding })
    open = null
  }

  for (let at = 0; at < bytes.length; ) {
    const feed = bytes.indexOf(LF, at)
    const next = feed === -1 ? bytes.length : feed + 1
    const found = bytes[at] === DASH ? boundaryAt(bytes, at, next, boundaries) : null
    if (found !== null) {
      close(at)
      boundaries.length = found.isLast ? found.index : found.index + 1
      open = found.isLast ? null : { headerStart: next, bodyStart: null, head: null }
    } else if (open !== null && open.bodyStart === null && isBlank(bytes, at, next)) {
      startBody(open, next)
    }
    at = next
  }
  close(bytes.length)
  return entities
}

const isBlank = (bytes: Buffer, at: number, next: number): boolean =>
  next - at <= 2 && (bytes[at] === LF || (bytes[at] === 0x0d && bytes[at + 1] === LF))

function boundaryAt(
  bytes: Buffer,
  at: number,
  next: number,
  boundaries: readonly Buffer[],
): { index: number; isLast: boolean } | null {
  if (bytes[at + 1] !== DASH) return null
  for (let index = boundaries.length - 1; index >= 0; index -= 1) {
    const boundary = boundaries[index] as Buffer
    const end = at + 2 + boundary.length
    if (end > next || bytes.compare(boundary, 0, boundary.length, at + 2, end) !== 0) continue
    const rest = bytes.toString('latin1', end, Math.min(next, end + 100))
    if (/^(--)?[ \t\r\n]*$/.test(rest)) return { index, isLast: rest.startsWith('--') }
  }
  return null
}

function readHead(text: string): Head {
  const type = fieldOf(text, 'content-type')
  const mime = /^\s*([\w.+-]+\/[\w.+-]+)/.exec(type)?.[1]?.toLowerCase() ?? 'text/plain'
  return {
    type: mime,
    charset: parameterIn(type, 'charset'),
    encoding: /[\w-]+/.exec(fieldOf(text, 'content-transfer-encoding'))?.[0].toLowerCase() ?? '',
    boundary: mime.startsWith('multipart/') ? parameterIn(type, 'boundary') : null,
  }
}

/** The first field of this name, unfolded. */
function fieldOf(text: string, name: string): string {
  const field = new RegExp(`^${name}[ \\t]*:(.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(text)?.[1] ?? ''
  return field.replace(/\r?\n/g, '')
}

function parameterIn(field: string, name: string): string | null {
  const [, quoted, token] =
    new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]*))`, 'i').exec(field) ?? []
  return (quoted ?? token)?.trim() || null
}
