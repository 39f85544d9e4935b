import {
  type Column,
  columnByLogicalName,
  ERROR_CODES,
  type NavigationProperty,
  seesAll,
  type Table,
  tableByLogicalName,
} from '@trackmark/dataverse'
import { ApiError, badRequest, noSuchRow, type VersionTest } from '@trackmark/http'
import {
  type ApiRow,
  countAttachments,
  type DeleteRefusal,
  deleteRow,
  insertRow,
  lockRow,
  markChanged,
  mayChange,
  type RowReference,
  setOwnerParty,
  updateRow,
  type Writer,
  type WriteValue,
} from '@trackmark/store'
import type { Reference } from '../request/reference.ts'
import { type Bind, isParties, type RowInput } from './body.ts'
import { COMPUTED_FROM, computed } from './computed.ts'
import type { Writing } from './in-transaction.ts'
import { writeParties } from './parties.ts'
import { targetOf } from './target.ts'
import { wrongValue } from './value.ts'
import { requireWritable, unwritableColumn } from './writable.ts'

/**
 * Creates a row and its related rows: first those that it references, then those that reference it.
 * @returns its id
 * @throws ApiError 4xx; the transaction has to be rolled back then
 */
export async function createRow(
  writing: Writing,
  input: RowInput,
  id: string = input.id ?? writing.writer.newId(),
): Promise<string> {
  const { table } = input
  requireWritable(writing.caller, table, 'create')
  const binds = new Map(input.binds)
  for (const { navigation, row } of input.parents) {
    const parentId = await createRow(writing, row)
    setBind(binds, navigation, { table: row.table, key: { kind: 'id', id: parentId } })
  }
  const values = await storedValues(writing, input, binds, null)
  requireAll(table, values)
  if (!(await insertRow(writing.writer, table, id, values))) throw duplicate(table, id)
  if (table.isActivity) await setOwnerParty(writing.writer, owned(table, id, values, null))
  await writeRelated(writing, input, owned(table, id, values, null))
  await updateAttachmentCounts(writing.writer, table, values, null)
  return id
}

/** Changes a row. @param ifVersion absent = any version @throws ApiError 404, 412, or one about the values */
export async function changeRow(
  writing: Writing,
  input: RowInput,
  id: string,
  ifVersion: VersionTest = () => true,
): Promise<'changed' | 'absent' | 'changedMeanwhile'> {
  const { table } = input
  requireWritable(writing.caller, table, 'update')
  const row = await lockRow(writing.writer, table, id, watched(table))
  if (row === null) return 'absent'
  await requireOwn(writing.writer, table, id)
  if (!ifVersion(row.version)) return 'changedMeanwhile'
  if (input.id !== null && input.id !== id) throw wrongValue(table.primaryId, 'left as it is')
  const kept = unwritableColumn(table, [...input.values.keys(), ...input.binds.keys()])
  if (kept !== null) throw badRequest(`${kept} is written by synchronization only.`, INVALID)
  const values = await storedValues(writing, input, input.binds, row)
  if (values.size === 0 && input.children.length > 0) {
    // The parties are part of the row, so its version has to change with them.
    values.set('statecode', row.values.statecode ?? null)
  }
  await updateRow(writing.writer, table, id, values)
  const activity = owned(table, id, values, row)
  if (table.isActivity && values.has('ownerid')) await setOwnerParty(writing.writer, activity)
  const parties = await writeRelated(writing, input, activity)
  if (table.isActivity) {
    const names = [...input.values.keys(), ...parties]
    const state = input.values.has('statecode') ? ['statuscode'] : []
    await markChanged(writing.writer, { type: table.logicalName, id }, [...names, ...state])
  }
  await updateAttachmentCounts(writing.writer, table, values, row)
  return 'changed'
}

/** Deletes a row, unless other rows require it. */
export async function removeRow(
  writer: Writer,
  table: Table,
  id: string,
  mayGo: VersionTest,
): Promise<'deleted' | 'absent' | 'changedMeanwhile' | DeleteRefusal> {
  const activity = table.columns.filter((column) => column.logicalName === 'objectid')
  const row = await lockRow(writer, table, id, activity)
  if (row === null) return 'absent'
  await requireOwn(writer, table, id)
  if (!mayGo(row.version)) return 'changedMeanwhile'
  const refusal = await deleteRow(writer, table, id)
  if (refusal !== null) return refusal
  const { objectid } = row.values
  if (typeof objectid === 'string') await countAttachments(writer, objectid)
  return 'deleted'
}

/** Updates the number of attachments on the activity; of a moved attachment, on both activities. */
async function updateAttachmentCounts(
  writer: Writer,
  table: Table,
  values: ReadonlyMap<string, WriteValue>,
  before: ApiRow | null,
): Promise<void> {
  if (table.logicalName !== 'activitymimeattachment') return
  const to = values.get('objectid')
  if (typeof to !== 'object' || to === null) return
  await countAttachments(writer, to.id)
  const from = before?.values.objectid
  if (typeof from === 'string' && from !== to.id) await countAttachments(writer, from)
}

const INVALID = ERROR_CODES.invalidArgument

/** Creates the rows that reference a row, and associates existing ones. @returns party lists it wrote */
async function writeRelated(
  writing: Writing,
  input: RowInput,
  self: ReturnType<typeof owned>,
): Promise<readonly string[]> {
  const parties: string[] = []
  for (const { navigation, rows } of input.children) {
    if (isParties(input.table, navigation)) {
      parties.push(...(await writeParties(writing, self, rows)))
      continue
    }
    for (const row of rows) {
      const binds = new Map(row.binds)
      setBind(binds, pointing(navigation), {
        table: input.table,
        key: { kind: 'id', id: self.id },
      })
      await createRow(writing, { ...row, binds })
    }
  }
  for (const { navigation, references } of input.attached) {
    for (const reference of references) {
      await pointAt(writing, navigation, reference, { table: input.table, id: self.id })
    }
  }
  return parties
}

