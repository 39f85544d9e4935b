import { X509Certificate } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface Certificate {
  /** PEM. */
  readonly key: string
  readonly cert: string
  /** Where clients find it, to trust it (`NODE_EXTRA_CA_CERTS`); null = in memory only. */
  readonly file: string | null
}

const DAY_MS = 86_400_000
const DAYS_VALID = 825

/**
 * The certificate of this machine's own names (`localhost`, 127.0.0.1, ::1), signed by itself. With
 * a folder it is kept there, so that a client that trusts it goes on trusting it; it is made anew
 * when it is missing, broken or about to expire.
 */
export async function ownCertificate(folder: string | null): Promise<Certificate> {
  if (folder === null) return await make(null)
  const [keyFile, file] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
  try {
    const [key, cert] = await Promise.all([readFile(keyFile, 'utf8'), readFile(file, 'utf8')])
    const { validTo } = new X509Certificate(cert)
    if (Date.parse(validTo) > Date.now() + DAY_MS) return { key, cert, file }
  } catch {
    // None that can be used.
  }
  const made = await make(file)
  await mkdir(folder, { recursive: true })
  await writeFile(keyFile, made.key, { mode: 0o600 })
  await chmod(keyFile, 0o600)
  await writeFile(file, made.cert)
  return made
}

async function make(file: string | null): Promise<Certificate> {
  // Loaded here, since hardly any sandbox has a port for https.
  const { generate } = await import('selfsigned')
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + DAYS_VALID * DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  })
  return { key: made.private, cert: made.cert, file }
}
