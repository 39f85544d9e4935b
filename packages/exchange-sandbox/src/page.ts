import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

const DIST = resolve(import.meta.dirname, '../../sandbox-page/dist')
const NONCE_BYTES = 18
/** What the build has left to be filled in by each answer. */
const NONCE = '__CSP_NONCE__'
const ADMIN_CENTER = '__ADMIN_CENTER__'

/** The application the page signs in as: a client beside others, with limits of its own. */
export const PAGE_APP = { clientId: 'sandbox-page', secret: 'sandbox-page' } as const

export interface PageOptions {
  /** Linked from the page. */
  readonly adminCenter?: string
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.html': 'text/html; charset=utf-8',
}

/** Answers with the Outlook-like page and its files; null = the path is none of them. */
export type Page = (request: Request) => Response | null

export function createPage({ adminCenter }: PageOptions, folder: string = DIST): Page {
  const kept = new Map<string, { readonly bytes: Buffer; readonly zipped: Buffer }>()
  const read = (name: string) => {
    const path = join(folder, name)
    if (!kept.has(name) && existsSync(path)) {
      const bytes = readFileSync(path)
      kept.set(name, { bytes, zipped: gzipSync(bytes) })
    }
    return kept.get(name) ?? null
  }
  return (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return null
    const { pathname } = new URL(request.url)
    if (pathname === '/') return index(read('index.html')?.bytes ?? null, adminCenter ?? '')
    const name = /^\/((?:assets\/)?[\w.-]+\.(?:js|css|svg))$/.exec(pathname)?.[1]
    const file = name === undefined ? null : read(name)
    return name === undefined || file === null ? null : asset(name, file, request)
  }
}

function asset(
  name: string,
  file: { readonly bytes: Buffer; readonly zipped: Buffer },
  request: Request,
): Response {
  const zips = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')
  return new Response(new Uint8Array(zips ? file.zipped : file.bytes), {
    headers: {
      'Content-Type': TYPES[extname(name)] as string,
      // Names of assets change with what is in them.
      'Cache-Control': name.startsWith('assets/')
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
      'X-Content-Type-Options': 'nosniff',
      Vary: 'Accept-Encoding',
      ...(zips ? { 'Content-Encoding': 'gzip' } : {}),
    },
  })
}

function index(html: Buffer | null, adminCenter: string): Response {
  if (html === null) {
    return new Response('The page of the sandbox has not been built. Run: npm run build\n', {
      status: 503,
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    })
  }
  const nonce = randomBytes(NONCE_BYTES).toString('base64')
  const text = html
    .toString('utf8')
    .replaceAll(NONCE, nonce)
    .replaceAll(ADMIN_CENTER, () => escapeAttribute(adminCenter))
  return new Response(text, {
    headers: {
      'Content-Type': TYPES['.html'] as string,
      // Holds for the frames that show mail as well: they take it over from the page.
      'Content-Security-Policy': [
        "default-src 'none'",
        "script-src 'self'",
        `style-src-elem 'self' 'nonce-${nonce}'`,
        "style-src-attr 'unsafe-inline'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "frame-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  })
}

const escapeAttribute = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
