import { ERROR_CODES, type SettingChange, type Table } from '@trackmark/dataverse'
import { type Database, updateOrganization } from '@trackmark/store'
import { readJson } from '../http/body.ts'
import { ApiError, methodNotAllowed, noSuchRow, notImplemented } from '../http/errors.ts'
import { organizationColumns } from './organization-body.ts'
import { parsePath, type Resource } from './path.ts'
import { type Preferences, parsePrefer } from './prefer.ts'
import {
  countCollection,
  type Reading,
  readCollection,
  readSingle,
  serviceDocument,
} from './read.ts'

export interface WebApiDeps {
  readonly database: Database
  readonly organizationId: string
  readonly clock: () => number
  /** Called after the organization was written: what changed holds from the next cycle on. */
  readonly organizationChanged: (changes: readonly SettingChange[]) => void
}

/** Answers a request below `/api/data/`. @throws ApiError for what is refused */
export async function handleWebApi(deps: WebApiDeps, request: Request): Promise<Response> {
  const url = new URL(request.url)
  const { version, resource } = parsePath(url.pathname)
  const reading: Reading = {
    run: (text, parameters) => deps.database.query(text, parameters),
    organizationId: deps.organizationId,
    root: `${url.origin}/api/data/${version}`,
    url,
    preferences: parsePrefer(request.headers.get('prefer')),
  }
  if (request.method === 'GET' || request.method === 'HEAD') {
    return read(reading, resource, request)
  }
  if (resource.kind === 'row' && resource.table.logicalName === 'organization') {
    if (request.method === 'PATCH') return patch(deps, reading, resource, request)
    throw methodNotAllowed(
      `organizations are read and updated, not ${request.method}.`,
      'GET, PATCH',
    )
  }
  throw refusedMethod(request.method, resource)
}

function refusedMethod(method: string, resource: Resource): ApiError {
  if (!['POST', 'PATCH', 'PUT', 'DELETE'].includes(method)) {
    return notImplemented(`The method ${method.slice(0, 20)} isn't served here.`)
  }
  const what = resource.kind === 'service' ? 'The service document' : resource.table.entitySetName
  return methodNotAllowed(
    `${what} can only be read here: synchronization writes these rows, and of the tables only organizations takes PATCH.`,
    'GET',
  )
}

async function read(reading: Reading, resource: Resource, request: Request): Promise<Response> {
  switch (resource.kind) {
    case 'service':
      return answer(serviceDocument(reading.root), reading.preferences)
    case 'collection':
      return answer(await readCollection(reading, resource.table), reading.preferences)
    case 'count':
      return new Response(await countCollection(reading, resource.table), {
        headers: { 'Content-Type': 'text/plain', 'OData-Version': '4.0' },
      })
    case 'row': {
      const row = await readSingle(reading, resource.table, resource.id)
      if (request.headers.get('if-none-match') === row.etag) {
        return new Response(null, { status: 304, headers: { ETag: row.etag } })
      }
      return answer(row.body, reading.preferences, { ETag: row.etag })
    }
  }
}

async function patch(
  deps: WebApiDeps,
  reading: Reading,
  resource: { readonly table: Table; readonly id: string },
  request: Request,
): Promise<Response> {
  const { table, id } = resource
  const columns = organizationColumns(table, await readJson(request))
  if (id !== deps.organizationId) throw noSuchRow(table.logicalName, id)
  const ifVersion = versionWanted(request.headers.get('if-match'))
  const written = await updateOrganization(
    deps.database,
    deps.organizationId,
    { columns, ...(ifVersion === null ? {} : { ifVersion }) },
    deps.clock(),
  )
  if (written.kind === 'notFound') throw noSuchRow(table.logicalName, id)
  if (written.kind === 'changedMeanwhile') throw versionDiffers()
  if (written.kind === 'refused') {
    throw new ApiError(400, written.refusal.code, written.refusal.message)
  }
  deps.organizationChanged(written.changes)
  if (reading.preferences.returnRepresentation) {
    const row = await readSingle(reading, table, id)
    return answer(row.body, reading.preferences, { ETag: row.etag })
  }
  return new Response(null, {
    status: 204,
    headers: {
      'OData-Version': '4.0',
      'OData-EntityId': `${reading.root}/${table.entitySetName}(${id})`,
    },
  })
}

const versionDiffers = () =>
  new ApiError(
    412,
    ERROR_CODES.concurrencyVersionMismatch,
    // Worded as Dataverse words it.
    "The version of the existing record doesn't match the RowVersion property provided.",
  )

/** @returns null = whatever version it has; -1 for an etag that was never given out */
function versionWanted(ifMatch: string | null): number | null {
  if (ifMatch === null || ifMatch.trim() === '*') return null
  const version = /^\s*W\/"(\d{1,15})"\s*$/.exec(ifMatch)?.[1]
  return version === undefined ? -1 : Number(version)
}

function answer(
  body: Record<string, unknown>,
  preferences: Preferences,
  headers: Record<string, string> = {},
): Response {
  const applied = appliedPreferences(preferences)
  return Response.json(body, {
    headers: {
      'Content-Type': 'application/json; odata.metadata=minimal',
      'OData-Version': '4.0',
      'Cache-Control': 'no-cache',
      ...(applied === '' ? {} : { 'Preference-Applied': applied }),
      ...headers,
    },
  })
}

function appliedPreferences(preferences: Preferences): string {
  const { annotations, maxPageSize, returnRepresentation } = preferences
  return [
    annotations === null
      ? null
      : `odata.include-annotations="${annotations.replaceAll(/[^\x20-\x7e]/g, '')}"`,
    maxPageSize === null ? null : `odata.maxpagesize=${maxPageSize}`,
    returnRepresentation ? 'return=representation' : null,
  ]
    .filter((item) => item !== null)
    .join(',')
}
