/** What is configured of the proxies in front. */
export interface Front {
  /** Whose `X-Forwarded-…` headers are believed. */
  readonly trusts: (peer: string | null) => boolean
  /** Origin by which the world reaches this installation; null = as each request says. */
  readonly publicUrl: string | null
}

/** A request as it left the client, whatever proxies made of it on its way. */
export interface Seen {
  /** Scheme, host and port that the client asked; path and query are the request's. */
  readonly url: URL
  /** Of the client; null = not known. */
  readonly address: string | null
}

/**
 * What the client asked for. A trusted peer says it in `X-Forwarded-Proto`, `-Host`, `-Port` and
 * `-For`, of which the last value counts: the peer itself added it, and what stands before it may
 * be anybody's. A public URL comes before these headers, but for a host that names an organization
 * (docs/environments.md), which keeps its name. What can't be read is ignored.
 *
 * @param namesOne whether a host name belongs to one organization
 */
export function seen(
  { trusts, publicUrl }: Front,
  request: Pick<Request, 'url' | 'headers'>,
  peer: string | null,
  namesOne: (hostname: string) => boolean,
): Seen {
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
