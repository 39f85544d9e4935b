import {
  type Column,
  type ExpandItem,
  formatOptions,
  type Table,
  tableByLogicalName,
} from '@trackmark/dataverse'
import { type ApiRow, type Members, readMembers, readNames, readTargets } from '@trackmark/store'
import { wantsAnnotation } from '../request/prefer.ts'
import type { Properties, Reading } from '../request/reading.ts'
import { FORMATTED, type Formatting, nameKey, rowProperties } from './format.ts'

/** Which columns and expansions of a table's rows are answered. */
export interface Presentation {
  readonly table: Table
  readonly columns: readonly Column[]
  readonly expand: readonly ExpandItem[]
}

export const fullRootOf = ({ preferences, root }: Reading): string | null =>
  preferences.metadata === 'full' ? root : null

/** Lookup columns that have to be read so that single-valued expansions can be found. */
export const lookupsOf = (expand: readonly ExpandItem[]): readonly Column[] =>
  expand.flatMap(({ navigation }) => (navigation.kind === 'single' ? [navigation.column] : []))

/**
 * Makes answers of rows, with annotations and expansions: one statement per expansion, and one per table whose rows
 * are named, however many rows there are.
 */
export async function present(
  reading: Reading,
  { table, columns, expand }: Presentation,
  rows: readonly ApiRow[],
): Promise<readonly Properties[]> {
  const formatting: Formatting = {
    fullRoot: fullRootOf(reading),
    annotations: reading.preferences.annotations,
    names: await lookupNames(reading, columns, rows),
  }
  const presented = rows.map((row) => rowProperties(table, columns, row, formatting))
  for (const item of expand) {
    const added =
      item.navigation.kind === 'single'
        ? await targets(reading, item, rows)
        : await members(reading, table, item, rows)
    for (const [index, properties] of presented.entries()) Object.assign(properties, added[index])
  }
  return presented
}

/** The other table of a relationship; the catalogue has each one that a navigation property names. */
const targetOf = (item: ExpandItem): Table => tableByLogicalName(item.navigation.target)!

function presentationOf(item: ExpandItem): Presentation {
  const table = targetOf(item)
  return { table, columns: selectedColumns(table, item.select, item.expand), expand: item.expand }
}

/** Adds the primary key to the selected columns, and the lookup of each expanded reference. */
export function selectedColumns(
  table: Table,
  select: readonly Column[] | null,
  expand: readonly ExpandItem[],
): readonly Column[] {
  if (select === null) return ownColumns(table)
  const references = lookupsOf(expand.filter((item) => item.reference))
  const primary = table.columns.filter((column) => column.logicalName === table.primaryId)
  return [...new Set([...select, ...references, ...primary])]
}

const ownColumns = (table: Table): readonly Column[] =>
  table.columns.filter((column) => column.physical !== null && !column.secret)

async function targets(
  reading: Reading,
  item: ExpandItem,
  rows: readonly ApiRow[],
): Promise<readonly Properties[]> {
  const { name } = item.navigation
  const ids = rows.map((row) => targetId(item, row))
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const presentation = presentationOf(item)
  const select = { ...item, select: presentation.columns }
  const found = await readTargets(
    reading,
    { item: item.reference ? { ...select, select: [] } : select, also: lookupsOf(item.expand) },
    wanted,
  )
  const targetRows = [...found.values()]
  const presented = item.reference ? [] : await present(reading, presentation, targetRows)
  const byId = new Map(targetRows.map((row, index) => [row.id, presented[index] ?? {}]))
  const set = presentation.table.entitySetName
  return ids.map((id) => {
    const target = id === null ? undefined : byId.get(id)
    if (target === undefined) return { [name]: null }
    return { [name]: item.reference ? { '@odata.id': `${reading.root}/${set}(${id})` } : target }
  })
}