/** Sets the lookup of a row in a collection to the row that the collection belongs to. */
export async function pointAt(
  writing: Writing,
  navigation: NavigationProperty,
  reference: Reference,
  to: { readonly table: Table; readonly id: string } | null,
): Promise<void> {
  if (navigation.column.readOnly) throw badRequest(`${navigation.name} is read-only.`, INVALID)
  const other = await targetOf(writing.writer, navigation.name, navigation.target, reference)
  const table = tableByLogicalName(other.table)!
  const back: Bind = {
    navigation: pointing(navigation),
    reference: to === null ? null : { table: to.table, key: { kind: 'id', id: to.id } },
  }
  const input: RowInput = {
    table,
    id: null,
    values: new Map(),
    binds: new Map([[navigation.column.logicalName, back]]),
    parents: [],
    children: [],
    attached: [],
  }
  if ((await changeRow(writing, input, other.id)) === 'absent') {
    throw noSuchRow(table.logicalName, other.id)
  }
}

/** The same relationship, seen from the row with the lookup. */
const pointing = (navigation: NavigationProperty): NavigationProperty => ({
  ...navigation,
  name: navigation.partner ?? navigation.name,
  kind: 'single',
  table: navigation.target,
  target: navigation.table,
  partner: navigation.name,
})

function setBind(
  binds: Map<string, Bind>,
  navigation: NavigationProperty,
  reference: NonNullable<Bind['reference']>,
): void {
  if (navigation.column.readOnly) throw badRequest(`${navigation.name} is read-only.`, INVALID)
  binds.set(navigation.column.logicalName, { navigation, reference })
}

/** The values to store: references resolved, computed values added. */
async function storedValues(
  { writer, caller }: Writing,
  input: RowInput,
  binds: ReadonlyMap<string, Bind>,
  before: ApiRow | null,
): Promise<Map<string, WriteValue>> {
  const { table } = input
  const values = new Map(input.values)
  for (const [name, { navigation, reference }] of binds) {
    if (reference === null) {
      // Emptying the property of one target table keeps a lookup that points to another table.
      const points = before?.lookupTypes[name]
      const isOther = points !== undefined && points !== navigation.target
      if (!isOther || navigation.column.physicalType === null) values.set(name, null)
      continue
    }
    const target = await targetOf(writer, navigation.name, navigation.target, reference)
    values.set(name, target)
    if (name === 'objectid') values.set('objecttypecode', target.table)
  }
  if (before === null && columnByLogicalName(table, 'ownerid') !== undefined) {
    if (!values.has('ownerid')) values.set('ownerid', { table: 'systemuser', id: caller.userId })
  }
  await requireOwnParts(writer, table, before, values)
  if (values.get('ownerid') === null) throw wrongValue('ownerid', "given; it can't be empty")
  return computed(writer.organizationId, table, values, before?.values ?? null)
}

/** A visible row may belong to another user. @throws ApiError 403 */
async function requireOwn(writer: Writer, table: Table, id: string): Promise<void> {
  if (await mayChange(writer, table, id)) return
  throw denied(`This ${table.logicalName} is another user's: your role changes only your own.`)
}

/**
 * New rows belong to their creator, unless the role reaches others' rows. Parts of an activity are created and moved
 * by those who may change the activity. @throws ApiError 403
 */
async function requireOwnParts(
  writer: Writer,
  table: Table,
  before: ApiRow | null,
  values: ReadonlyMap<string, WriteValue>,
): Promise<void> {
  if (seesAll(table, writer.reach)) return
  const owner = values.get('ownerid')
  if (before === null && isReference(owner) && owner.id !== writer.userId) {
    throw denied(`Your role makes rows of ${table.entitySetName} for yourself only.`)
  }
  const own = table.access?.own
  const activity = own?.by === 'activity' ? values.get(own.column) : undefined
  if (isReference(activity)) {
    await requireOwn(writer, tableByLogicalName(activity.table)!, activity.id)
  }
}

const isReference = (value: WriteValue | undefined): value is RowReference =>
  typeof value === 'object' && value !== null

const denied = (message: string): ApiError =>
  new ApiError(403, ERROR_CODES.privilegeDenied, message)

function requireAll(table: Table, values: ReadonlyMap<string, WriteValue>): void {
  const missing = table.columns.find(
    (column) =>
      !column.nullable &&
      !column.readOnly &&
      column.default === null &&
      column.logicalName !== table.primaryId &&
      values.get(column.logicalName) == null,
  )
  if (missing !== undefined) throw wrongValue(missing.logicalName, 'given')
}

/** The columns that computed values depend on, and all lookups. */
const watched = (table: Table): readonly Column[] =>
  table.columns.filter(
    (column) =>
      column.physical !== null &&
      (COMPUTED_FROM.includes(column.logicalName) || column.targets.length > 0),
  )

export function owned(
  table: Table,
  id: string,
  values: ReadonlyMap<string, WriteValue>,
  before: ApiRow | null,
): { readonly table: Table; readonly id: string; readonly ownerId: string | null } {
  const owner = values.get('ownerid') ?? before?.values.ownerid ?? null
  const ownerId = typeof owner === 'object' && owner !== null ? owner.id : owner
  return { table, id, ownerId: typeof ownerId === 'string' ? ownerId : null }
}

const duplicate = (table: Table, id: string): ApiError =>
  new ApiError(
    412,
    ERROR_CODES.duplicateRecord,
    `A record with matching key values already exists: ${table.entitySetName}(${id}).`,
  )
