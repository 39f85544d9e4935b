/** A path with escaped ids, and the same path with `{}` for each id, for metrics and errors. */
export interface Route {
  readonly path: string
  readonly template: string
}

/** `` route`/users/${mailbox}/messages/${id}` `` */
export function route(parts: TemplateStringsArray, ...ids: readonly string[]): Route {
  return {
    path: parts.map((part, at) => part + encodeURIComponent(ids[at] ?? '')).join(''),
    template: parts.join('{}'),
  }
}

export function withQuery(to: Route, query: Readonly<Record<string, string>>): Route {
  const text = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return { ...to, path: `${to.path}?${text.join('&')}` }
}

/**
 * A link of the server as a path below `baseUrl`, with its query unchanged. Null if it leads
 * anywhere else, because our token must not be sent there.
 */
export function relativeLink(baseUrl: string, link: string): string | null {
  if (!URL.canParse(link)) return null
  const base = new URL(baseUrl)
  const url = new URL(link)
  const below = base.pathname.endsWith('/') ? base.pathname : `${base.pathname}/`
  if (url.origin !== base.origin || !url.pathname.startsWith(below)) return null
  if (url.username !== '' || url.password !== '') return null
  return `/${url.pathname.slice(below.length)}${url.search}`
}
