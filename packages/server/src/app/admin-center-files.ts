import { existsSync, readFileSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Path of the admin center; the routes of its pages follow it. */
const BASE = '/admin'
const DIST = resolve(import.meta.dirname, '../../../admin-center/dist')
const NONCE_BYTES = 18

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.html': 'text/html; charset=utf-8',
}

/** Serves the built files of the admin center. */
interface AdminCenterFiles {
  /**
   * Answers scripts, styles and icons, which need no sign-in; null for other paths.
   * @param path without the organization's prefix
   */
  asset(path: string, request: Request): Response | null
  /**
   * Answers a page of the admin center; null for other paths.
   * @param prefix of the organization, such as `/contoso`
   */
  page(path: string, prefix: string): Response | null
}

/** @param randomBytes from a cryptographic generator */
export function createAdminCenterFiles(
  randomBytes: (count: number) => Uint8Array,
  folder: string = DIST,
): AdminCenterFiles {
  const kept = new Map<string, { readonly bytes: Buffer; readonly zipped: Buffer } | null>()
  const read = (name: string) => {
    if (!kept.has(name)) {
      const path = join(folder, name)
      const bytes = existsSync(path) ? readFileSync(path) : null
      kept.set(name, bytes === null ? null : { bytes, zipped: gzipSync(bytes) })
    }
    return kept.get(name) ?? null
  }
  return {
    asset: (path, request) => {
      const name = /^\/admin\/((?:assets\/)?[\w.-]+\.(?:js|css|svg))$/.exec(path)?.[1]
      const file = name === undefined ? null : read(name)
      if (name === undefined || file === null) return null
      const zips = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')
      return new Response(new Uint8Array(zips ? file.zipped : file.bytes), {
        headers: {
          'Content-Type': TYPES[extname(name)] as string,
          // Names of assets change with their content.
          'Cache-Control': name.startsWith('assets/')
            ? 'public, max-age=31536000, immutable'
            : 'public, max-age=3600',
          'X-Content-Type-Options': 'nosniff',
          Vary: 'Accept-Encoding',
          ...(zips ? { 'Content-Encoding': 'gzip' } : {}),
        },
      })
    },
    page: (path, prefix) => {
      if (path === '/' || path === BASE) return redirect(`${prefix}${BASE}/`)
      if (!path.startsWith(`${BASE}/`)) return null
      const index = read('index.html')
      if (index === null) return notBuilt()
      const nonce = Buffer.from(randomBytes(NONCE_BYTES)).toString('base64')
      const html = index.bytes
        .toString('utf8')
        .replaceAll('__CSP_NONCE__', nonce)
        .replace('<head>', `<head>\n    <base href="${prefix}${BASE}/" />`)
      return new Response(html, { headers: pageHeaders(nonce) })
    },
  }
}

const redirect = (to: string): Response =>
  new Response(null, { status: 302, headers: { Location: to } })

const pageHeaders = (nonce: string): Record<string, string> => ({
  'Content-Type': TYPES['.html'] as string,
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
})

const notBuilt = (): Response =>
  new Response('The admin center has not been built. Run: npm run build\n', {
    status: 503,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
