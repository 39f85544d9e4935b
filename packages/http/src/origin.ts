const SAFE: readonly string[] = ['GET', 'HEAD']

export const isRead = (method: string): boolean => SAFE.includes(method)

/**
 * Whether a page of this origin sent the request. Browsers send cookies with requests of any page, so a write by
 * cookie needs this check too (OWASP, "Cross-Site Request Forgery Prevention": Fetch Metadata, else the Origin
 * header). The scheme isn't compared, because a proxy may speak HTTPS for us. The host needn't be that of the public
 * URL, because clients may reach the server past the proxy by another name.
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
