import { TABLES, tableByLogicalName } from './catalogue.ts'
import { activityPartNames, relationshipNames } from './relationship-names.ts'
import type { Column, Table } from './types.ts'

export interface NavigationProperty {
  readonly name: string
  readonly kind: 'single' | 'collection'
  /** Logical name of the table it is a property of. */
  readonly table: string
  /** Logical name of the table on the other side. */
  readonly target: string
  /**
   * The lookup the two are joined by: on `table` for a single one, on `target` for a collection.
   * It holds the other side's primary id. Where it may point to several tables, its type column
   * says which; `activityid` of a party and `objectid` of an attachment have no such column, and
   * the join itself tells.
   */
  readonly column: Column
  /**
   * Of a collection many to many: the table between, whose `near` column holds the id of the row the
   * property is of, and whose `far` column that of the other. `column` is the near one then.
   */
  readonly through?: Intersect
  /** Its name from the other side. */
  readonly partner: string | null
  /** Declared on `activitypointer`, from which activity tables derive; the partner leads there. */
  readonly inherited: boolean
}

export interface Intersect {
  readonly table: Table
  readonly near: Column
  readonly far: Column
}

const POINTER = 'activitypointer'

interface Relationship {
  /** The one with the lookup. */
  readonly referencing: Table
  readonly column: Column
  readonly referenced: Table
  readonly single: string
  readonly collection: string
}

const pointerColumns = new Set(
  tableByLogicalName(POINTER)?.columns.map((column) => column.logicalName),
)

const isLookup = (column: Column): boolean => column.type === 'lookup' || column.type === 'owner'

function relationshipsOf(table: Table): readonly Relationship[] {
  return table.columns.filter(isLookup).flatMap((column) =>
    column.targets.flatMap((target) => {
      const referenced = tableByLogicalName(target)
      if (referenced === undefined || referenced.isEmpty === true) return []
      if (target === POINTER) return activityRelationships(table, column)
      const shared =
        table.isActivity && table.logicalName !== POINTER && pointerColumns.has(column.logicalName)
      const names = relationshipNames(table, column, target, shared)
      return [{ referencing: table, column, referenced, ...names }]
    }),
  )
}

function activityRelationships(part: Table, column: Column): readonly Relationship[] {
  return TABLES.filter((table) => table.isActivity).flatMap((referenced) => {
    const names = activityPartNames(part, referenced)
    return names === null ? [] : [{ referencing: part, column, referenced, ...names }]
  })
}

function declaredOn(table: Table, all: readonly Relationship[]): readonly NavigationProperty[] {
  const singles = all
    .filter((one) => one.referencing === table)
    .map((one): NavigationProperty => {
      const { single: name, referenced, column, collection: partner } = one
      const ends = { table: table.logicalName, target: referenced.logicalName }
      return { name, kind: 'single', ...ends, column, partner, inherited: false }
    })
  const collections = all
    .filter((one) => one.referenced === table)
    .map((one): NavigationProperty => {
      const { collection: name, referencing, column, single: partner } = one
      const ends = { table: table.logicalName, target: referencing.logicalName }
      return { name, kind: 'collection', ...ends, column, partner, inherited: false }
    })
  return [...singles, ...collections]
}

/** Who has which role; from both sides under one name, as in Dataverse. */
function manyToMany(table: Table): readonly NavigationProperty[] {
  const between = tableByLogicalName('systemuserroles')!
  const [user, role] = ['systemuserid', 'roleid'].map(
    (name) => between.columns.find((column) => column.logicalName === name)!,
  ) as [Column, Column]
  const of = (target: string, near: Column, far: Column): readonly NavigationProperty[] => [
    {
      name: 'systemuserroles_association',
      kind: 'collection',
      table: table.logicalName,
      target,
      column: near,
      through: { table: between, near, far },
      partner: 'systemuserroles_association',
      inherited: false,
    },
  ]
  if (table.logicalName === 'systemuser') return of('role', user, role)
  return table.logicalName === 'role' ? of('systemuser', role, user) : []
}

function build(): ReadonlyMap<Table, ReadonlyMap<string, NavigationProperty>> {
  const all = TABLES.flatMap(relationshipsOf)
  const pointer = tableByLogicalName(POINTER)
  const ofPointer = pointer === undefined ? [] : declaredOn(pointer, all)
  return new Map(
    TABLES.map((table) => {
      const inherits = table.isActivity && table !== pointer
      const { logicalName } = table
      const above = inherits
        ? ofPointer.map((one) => ({
            ...one,
            table: logicalName,
            // The lookup is read from the table's own column, which the pointer's is a union of.
            column: ownColumn(table, one),
            inherited: true,
          }))
        : []
      const properties = [...declaredOn(table, all), ...manyToMany(table), ...above]
      return [table, new Map(properties.map((property) => [property.name, property]))]
    }),
  )
}

function ownColumn(table: Table, property: NavigationProperty): Column {
  if (property.kind === 'collection') return property.column
  const { logicalName } = property.column
  return table.columns.find((column) => column.logicalName === logicalName) ?? property.column
}

const byTable = build()

/** Those of lookups first, then those of other tables' lookups to this one, then inherited ones. */
export const navigationProperties = (table: Table): readonly NavigationProperty[] => [
  ...(byTable.get(table)?.values() ?? []),
]

/** Names are matched exactly, as Dataverse does. */
export const navigationProperty = (table: Table, name: string): NavigationProperty | undefined =>
  byTable.get(table)?.get(name)
