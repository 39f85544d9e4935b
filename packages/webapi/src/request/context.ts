import type { SettingChange } from '@trackmark/dataverse'
import type { Caller } from '@trackmark/http'
import type { Database } from '@trackmark/store'
import type { Reading } from './reading.ts'
import type { ReferenceScope } from './reference.ts'

export interface WebApiDeps {
  readonly database: Database
  readonly organizationId: string
  /** `http://host`, followed by the organization's path prefix if it has one; no slash at the end. */
  readonly rootUrl: string
  /** The host of the `Host` header. References to rows may use it instead of the host of `rootUrl`. */
  readonly askedHost: string
  readonly caller: Caller
  readonly clock: () => number
  readonly newId: () => string
  /** Called after the organization was changed: the changes apply from the next cycle on. */
  readonly organizationChanged: (changes: readonly SettingChange[]) => void
}

/** One request, below `/api/data/v9.x/`. */
export interface WebApiContext {
  readonly deps: WebApiDeps
  readonly request: Request
  readonly reading: Reading
  /** Inside a change set: the rows that `$1` and so on stand for. */
  readonly references: ReadonlyMap<string, string>
}

export const referenceScope = ({ deps, references }: WebApiContext): ReferenceScope => ({
  rootUrl: deps.rootUrl,
  askedHost: deps.askedHost,
  references,
})

/** Answers a resource, or returns null for resources of other handlers. */
export type Handler<R> = (context: WebApiContext, resource: R) => Promise<Response | null>
