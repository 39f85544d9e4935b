import { tableByLogicalName } from '../catalogue/catalogue.ts'
import { type NavigationProperty, navigationProperties } from '../catalogue/relationships.ts'
import type { Column, Table } from '../catalogue/types.ts'
import { edmType } from '../odata/literal.ts'
import { ALIAS } from './types.ts'
import { element } from './xml.ts'

/** What activity tables derive from, so that each shared column is declared once. */
export const POINTER = 'activitypointer'

export const baseOf = (table: Table): string =>
  table.isActivity && table.logicalName !== POINTER ? POINTER : 'crmbaseentity'

/** The EntityType of a table: what it declares itself, beyond what it inherits. */
export function tableType(table: Table, withAnnotations: boolean): string {
  const base = baseOf(table)
  const inherited = new Set(
    base === POINTER ? tableByLogicalName(POINTER)?.columns.map((one) => one.logicalName) : [],
  )
  const key = element('Key', {}, [element('PropertyRef', { Name: table.primaryId })])
  const columns = table.columns.filter((one) => !inherited.has(one.logicalName) && !one.secret)
  const children = [
    ...(inherited.has(table.primaryId) ? [] : [key]),
    ...columns.flatMap((column) => property(table, column, withAnnotations)),
    ...navigationProperties(table)
      .filter((one) => !one.inherited)
      .map(navigation),
  ]
  return element('EntityType', { Name: table.logicalName, BaseType: `${ALIAS}.${base}` }, children)
}

function property(table: Table, column: Column, withAnnotations: boolean): readonly string[] {
  const type = edmType(column)
  if (type === null) return []
  const isKey = column.logicalName === table.primaryId
  const attributes = {
    Name: column.webApiName,
    Type: type,
    Nullable: isKey ? 'false' : null,
    Scale: type === 'Edm.Decimal' ? 'Variable' : null,
  }
  return [element('Property', attributes, withAnnotations ? annotations(column) : computed(column))]
}

const isLookup = (column: Column): boolean => column.type === 'lookup' || column.type === 'owner'

/** A lookup's value follows from what its navigation property is bound to. */
const computed = (column: Column): readonly string[] =>
  isLookup(column)
    ? [element('Annotation', { Term: 'Org.OData.Core.V1.Computed', Bool: 'true' })]
    : []

function annotations(column: Column): readonly string[] {
  const permission = 'Org.OData.Core.V1.PermissionType/Read'
  const isReadOnly = column.readOnly || isLookup(column)
  return [
    ...computed(column),
    ...(isReadOnly
      ? [
          element('Annotation', { Term: 'Org.OData.Core.V1.Permissions' }, [
            `<EnumMember>${permission}</EnumMember>`,
          ]),
        ]
      : []),
  ]
}

function navigation(one: NavigationProperty): string {
  const type = `${ALIAS}.${one.target}`
  if (one.kind === 'collection') {
    const attributes = { Name: one.name, Type: `Collection(${type})`, Partner: one.partner }
    return element('NavigationProperty', attributes)
  }
  const target = tableByLogicalName(one.target)
  const constraint = element('ReferentialConstraint', {
    Property: one.column.webApiName,
    ReferencedProperty: target?.primaryId,
  })
  const attributes = { Name: one.name, Type: type, Partner: one.partner }
  return element('NavigationProperty', attributes, [constraint])
}
