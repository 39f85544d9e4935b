/** The configuration of reverse proxies. */
export interface ProxySettings {
  /** Whether the `X-Forwarded-…` headers of a peer are trusted. */
  readonly trusts: (peer: string | null) => boolean
  /** The public origin of this installation; null to take it from each request. */
  readonly publicUrl: string | null
}

/** The address and sender of a request before proxies changed it. */
interface OriginalRequest {
  /** Scheme, host and port are those of the client's request; path and query are unchanged. */
  readonly url: URL
  /** Network address of the client; null when it isn't known. */
  readonly address: string | null
}

/**
 * Reconstructs the client's request from `X-Forwarded-Proto`, `-Host`, `-Port` and `-For` of a trusted peer. Of
 * several values the last one counts: the peer added it itself, and anybody may have sent those before it. A public
 * URL takes precedence over these headers, but a host name that names an organization (docs/environments.md) is kept.
 * Unreadable values are ignored.
 * @param namesOne whether a host name belongs to one organization
 */
export function originalRequest(
  { trusts, publicUrl }: ProxySettings,
  request: Pick<Request, 'url' | 'headers'>,
  peer: string | null,
  namesOne: (hostname: string) => boolean,
): OriginalRequest {
  const url = new URL(request.url)
  const last = (name: string): string | undefined =>
    trusts(peer) ? request.headers.get(name)?.split(',').at(-1)?.trim().toLowerCase() : undefined
  const proto = last('x-forwarded-proto')
  if (proto === 'http' || proto === 'https') url.protocol = proto
  const host = last('x-forwarded-host')
  const isHost = host !== undefined && isHostText(host)
  // A host without a port means the port of the scheme, and not the one this process listens on.
  if (isHost) url.port = ''
  if (isHost) url.host = host
  const port = last('x-forwarded-port')
  if (port !== undefined && isPort(port) && !(isHost && /:\d+$/.test(host))) url.port = port
  if (publicUrl !== null) {
    const { protocol, host: publicHost, port: publicPort } = new URL(publicUrl)
    const isNamed = namesOne(url.hostname)
    url.protocol = protocol
    url.port = isNamed ? publicPort : ''
    if (!isNamed) url.host = publicHost
  }
  return { url, address: last('x-forwarded-for') || peer }
}

const isHostText = (text: string): boolean =>
  /^([a-z0-9_.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/.test(text) && URL.canParse(`http://${text}/`)

const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) <= 65_535