/** The id that a lookup points to; null when it points to another table than the expanded one. */
function targetId({ navigation }: ExpandItem, row: ApiRow): string | null {
  const { column } = navigation
  const id = row.values[column.logicalName]
  if (typeof id !== 'string') return null
  const isOther =
    column.physicalType !== null && row.lookupTypes[column.logicalName] !== navigation.target
  return isOther ? null : id
}

async function members(
  reading: Reading,
  table: Table,
  item: ExpandItem,
  rows: readonly ApiRow[],
): Promise<readonly Properties[]> {
  const { name } = item.navigation
  const presentation = presentationOf(item)
  const found = await readMembers(
    reading,
    { item: { ...item, select: presentation.columns }, also: lookupsOf(item.expand) },
    rows.map((row) => row.id),
  )
  const all = rows.map((row): Members => found.get(row.id) ?? NONE)
  const presented = await present(
    reading,
    presentation,
    all.flatMap((one) => one.rows),
  )
  let at = 0
  return rows.map((row, index) => {
    const { rows: own, hasMore, next } = all[index] ?? NONE
    const properties: Properties = { [name]: presented.slice(at, at + own.length) }
    at += own.length
    if (hasMore) {
      properties[`${name}@odata.nextLink`] = membersLink(reading, table, row, item, next)
    }
    return properties
  })
}

const NONE: Members = { rows: [], hasMore: false, next: null }

/** The link to the rest of an expanded collection, by its own path and with the same options. */
function membersLink(
  reading: Reading,
  table: Table,
  row: ApiRow,
  item: ExpandItem,
  next: string | null,
): string {
  const options = formatOptions(item)
  const pairs = next === null ? options : [...options, ['$skiptoken', next] as const]
  const path = `${reading.root}/${table.entitySetName}(${row.id})/${item.navigation.name}`
  return withOptions(path, pairs)
}

export function withOptions(path: string, pairs: readonly (readonly [string, string])[]): string {
  if (pairs.length === 0) return path
  const text = pairs.map(
    ([name, value]) =>
      `${encodeURIComponent(name).replace('%24', '$').replace('%40', '@')}=${encodeURIComponent(value)}`,
  )
  return `${path}?${text.join('&')}`
}

/** Formats `name,primarycontactid(fullname)` for the context URL of an answer. */
export function contextList(
  select: readonly Column[] | null,
  expand: readonly ExpandItem[],
): string {
  const columns = (select ?? []).map((column) => column.webApiName)
  const expanded = expand.map((item) => {
    const { name } = item.navigation
    if (item.reference) return `${name},${name}/$ref()`
    return `${name}(${contextList(item.select, item.expand)})`
  })
  return [...columns, ...expanded].join(',')
}

/**
 * Reads the names of the rows that lookups point to: one statement per table, and none when names aren't asked for.
 */
async function lookupNames(
  reading: Reading,
  columns: readonly Column[],
  rows: readonly ApiRow[],
): Promise<ReadonlyMap<string, string>> {
  if (!wantsAnnotation(reading.preferences.annotations, FORMATTED)) return new Map()
  const shown = new Set(columns.map((column) => column.logicalName))
  const idsByTable = new Map<string, Set<string>>()
  for (const row of rows) {
    for (const [column, type] of Object.entries(row.lookupTypes)) {
      if (!shown.has(column)) continue
      const ids = idsByTable.get(type) ?? new Set()
      idsByTable.set(type, ids.add(String(row.values[column])))
    }
  }
  return namesByTable(reading, idsByTable)
}

/** The names of rows by `nameKey`. @param idsByTable ids of the rows by logical name of their table */
export async function namesByTable(
  reading: Reading,
  idsByTable: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for (const [type, ids] of idsByTable) {
    const table = tableByLogicalName(type)
    if (table === undefined) continue
    const found = await readNames(reading, table, [...ids])
    for (const [id, name] of found) names.set(nameKey(type, id), name)
  }
  return names
}
