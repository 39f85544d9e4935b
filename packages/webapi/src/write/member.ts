import {
  type Column,
  columnByWebApiName,
  type NavigationProperty,
  navigationProperty,
  type Table,
  tableByLogicalName,
} from '@trackmark/dataverse'
import { badRequest, methodNotAllowed, noSuchRow, notFound, readJson } from '@trackmark/http'
import { lockForLookup, lockRow } from '@trackmark/store'
import { noContent } from '../request/answer.ts'
import { referenceScope, type WebApiContext } from '../request/context.ts'
import { type Member, unknownResource } from '../request/path.ts'
import { parseReference, type Reference } from '../request/reference.ts'
import { resolveKey } from '../request/resolve-key.ts'
import { rowKey } from '../request/row-key.ts'
import { giveRole, roleOfUser, takeRole } from './associate-role.ts'
import { isParties, parseRow } from './body.ts'
import { change } from './change-row.ts'
import { inTransaction, readingIn, WRITE_BYTES_MAX, type Writing } from './in-transaction.ts'
import { patchOrganization } from './organization.ts'
import { pointAt } from './row.ts'
import { targetOf } from './target.ts'
import { requireWritable } from './writable.ts'

/**
 * PUT and DELETE of one property, and associations: POST, PUT and DELETE of `name/$ref`.
 * @throws ApiError for what is refused; nothing is written
 */
export async function writeMember(context: WebApiContext, member: Member): Promise<Response> {
  const { table, name, tail } = member
  const { method } = context.request
  const navigation = navigationProperty(table, name)
  if (tail === '$count') throw methodNotAllowed('This can only be read.', 'GET')
  if (tail === '$ref') {
    if (navigation === undefined) throw unknownResource(name)
    return navigation.kind === 'single'
      ? writeSingle(context, member, navigation)
      : writeCollection(context, member, navigation)
  }
  if (navigation?.kind === 'collection') {
    if (method === 'PUT' && tail === '' && isParties(table, navigation)) {
      return putParties(context, member)
    }
    throw methodNotAllowed(
      `Rows are associated by ${name}/$ref and added by their own entity set.`,
      'GET',
    )
  }
  const column = columnByWebApiName(table, name)
  if (column === undefined || column.physical === null || column.secret) {
    if (navigation === undefined) throw unknownResource(name)
    throw methodNotAllowed(`${name} is associated with PUT and DELETE of ${name}/$ref.`, 'GET')
  }
  return writeProperty(context, member, column)
}

async function writeProperty(
  context: WebApiContext,
  member: Member,
  column: Column,
): Promise<Response> {
  const { method } = context.request
  const isPut = method === 'PUT'
  if (!isPut && method !== 'DELETE') {
    throw methodNotAllowed(
      'A property is written with PUT and emptied with DELETE.',
      'GET, PUT, DELETE',
    )
  }
  if (column.targets.length > 0) {
    throw badRequest(
      `${member.name} is a lookup; associate it with its navigation property's $ref.`,
    )
  }
  const value = isPut ? valueIn(await readJson(context.request, WRITE_BYTES_MAX)) : null
  await changeMember(context, member, { [column.logicalName]: value })
  return noContent()
}

function valueIn(body: unknown): unknown {
  if (typeof body === 'object' && body !== null && 'value' in body) return body.value
  throw badRequest('The body must be a JSON object with the property "value".')
}

/** An update of one property, as if by PATCH. */
async function changeMember(
  context: WebApiContext,
  { table, key }: Member,
  body: Record<string, unknown>,
): Promise<void> {
  requireWritable(context.deps.caller, table, 'update')
  if (table.logicalName === 'organization') {
    const id = await resolveKey(context.reading, table, key)
    await patchOrganization(context, table, id, body)
    return
  }
  const input = parseRow(table, 'update', body, referenceScope(context))
  await inTransaction(context, async (writing) => {
    const id = await resolveKey(readingIn(context, writing), table, key)
    await change(context, writing, input, id)
  })
}

