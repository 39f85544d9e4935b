import type { SettingChange } from '@trackmark/dataverse'
import type { Caller } from '@trackmark/http'
import type { Database } from '@trackmark/store'
import type { Reading } from './reading.ts'
import type { ReferenceScope } from './reference.ts'

export interface WebApiDeps {
  readonly database: Database
  readonly organizationId: string
  /** `http://host`, with the path of the organization where it has one; no slash at the end. */
  readonly rootUrl: string
  /** Of the `Host` header, by which rows may be named as well. */
  readonly askedHost: string
  readonly caller: Caller
  readonly clock: () => number
  readonly newId: () => string
  /** Called after the organization was written: what changed holds from the next cycle on. */
  readonly organizationChanged: (changes: readonly SettingChange[]) => void
}

/** One request, below `/api/data/v9.x/`. */
export interface WebApiContext {
  readonly deps: WebApiDeps
  readonly request: Request
  readonly reading: Reading
  /** Inside a change set: what `$1` stands for. */
  readonly references: ReadonlyMap<string, string>
}

export const referenceScope = ({ deps, references }: WebApiContext): ReferenceScope => ({
  rootUrl: deps.rootUrl,
  askedHost: deps.askedHost,
  references,
})

/** Answers what is its own; null leaves the resource to the next one, or to 404. */
export type Handler<R> = (context: WebApiContext, resource: R) => Promise<Response | null>
