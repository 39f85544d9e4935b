import type { Instant } from '@trackmark/core'
import type { Database, Queryable } from '../database/database.ts'
import { writeFailure } from '../database/errors.ts'
import { iso, rowsJson } from '../database/values.ts'

export interface NewWebResource {
  /** Id of a new row. An existing row keeps its own. */
  readonly webResourceId: string
  readonly name: string
  readonly displayName: string | null
  readonly description: string | null
  /** 1 to 12, option set `webresource_webresourcetype`. */
  readonly type: number
  /** Base64. */
  readonly content: string
  readonly languageCode: number | null
  readonly introducedVersion: string | null
}

interface NewSolution {
  /** Id of a new solution. An existing solution keeps its own. */
  readonly solutionId: string
  readonly uniqueName: string
  readonly friendlyName: string
  readonly version: string
  readonly isManaged: boolean
}

interface WebResourceImport {
  readonly files: readonly NewWebResource[]
  /** The solution they are part of; null = none. */
  readonly solution: NewSolution | null
  readonly modifiedBy: string | null
}

interface Imported {
  readonly created: number
  readonly updated: number
  /** The number of files that were stored already with the same content. */
  readonly unchanged: number
}

/**
 * Adds web resources, or replaces those of the same name, and stores the solution they come from: all or
 * nothing. A file that doesn't change keeps its version, so that browsers needn't fetch it again.
 * @throws RefusedDataError
 */
export async function importWebResources(
  database: Database,
  organizationId: string,
  toImport: WebResourceImport,
  now: Instant,
): Promise<Imported> {
  try {
    return await database.transaction(async (tx) => {
      const solutionId =
        toImport.solution === null
          ? null
          : await recordSolution(tx, organizationId, toImport.solution, now)
      return writeFiles(tx, organizationId, toImport, solutionId, now)
    })
  } catch (error) {
    throw writeFailure(error)
  }
}

/** @returns the id of the stored solution */
async function recordSolution(
  tx: Queryable,
  organizationId: string,
  solution: NewSolution,
  now: Instant,
): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `insert into crm.solution as s (organizationid, solutionid, uniquename, friendlyname, version,
       ismanaged, installedon, createdon, modifiedon)
     values ($1, $2, $3, $4, $5, $6, $7, $7, $7)
     on conflict (organizationid, lower(uniquename)) do update
     set uniquename = excluded.uniquename, friendlyname = excluded.friendlyname,
       version = excluded.version, ismanaged = excluded.ismanaged, modifiedon = excluded.modifiedon,
       versionnumber = nextval('crm.versionnumber')
     returning solutionid as id`,
    [
      organizationId,
      solution.solutionId,
      solution.uniqueName,
      solution.friendlyName,
      solution.version,
      solution.isManaged,
      iso(now),
    ],
  )
  return row!.id
}

async function writeFiles(
  tx: Queryable,
  organizationId: string,
  toImport: WebResourceImport,
  solutionId: string | null,
  now: Instant,
): Promise<Imported> {
  const { files, solution, modifiedBy } = toImport
  const written = await tx.query<{ created: boolean }>(
    `insert into crm.webresource as w (organizationid, webresourceid, name, displayname,
       description, webresourcetype, content, languagecode, introducedversion, ismanaged,
       solutionid, createdon, modifiedon, createdby, modifiedby)
     select $1, "webResourceId", name, "displayName", description, type, content,
       "languageCode", "introducedVersion", $3, $4::uuid, $2, $2, $5::uuid, $5::uuid
     from json_to_recordset($6::json) as r("webResourceId" uuid, name text, "displayName" text,
       description text, type integer, content text, "languageCode" integer,
       "introducedVersion" text)
     on conflict (organizationid, lower(name)) do update
     set name = excluded.name, displayname = excluded.displayname,
       description = excluded.description, webresourcetype = excluded.webresourcetype,
       content = excluded.content, languagecode = excluded.languagecode,
       introducedversion = excluded.introducedversion, ismanaged = excluded.ismanaged,
       solutionid = excluded.solutionid, modifiedon = excluded.modifiedon,
       modifiedby = excluded.modifiedby, versionnumber = nextval('crm.versionnumber')
     where (w.name, w.displayname, w.description, w.webresourcetype, w.content, w.languagecode,
         w.introducedversion, w.ismanaged, w.solutionid)
       is distinct from (excluded.name, excluded.displayname, excluded.description,
         excluded.webresourcetype, excluded.content, excluded.languagecode,
         excluded.introducedversion, excluded.ismanaged, excluded.solutionid)
     returning (xmax = 0) as created`,
    [
      organizationId,
      iso(now),
      solution?.isManaged ?? false,
      solutionId,
      modifiedBy,
      rowsJson(files),
    ],
  )
  const created = written.filter((row) => row.created).length
  return { created, updated: written.length - created, unchanged: files.length - written.length }
}

interface WebResource {
  readonly webResourceId: string
  readonly name: string
  readonly type: number
  readonly version: number
}

/** Finds a web resource by its name, compared without case. Null content = it has none. */
export async function findWebResource(
  database: Queryable,
  organizationId: string,
  name: string,
): Promise<(WebResource & { readonly content: string | null }) | null> {
  const [row] = await database.query<WebResource & { content: string | null }>(
    `select webresourceid as "webResourceId", name, webresourcetype as type, content,
       versionnumber as version
     from crm.webresource where organizationid = $1 and lower(name) = lower($2)`,
    [organizationId, name],
  )
  return row ?? null
}

interface ListedWebResource extends WebResource {
  readonly displayName: string | null
  readonly isManaged: boolean
  readonly solutionId: string | null
  /** Bytes of the file. */
  readonly size: number
  readonly modifiedOn: Instant
}

/** All web resources by name; an organization has some hundreds at most. */
export function listWebResources(
  database: Queryable,
  organizationId: string,
): Promise<ListedWebResource[]> {
  return database.query<ListedWebResource>(
    `select webresourceid as "webResourceId", name, webresourcetype as type,
       versionnumber as version, displayname as "displayName",
       coalesce(ismanaged, false) as "isManaged", solutionid as "solutionId",
       coalesce(length(content) / 4 * 3 - length(content) + length(rtrim(content, '=')), 0) as size,
       modifiedon as "modifiedOn"
     from crm.webresource where organizationid = $1 order by lower(name)`,
    [organizationId],
  )
}

/** @returns the names of those that were removed */
export async function removeWebResources(
  database: Queryable,
  organizationId: string,
  names: readonly string[],
): Promise<string[]> {
  const removed = await database.query<{ name: string }>(
    `delete from crm.webresource
     where organizationid = $1 and lower(name) in (select lower(n) from unnest($2::text[]) n)
     returning name`,
    [organizationId, names],
  )
  return removed.map((row) => row.name)
}
