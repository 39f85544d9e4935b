import type { Organization } from '@trackmark/store'
import { uniqueNameFault } from './unique-name.ts'

/** The organization that the address of a request names. */
export interface OrganizationAddress {
  /** The path in the request. */
  readonly asked: string
  /** The path prefix as it was written, such as `/contoso`; empty when the path names no organization. */
  readonly prefix: string
  /** The path without the prefix. */
  readonly path: string
  /**
   * `open`: the address names no organization, so the caller decides. `nowhere`: it names one that doesn't exist, or
   * two.
   */
  readonly organization: Organization | 'open' | 'nowhere'
}

/**
 * Looks at the path, `/{uniquename}/…` as in on-premises Dynamics, and at the host: a host name of an organization,
 * or `{uniquename}.{host}` for a configured host.
 */
export function organizationAddressOf(
  url: Pick<URL, 'pathname' | 'hostname'>,
  organizations: readonly Organization[],
  hosts: readonly string[],
): OrganizationAddress {
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
 * The first segment of a path if it could be the name of an organization. Answers before sign-in must not reveal
 * which names exist.
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
