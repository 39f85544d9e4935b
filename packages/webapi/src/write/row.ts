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
  type DeleteRefusal,
  deleteRow,
  insertRow,
  lockRow,
  markChanged,
  mayChange,
  type RowReference,
  setOwnerParty,
  settleAttachments,
  updateRow,
  type Writer,
  type WriteValue,
} from '@trackmark/store'
import type { Reference } from '../request/reference.ts'
import { type Bind, isParties, type RowWish } from './body.ts'
import { COMPUTED_FROM, computed } from './computed.ts'
import type { Writing } from './in-transaction.ts'
import { writeParties } from './parties.ts'
import { targetOf } from './target.ts'
import { wrongValue } from './value.ts'
import { keptColumn, requireWritable } from './writable.ts'

/**
 * Makes a row and those that come with it: first those it points to, then those that point to it.
 * @returns its id
 * @throws ApiError 4xx; the transaction is to be given up then
 */
export async function createRow(
  writing: Writing,
  wish: RowWish,
  id: string = wish.id ?? writing.writer.newId(),
): Promise<string> {
  const { table } = wish
  requireWritable(writing.caller, table, 'create')
  const binds = new Map(wish.binds)
  for (const { navigation, row } of wish.parents) {
    const parentId = await createRow(writing, row)
    setBind(binds, navigation, { table: row.table, key: { kind: 'id', id: parentId } })
  }
  const values = await settled(writing, wish, binds, null)
  requireAll(table, values)
  if (!(await insertRow(writing.writer, table, id, values))) throw duplicate(table, id)
  if (table.isActivity) await setOwnerParty(writing.writer, owned(table, id, values, null))
  await writeRelated(writing, wish, owned(table, id, values, null))
  await settleParts(writing.writer, table, values, null)
  return id
}

/**
 * Changes a row.
 * @param ifVersion left out = whatever version it has
 * @throws ApiError 404, 412 or what the values ask for
 */
export async function changeRow(
  writing: Writing,
  wish: RowWish,
  id: string,
  ifVersion: VersionTest = () => true,
): Promise<'changed' | 'absent' | 'changedMeanwhile'> {
  const { table } = wish
  requireWritable(writing.caller, table, 'update')
  const row = await lockRow(writing.writer, table, id, watched(table))
  if (row === null) return 'absent'
  await requireOwn(writing.writer, table, id)
  if (!ifVersion(row.version)) return 'changedMeanwhile'
  if (wish.id !== null && wish.id !== id) throw wrongValue(table.primaryId, 'left as it is')
  const kept = keptColumn(table, [...wish.values.keys(), ...wish.binds.keys()])
  if (kept !== null) throw badRequest(`${kept} is kept by synchronization.`, INVALID)
  const values = await settled(writing, wish, wish.binds, row)
  if (values.size === 0 && wish.children.length > 0) {
    // The parties are part of the row: who has seen the old ones has seen an old version.
    values.set('statecode', row.values.statecode ?? null)
  }
  await updateRow(writing.writer, table, id, values)
  const activity = owned(table, id, values, row)
  if (table.isActivity && values.has('ownerid')) await setOwnerParty(writing.writer, activity)
  const parties = await writeRelated(writing, wish, activity)
  if (table.isActivity) {
    const names = [...wish.values.keys(), ...parties]
    const state = wish.values.has('statecode') ? ['statuscode'] : []
    await markChanged(writing.writer, { type: table.logicalName, id }, [...names, ...state])
  }
  await settleParts(writing.writer, table, values, row)
  return 'changed'
}

/** Deletes a row, as far as others let go of it. */
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
  if (typeof objectid === 'string') await settleAttachments(writer, objectid)
  return 'deleted'
}

/** An attachment is counted on its activity; one that moved, on both. */
async function settleParts(
  writer: Writer,
  table: Table,
  values: ReadonlyMap<string, WriteValue>,
  before: ApiRow | null,
): Promise<void> {
  if (table.logicalName !== 'activitymimeattachment') return
  const to = values.get('objectid')
  if (typeof to !== 'object' || to === null) return
  await settleAttachments(writer, to.id)
  const from = before?.values.objectid
  if (typeof from === 'string' && from !== to.id) await settleAttachments(writer, from)
}

const INVALID = ERROR_CODES.invalidArgument

/** Makes the rows that point to a row, and points others to it. @returns party lists it wrote */
async function writeRelated(
  writing: Writing,
  wish: RowWish,
  self: ReturnType<typeof owned>,
): Promise<readonly string[]> {
  const parties: string[] = []
  for (const { navigation, rows } of wish.children) {
    if (isParties(wish.table, navigation)) {
      parties.push(...(await writeParties(writing, self, rows)))
      continue
    }
    for (const row of rows) {
      const binds = new Map(row.binds)
      setBind(binds, pointing(navigation), {
        table: wish.table,
        key: { kind: 'id', id: self.id },
      })
      await createRow(writing, { ...row, binds })
    }
  }
  for (const { navigation, references } of wish.attached) {
    for (const reference of references) {
      await pointAt(writing, navigation, reference, { table: wish.table, id: self.id })
    }
  }
  return parties
}

/** Points a row of the other side of a collection at the row the collection is of. */
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
  const wish: RowWish = {
    table,
    id: null,
    values: new Map(),
    binds: new Map([[navigation.column.logicalName, back]]),
    parents: [],
    children: [],
    attached: [],
  }
  if ((await changeRow(writing, wish, other.id)) === 'absent') {
    throw noSuchRow(table.logicalName, other.id)
  }
}

/** The same relationship from the row with the lookup. */
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

/** Values as they are to be stored: lookups found, what follows from them computed. */
async function settled(
  { writer, caller }: Writing,
  wish: RowWish,
  binds: ReadonlyMap<string, Bind>,
  before: ApiRow | null,
): Promise<Map<string, WriteValue>> {
  const { table } = wish
  const values = new Map(wish.values)
  for (const [name, { navigation, reference }] of binds) {
    if (reference === null) {
      // Emptying one target of a lookup leaves it alone where it points to another.
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

/** A row that the caller sees may still be another's. @throws ApiError 403 */
async function requireOwn(writer: Writer, table: Table, id: string): Promise<void> {
  if (await mayChange(writer, table, id)) return
  throw denied(`This ${table.logicalName} is another user's: your role changes only your own.`)
}

/**
 * New rows belong to the person who makes them, unless the role reaches others' rows. What belongs to
 * an activity is made and moved by those who may change the activity. @throws ApiError 403
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

/** The columns that computing asks of, and every lookup. */
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
