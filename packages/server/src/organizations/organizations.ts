import { type Database, listOrganizations, type Organization } from '@trackmark/store'

/** The organizations of the installation, as every request needs them. */
export interface Organizations {
  list(): Promise<readonly Organization[]>
  /** One was written here: what is known is read again. */
  forget(): void
}

/** Other processes write organizations too: what is known is trusted this long. */
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
