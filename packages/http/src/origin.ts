const SAFE: readonly string[] = ['GET', 'HEAD']

export const isRead = (method: string): boolean => SAFE.includes(method)

/**
 * Whether a page of this very origin sent the request. A cookie travels with whatever a browser
 * sends, so that a write by cookie needs this besides (OWASP, "Cross-Site Request Forgery
 * Prevention": Fetch Metadata, else the Origin header). The scheme isn't compared: a proxy in front
 * may speak HTTPS for us. Nor need the host be the one of a public URL: who comes past the proxy
 * asks for another.
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return false
  const origin = request.headers.get('origin')
  if (origin === null) return site === 'same-origin'
  if (!URL.canParse(origin)) return false
  const { host } = new URL(origin)
  return host === new URL(request.url).host || host === request.headers.get('host')?.toLowerCase()
}
