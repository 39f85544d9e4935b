import type { Table } from '@trackmark/dataverse'
import {
  type ApiError,
  databaseRefusal,
  isKnown,
  isOtherVersion,
  notImplemented,
  reachOf,
  requestBudget,
  requireRead,
  versionDiffers,
} from '@trackmark/http'
import { ByteBudget, rootBusinessUnitId } from '@trackmark/store'
import { answerBatch } from './batch/batch.ts'
import { answerDefinitions } from './definitions/definitions.ts'
import { answerMetadata } from './definitions/metadata-document.ts'
import { answerFunction } from './functions/functions.ts'
import { answerChangeCount, answerChanges } from './read/changes.ts'
import { readMember } from './read/member.ts'
import { countCollection, readCollection, readSingle, serviceDocument } from './read/rows.ts'
import { answer, plainText } from './request/answer.ts'
import type { Handler, WebApiContext, WebApiDeps } from './request/context.ts'
import { actingCaller } from './request/impersonation.ts'
import { metadataLevel } from './request/metadata-level.ts'
import {
  type Definitions,
  type Operation,
  parsePath,
  type Resource,
  unknownResource,
} from './request/path.ts'
import { parsePrefer } from './request/prefer.ts'
import { resolveKey } from './request/resolve-key.ts'
import { answerBulk } from './write/bulk.ts'
import { answerBulkDelete } from './write/bulk-delete.ts'
import { writeData } from './write/write.ts'

export type { WebApiDeps } from './request/context.ts'

/** Functions and actions, asked one after the other. */
const OPERATIONS: readonly Handler<Operation>[] = [answerFunction, answerBulk, answerBulkDelete]
/** `$metadata`. */
const METADATA: readonly Handler<{ readonly kind: 'metadata' }>[] = [answerMetadata]
/** `EntityDefinitions` and similar sets. */
const DEFINITIONS: readonly Handler<Definitions>[] = [answerDefinitions]
/** Ways to read a table other than by query options, which are tried first. */
const COLLECTIONS: readonly Handler<Table>[] = [answerChanges]

/** Answers a request below `/api/data/`. @throws ApiError for what is refused */
export async function handleWebApi(
  asked: WebApiDeps,
  request: Request,
  references: ReadonlyMap<string, string> = new Map(),
): Promise<Response> {
  const url = new URL(request.url)
  const { version, resource } = parsePath(url)
  const { database, organizationId } = asked
  const caller = await actingCaller(database, organizationId, asked.caller, request.headers)
  const deps: WebApiDeps = { ...asked, caller }
  const context: WebApiContext = {
    deps,
    request,
    references,
    reading: {
      run: (text, parameters) => deps.database.query(text, parameters),
      organizationId: deps.organizationId,
      budget: new ByteBudget(),
      large: () => requestBudget().large(),
      context: {
        now: deps.clock(),
        userId: deps.caller.userId,
        businessUnitId: rootBusinessUnitId(deps.organizationId),
        reach: reachOf(caller),
      },
      root: `${deps.rootUrl}/api/data/${version}`,
      url,
      preferences: parsePrefer(
        request.headers.get('prefer'),
        metadataLevel(request.headers.get('accept'), url.searchParams.get('$format')),
      ),
    },
  }
  // A write is answered within its transaction, which must not wait for other requests; so it waits here.
  const isLarge = resource.kind === 'batch' || context.reading.preferences.returnRepresentation
  if (isLarge && !isRead(request)) await requestBudget().large()
  // The error is translated here, so that a request in a batch fails alone.
  return route(context, resource).catch((error: unknown) => {
    throw databaseRefusal(error) ?? error
  })
}

async function route(context: WebApiContext, resource: Resource): Promise<Response> {
  switch (resource.kind) {
    case 'metadata':
      return first(METADATA, context, resource, () =>
        notImplemented("$metadata isn't served here."),
      )
    case 'definitions':
      return first(DEFINITIONS, context, resource, () => unknownResource(resource.set))
    case 'operation':
      return first(OPERATIONS, context, resource, () => unknownResource(resource.name))
    case 'batch':
      return answerBatch(context, handleWebApi)
    default:
      return isRead(context.request) ? read(context, resource) : writeData(context, resource)
  }
}

const isRead = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD'

async function first<R>(
  handlers: readonly Handler<R>[],
  context: WebApiContext,
  resource: R,
  otherwise: () => ApiError,
): Promise<Response> {
  for (const handler of handlers) {
    const response = await handler(context, resource)
    if (response !== null) return response
  }
  throw otherwise()
}

type Data = Extract<Resource, { kind: 'service' | 'collection' | 'count' | 'row' | 'member' }>

async function read(context: WebApiContext, resource: Data): Promise<Response> {
  const { reading, request } = context
  if ('table' in resource) requireRead(context.deps.caller, resource.table)
  switch (resource.kind) {
    case 'service':
      return answer(serviceDocument(reading.root), reading.preferences)
    case 'collection': {
      for (const handler of COLLECTIONS) {
        const response = await handler(context, resource.table)
        if (response !== null) return response
      }
      return answer(await readCollection(reading, resource.table), reading.preferences)
    }
    case 'count':
      return (
        (await answerChangeCount(context, resource.table)) ??
        plainText(await countCollection(reading, resource.table))
      )
    case 'row': {
      const row = await readSingle(
        reading,
        resource.table,
        await resolveKey(reading, resource.table, resource.key),
      )
      if (isOtherVersion(request.headers, row.etag)) throw versionDiffers()
      if (row.isWhole && isKnown(request.headers, row.etag)) {
        return new Response(null, { status: 304, headers: { ETag: row.etag } })
      }
      return answer(row.body, reading.preferences, { ETag: row.etag })
    }
    case 'member':
      return readMember(reading, {
        ...resource,
        id: await resolveKey(reading, resource.table, resource.key),
      })
  }
}