/** `PUT emails(id)/email_activity_parties` replaces the parties with those of the body. */
async function putParties(context: WebApiContext, member: Member): Promise<Response> {
  const rows = valueIn(await readJson(context.request, WRITE_BYTES_MAX))
  await changeMember(context, member, { [member.name]: rows })
  return noContent()
}

async function writeSingle(
  context: WebApiContext,
  member: Member,
  navigation: NavigationProperty,
): Promise<Response> {
  const { method } = context.request
  if (method !== 'PUT' && method !== 'DELETE') {
    throw methodNotAllowed(
      `${member.name} holds one row: associate it with PUT, take it off with DELETE.`,
      'GET, PUT, DELETE',
    )
  }
  const id = method === 'PUT' ? await bodyReference(context) : null
  await changeMember(context, member, { [`${navigation.name}@odata.bind`]: id })
  return noContent()
}

async function bodyReference(context: WebApiContext): Promise<string> {
  const body = await readJson(context.request)
  const id =
    typeof body === 'object' && body !== null
      ? (body as Record<string, unknown>)['@odata.id']
      : null
  if (typeof id === 'string') return id
  throw badRequest('The body must be a JSON object with the property "@odata.id".')
}

async function writeCollection(
  context: WebApiContext,
  member: Member,
  navigation: NavigationProperty,
): Promise<Response> {
  const { table, key } = member
  const { method } = context.request
  if (method !== 'POST' && method !== 'DELETE') {
    throw methodNotAllowed(
      `Rows are put into ${member.name} with POST and taken out with DELETE.`,
      'POST, DELETE',
    )
  }
  if (method === 'POST' && member.among !== null)
    throw badRequest('POST goes to the collection itself.')
  const reference =
    method === 'POST'
      ? parseReference(referenceScope(context), '@odata.id', await bodyReference(context))
      : memberReference(context, member, navigation)
  await inTransaction(context, async (writing) => {
    const rows = readingIn(context, writing)
    const id = await resolveKey(rows, table, key)
    if (navigation.through !== undefined) {
      const other = await resolveKey(rows, reference.table, reference.key)
      const ids = roleOfUser(table, id, other)
      await (method === 'POST' ? giveRole(writing, ids) : takeRole(writing, ids))
      return
    }
    if (!(await lockForLookup(writing.writer, table, id))) throw noSuchRow(table.logicalName, id)
    if (method === 'DELETE') await requireMember(writing, { table, id }, navigation, reference)
    await pointAt(writing, navigation, reference, method === 'POST' ? { table, id } : null)
  })
  return noContent()
}

/** `name(<guid>)/$ref` or `name/$ref?$id=contacts(<guid>)`. */
function memberReference(
  context: WebApiContext,
  member: Member,
  navigation: NavigationProperty,
): Reference {
  const target = tableByLogicalName(navigation.target)!
  const query = context.reading.url.searchParams
  if (member.among !== null) return { table: target, key: rowKey(target, member.among, query) }
  const id = query.get('$id')
  if (id === null) throw badRequest(`Name the row to take out: ${member.name}(<guid>)/$ref.`)
  return parseReference(referenceScope(context), '$id', id)
}

async function requireMember(
  writing: Writing,
  row: { readonly table: Table; readonly id: string },
  navigation: NavigationProperty,
  reference: Reference,
): Promise<void> {
  const { writer, caller } = writing
  const other = await targetOf(writer, navigation.name, navigation.target, reference)
  const table = tableByLogicalName(other.table)!
  const column = table.columns.find((one) => one.logicalName === navigation.column.logicalName)!
  requireWritable(caller, table, 'update')
  const found = await lockRow(writer, table, other.id, [column])
  const type = found?.lookupTypes[column.logicalName]
  const isHere =
    found?.values[column.logicalName] === row.id &&
    (column.physicalType === null || type === row.table.logicalName)
  if (!isHere) {
    throw notFound(
      `${table.entitySetName}(${other.id}) isn't among ${navigation.name} of this ${row.table.logicalName}.`,
    )
  }
}
