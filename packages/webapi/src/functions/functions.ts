import {
  ERROR_CODES,
  FUNCTIONS,
  TABLES,
  type Table,
  tableByLogicalName,
} from '@trackmark/dataverse'
import { badRequest, methodNotAllowed, noSuchRow, requireRead } from '@trackmark/http'
import {
  countTable,
  findOrganization,
  readNames,
  rootBusinessUnitId,
  trackedFolders,
} from '@trackmark/store'
import { metadataChanges } from '../definitions/changes.ts'
import { answer } from '../request/answer.ts'
import type { Handler, WebApiContext } from '../request/context.ts'
import { withTypes } from '../request/metadata-level.ts'
import { type Operation, unknownResource } from '../request/path.ts'
import { enumValue, guidValue, listValue } from './values.ts'

type Parameters = ReadonlyMap<string, string>
type Answer = Readonly<Record<string, unknown>>

const ANSWERS: Readonly<
  Record<string, (context: WebApiContext, parameters: Parameters) => Promise<Answer>>
> = {
  WhoAmI: whoAmI,
  RetrieveVersion: async (context) => ({ Version: (await organization(context)).version }),
  RetrieveCurrentOrganization: currentOrganization,
  RetrieveMailboxTrackingFolders: mailboxTrackingFolders,
  RetrieveMetadataChanges: metadataChanges,
  RetrieveTotalRecordCount: totalRecordCount,
}

/** Answers the functions of Dataverse that aren't bound to a table, in both forms of call. */
export const answerFunction: Handler<Operation> = async (context, operation) => {
  const described = FUNCTIONS.find((one) => one.name === operation.name)
  const answered = described === undefined ? undefined : ANSWERS[described.name]
  if (described === undefined || answered === undefined || operation.bound !== null) return null
  const { method } = context.request
  if (method !== 'GET' && method !== 'HEAD') {
    throw methodNotAllowed(`${described.name} is a function; call it with GET.`, 'GET')
  }
  const wanted = described.parameters.map((one) => one.name)
  for (const name of operation.parameters.keys()) {
    if (!wanted.includes(name)) {
      throw badRequest(`${described.name} has no parameter ${name.slice(0, 60)}.`)
    }
  }
  for (const { name, nullable } of described.parameters) {
    const isOptional = nullable !== false
    if (!isOptional && !operation.parameters.has(name)) {
      throw badRequest(`${described.name} needs ${name}.`)
    }
  }
  const { root, preferences } = context.reading
  const values = await answered(context, operation.parameters)
  const type = `${root}/$metadata#${described.returns.replace('mscrm.', 'Microsoft.Dynamics.CRM.')}`
  const [property, ...more] = operation.rest
  if (property === undefined) {
    const name = described.returns.replace('mscrm.', '')
    const shown = preferences.metadata === 'full' ? (withTypes(name, values) as Answer) : values
    return answer({ '@odata.context': type, ...shown }, preferences)
  }
  if (more.length > 0 || !Object.hasOwn(values, property)) throw unknownResource(property)
  return answer({ '@odata.context': type, value: values[property] }, preferences)
}

async function organization({ deps }: WebApiContext) {
  const found = await findOrganization(deps.database, deps.organizationId)
  if (found === null) throw noSuchRow('organization', deps.organizationId)
  return found
}

async function whoAmI({ deps }: WebApiContext): Promise<Answer> {
  const { organizationId, caller } = deps
  return {
    BusinessUnitId: rootBusinessUnitId(organizationId),
    UserId: caller.userId,
    OrganizationId: organizationId,
  }
}

/**
 * The access type chooses among addresses of an installation; this one has a single address. Only the endpoint of the
 * Web API is answered, since the SOAP and OData 2.0 services of Dynamics aren't served.
 */
async function currentOrganization(
  context: WebApiContext,
  parameters: Parameters,
): Promise<Answer> {
  enumValue(parameters, 'AccessType', 'EndpointAccessType', ['Default', 'Internet', 'Intranet'])
  const found = await organization(context)
  return {
    Detail: {
      OrganizationId: found.organizationId,
      FriendlyName: found.name,
      OrganizationVersion: found.version,
      UrlName: found.uniqueName,
      UniqueName: found.uniqueName,
      State: found.isDisabled ? 'Disabled' : 'Enabled',
      Endpoints: dictionary([['WebApplication', `${context.deps.rootUrl}/`]]),
    },
  }
}

/** A dictionary in Dataverse's form. */
const dictionary = (entries: readonly (readonly [string, unknown])[]): Answer => ({
  Count: entries.length,
  IsReadOnly: false,
  Keys: entries.map(([key]) => key),
  Values: entries.map(([, value]) => value),
})

async function mailboxTrackingFolders(
  { reading }: WebApiContext,
  parameters: Parameters,
): Promise<Answer> {
  const mailboxId = guidValue(parameters, 'MailboxId')
  const folders = await trackedFolders(reading, mailboxId)
  if (folders === null) throw noSuchRow('mailbox', mailboxId)
  const names = new Map<string, string>()
  for (const type of new Set(folders.map((folder) => folder.regardingType))) {
    const table = type === null ? undefined : tableByLogicalName(type)
    if (table === undefined) continue
    const ids = folders.flatMap((one) =>
      one.regardingType === type ? (one.regardingId ?? []) : [],
    )
    const found = await readNames(reading, table, ids)
    for (const [id, name] of found) names.set(id, name)
  }
  const mappings = folders.map((folder) => ({
    ExchangeFolderId: folder.folderId,
    ExchangeFolderName: folder.folderName,
    IsFolderOnboarded: folder.isOnboarded,
    RegardingObjectId: folder.regardingId,
    RegardingObjectName:
      folder.regardingId === null ? null : (names.get(folder.regardingId) ?? null),
    RegardingObjectTypeCode: tableByLogicalName(folder.regardingType ?? '')?.typeCode ?? null,
  }))
  return { MailboxTrackingFolderMappings: mappings }
}

/** Dataverse's counts may be a day old; these are exact. */
async function totalRecordCount(
  { deps, reading }: WebApiContext,
  parameters: Parameters,
): Promise<Answer> {
  const names = [...new Set(listValue(parameters, 'EntityNames', TABLES.length))]
  const tables = names.map((name): Table => {
    const table = tableByLogicalName(name)
    if (table !== undefined) {
      requireRead(deps.caller, table)
      return table
    }
    throw badRequest(`There is no table "${name.slice(0, 60)}".`, ERROR_CODES.unknownEntity)
  })
  const counts: [string, number][] = []
  for (const table of tables) {
    const count = await countTable(reading, table)
    counts.push([table.logicalName, count])
  }
  return { EntityRecordCountCollection: dictionary(counts) }
}
