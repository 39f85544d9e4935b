import type { Organization } from '@trackmark/store'
import { uniqueNameFault } from './unique-name.ts'

/** What the address of a request says of the organization it is for. */
export interface Place {
  /** The path as it was asked. */
  readonly asked: string
  /** `/contoso` in the form it was asked by; empty where the path names no organization. */
  readonly prefix: string
  /** The path without it. */
  readonly path: string
  /**
   * `open`: the address names none, so that the caller's own answers. `nowhere`: it names one that
   * doesn't exist, or two.
   */
  readonly organization: Organization | 'open' | 'nowhere'
}

/**
 * `/{uniquename}/…`, as on-premises Dynamics has it, then the host: one of an organization's own,
 * or `{uniquename}.{host}` below a configured one.
 */
export function placeOf(
  url: Pick<URL, 'pathname' | 'hostname'>,
  organizations: readonly Organization[],
  hosts: readonly string[],
): Place {
  const byHost = hostOrganization(url.hostname.toLowerCase(), organizations, hosts)
  const named = pathName(url.pathname)
  const byPath = organizations.find((one) => one.uniqueName === named?.toLowerCase())
  if (named === null || byPath === undefined) {
    return { asked: url.pathname, prefix: '', path: url.pathname, organization: byHost }
  }
  const isTwo = byHost !== 'open' && byHost !== byPath
  return {
    asked: url.pathname,
    prefix: `/${named}`,
    path: url.pathname.slice(named.length + 1) || '/',
    organization: isTwo ? 'nowhere' : byPath,
  }
}

/**
 * The first segment of a path if it could be an organization's name: what is answered before
 * somebody signed in must not tell which names there are.
 */
export function pathName(pathname: string): string | null {
  const name = /^\/([^/]*)/.exec(pathname)?.[1] ?? ''
  return uniqueNameFault(name.toLowerCase()) === null ? name : null
}

function hostOrganization(
  host: string,
  organizations: readonly Organization[],
  hosts: readonly string[],
): Organization | 'open' | 'nowhere' {
  const own = organizations.find((one) => one.hostNames.includes(host))
  if (own !== undefined) return own
  const base = hosts.find((one) => host.endsWith(`.${one}`))
  if (base === undefined) return 'open'
  const label = host.slice(0, -base.length - 1)
  return organizations.find((one) => one.uniqueName === label) ?? 'nowhere'
}
