import { TABLES, tableByLogicalName } from '../catalogue/catalogue.ts'
import { navigationProperties } from '../catalogue/relationships.ts'
import type { Table } from '../catalogue/types.ts'
import { DEFINITION_SETS, DEFINITION_TYPES } from './definition-types.ts'
import { DEFINITION_ENUMS, DEFINITION_VALUES } from './definition-values.ts'
import { METADATA_CHANGES_ENUMS, METADATA_CHANGES_TYPES } from './metadata-changes.ts'
import { ACTIONS, FUNCTION_ENUMS, FUNCTION_TYPES, FUNCTIONS } from './operations.ts'
import { POINTER, tableType } from './table-type.ts'
import {
  type ActionType,
  ALIAS,
  type EnumType,
  type FunctionType,
  NAMESPACE,
  type StructuredType,
  type TypedName,
} from './types.ts'
import { element } from './xml.ts'

/**
 * The `$metadata` of the Web API: CSDL 4.0 in XML (OASIS OData CSDL 4.0), laid out as Dataverse
 * does: option columns are `Edm.Int32`, lookups `_x_value`, the container is `System`.
 *
 * Differences: owners are of type `systemuser`, since teams aren't kept here, and annotations are
 * few. With annotations, columns that can't be written are told.
 */
export function metadataDocument(options: { readonly annotations: boolean }): string {
  const children = [
    element('EntityType', { Name: 'crmbaseentity', Abstract: 'true' }),
    ...basesFirst().map((table) => tableType(table, options.annotations)),
    ...[
      ...DEFINITION_TYPES,
      ...DEFINITION_VALUES,
      ...METADATA_CHANGES_TYPES,
      ...FUNCTION_TYPES,
    ].map(structuredType),
    ...[...DEFINITION_ENUMS, ...METADATA_CHANGES_ENUMS, ...FUNCTION_ENUMS].map(enumType),
    ...FUNCTIONS.map(functionType),
    ...ACTIONS.map(actionType),
    container(),
  ]
  const edm = 'http://docs.oasis-open.org/odata/ns/edm'
  const schema = element('Schema', { Namespace: NAMESPACE, Alias: ALIAS, xmlns: edm }, children)
  const edmx = {
    Version: '4.0',
    'xmlns:edmx': 'http://docs.oasis-open.org/odata/ns/edmx',
  }
  const core = element(
    'edmx:Reference',
    { Uri: 'https://docs.oasis-open.org/odata/odata/v4.0/cs02/vocabularies/Org.OData.Core.V1.xml' },
    [element('edmx:Include', { Namespace: 'Org.OData.Core.V1', Alias: 'Core' })],
  )
  const services = element('edmx:DataServices', {}, [schema])
  return `<?xml version="1.0" encoding="utf-8"?>${element('edmx:Edmx', edmx, [core, services])}`
}

/** CSDL allows any order, but generators of clients need base types before derived types. */
const basesFirst = (): readonly Table[] =>
  TABLES.toSorted((a, b) => Number(b.logicalName === POINTER) - Number(a.logicalName === POINTER))

const typed = (name: string, { name: own, type, nullable }: TypedName, more = {}): string =>
  element(name, {
    Name: own,
    Type: type,
    Nullable: nullable === false ? 'false' : null,
    ...more,
  })

function structuredType(type: StructuredType): string {
  const attributes = {
    Name: type.name,
    BaseType: type.base === null ? null : `${ALIAS}.${type.base}`,
    Abstract: type.isAbstract ? 'true' : null,
  }
  const key =
    type.key === null ? [] : [element('Key', {}, [element('PropertyRef', { Name: type.key })])]
  return element(type.kind, attributes, [
    ...key,
    ...type.properties.map((one) => typed('Property', one)),
    ...type.contained.map((one) => typed('NavigationProperty', one, { ContainsTarget: 'true' })),
  ])
}

function enumType({ name, members }: EnumType): string {
  const children = Object.entries(members).map(([member, value]) =>
    element('Member', { Name: member, Value: String(value) }),
  )
  return element('EnumType', { Name: name }, children)
}

function functionType({ name, parameters, returns }: FunctionType): string {
  return element('Function', { Name: name }, [
    ...parameters.map((one) => typed('Parameter', one)),
    element('ReturnType', { Type: returns, Nullable: 'false' }),
  ])
}

function actionType({ name, isBound, parameters, returns }: ActionType): string {
  return element('Action', { Name: name, IsBound: isBound ? 'true' : null }, [
    ...parameters.map((one) => typed('Parameter', one)),
    ...(returns === null ? [] : [element('ReturnType', { Type: returns, Nullable: 'false' })]),
  ])
}

function container(): string {
  const definitions = Object.entries(DEFINITION_SETS).map(([name, type]) =>
    element('EntitySet', { Name: name, EntityType: `${NAMESPACE}.${type}` }),
  )
  const imports = FUNCTIONS.map(({ name }) =>
    element('FunctionImport', { Name: name, Function: `${NAMESPACE}.${name}` }),
  )
  const actions = ACTIONS.filter(({ isBound }) => !isBound).map(({ name }) =>
    element('ActionImport', { Name: name, Action: `${NAMESPACE}.${name}` }),
  )
  const children = [...TABLES.map(entitySet), ...definitions, ...imports, ...actions]
  return element('EntityContainer', { Name: 'System' }, children)
}

function entitySet(table: Table): string {
  const bindings = navigationProperties(table).map((one) =>
    element('NavigationPropertyBinding', {
      Path: one.name,
      Target: tableByLogicalName(one.target)?.entitySetName,
    }),
  )
  const attributes = {
    Name: table.entitySetName,
    EntityType: `${NAMESPACE}.${table.logicalName}`,
  }
  return element('EntitySet', attributes, bindings)
}
