import { createCipheriv, createDecipheriv, scrypt } from 'node:crypto'

// A file of chunks, each encrypted separately (AES-256-GCM), so that it can be written and read as a stream and
// no unchecked content is used. The nonce counts the chunks and marks the last one, so none can be omitted,
// moved or cut off. The construction is known as STREAM: https://eprint.iacr.org/2015/189

const CHUNK_BYTES = 64 * 1024
const TAG_BYTES = 16
const LENGTH_BYTES = 4

/** The pass phrase is wrong, or the file was changed. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}

interface DerivationCost {
  /** A power of two. */
  readonly n: number
  readonly r: number
  readonly p: number
}

interface Derivation extends DerivationCost {
  /** Base64url. */
  readonly salt: string
}

/** OWASP's minimum for scrypt: each try takes 128 MB and a fraction of a second. */
export const COST: DerivationCost = { n: 2 ** 17, r: 8, p: 1 }
/** The file names its cost; a forged one must not use up all memory. */
const COST_MAX = 2 ** 20

/** @returns 32 bytes @throws BackupError */
export function deriveKey(passphrase: string, { n, r, p, salt }: Derivation): Promise<Buffer> {
  if (n > COST_MAX || r > 16 || p > 4) throw new BackupError('This is no backup of Trackmark.')
  return new Promise((resolve, reject) => {
    const options = { N: n, r, p, maxmem: 256 * n * r }
    const bytes = Buffer.from(salt, 'base64url')
    scrypt(passphrase.normalize('NFKC'), bytes, 32, options, (error, key) => {
      if (error === null) resolve(key)
      else reject(error)
    })
  })
}

/** @param about the context of the chunks; decrypting them needs the same */
export async function* seal(
  plain: AsyncIterable<Buffer>,
  key: Buffer,
  about: Buffer,
): AsyncGenerator<Buffer> {
  let buffered: Buffer = Buffer.alloc(0)
  let count = 0
  for await (const part of plain) {
    buffered = buffered.length === 0 ? part : Buffer.concat([buffered, part])
    while (buffered.length > CHUNK_BYTES) {
      yield sealed(buffered.subarray(0, CHUNK_BYTES), key, about, nonce(count++, false))
      buffered = buffered.subarray(CHUNK_BYTES)
    }
  }
  yield sealed(buffered, key, about, nonce(count, true))
}

function sealed(plain: Buffer, key: Buffer, about: Buffer, iv: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(about)
  const text = Buffer.concat([cipher.update(plain), cipher.final()])
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32BE(text.length + TAG_BYTES)
  return Buffer.concat([length, text, cipher.getAuthTag()])
}

/** @throws BackupError */
export async function* unseal(
  chunks: AsyncIterable<Buffer>,
  key: Buffer,
  about: Buffer,
): AsyncGenerator<Buffer> {
  let buffered: Buffer = Buffer.alloc(0)
  let count = 0
  for await (const part of chunks) {
    buffered = buffered.length === 0 ? part : Buffer.concat([buffered, part])
    for (;;) {
      const end = endOfChunk(buffered)
      // A chunk isn't the last one if more data follows.
      if (end === null || end >= buffered.length) break
      yield opened(buffered.subarray(LENGTH_BYTES, end), key, about, nonce(count++, false))
      buffered = buffered.subarray(end)
    }
  }
  if (endOfChunk(buffered) !== buffered.length) throw cutOff()
  yield opened(buffered.subarray(LENGTH_BYTES), key, about, nonce(count, true))
}

/** The end of the first chunk; null when it isn't known yet. */
function endOfChunk(buffered: Buffer): number | null {
  if (buffered.length < LENGTH_BYTES) return null
  const length = buffered.readUInt32BE(0)
  if (length < TAG_BYTES || length > CHUNK_BYTES + TAG_BYTES) throw cutOff()
  return LENGTH_BYTES + length
}

function opened(chunk: Buffer, key: Buffer, about: Buffer, iv: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
  decipher.setAAD(about).setAuthTag(chunk.subarray(-TAG_BYTES))
  const plain = decipher.update(chunk.subarray(0, -TAG_BYTES))
  try {
    decipher.final()
    return plain
  } catch {
    // If the key has opened earlier chunks, the file was cut off here.
    if (iv.readUInt32BE(COUNT_AT) > 0) throw cutOff()
    throw new BackupError(
      'The pass phrase is another one, or the backup is damaged or was cut off.',
    )
  }
}

const cutOff = () => new BackupError('The backup is damaged or was cut off.')

const COUNT_AT = 7

function nonce(count: number, isLast: boolean): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeUInt32BE(count, COUNT_AT)
  bytes.writeUInt8(isLast ? 1 : 0, 11)
  return bytes
}
