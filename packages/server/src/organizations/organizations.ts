import { type Database, listOrganizations, type Organization } from '@trackmark/store'

/** A cache of the installation's organizations, which every request needs. */
export interface Organizations {
  list(): Promise<readonly Organization[]>
  /** Invalidates the cache after this process changed an organization. */
  forget(): void
}

/** Other processes change organizations too, so the cache is valid this long, in milliseconds. */
const TRUST_MS = 1_000

export function createOrganizations(database: Database, clock: () => number): Organizations {
  let known: { readonly at: number; readonly list: Promise<readonly Organization[]> } | null = null
  return {
    list: () => {
      const now = clock()
      if (known !== null && now - known.at < TRUST_MS) return known.list
      const read = { at: now, list: listOrganizations(database) }
      known = read
      read.list.catch(() => {
        if (known === read) known = null
      })
      return read.list
    },
    forget: () => {
      known = null
    },
  }
}
