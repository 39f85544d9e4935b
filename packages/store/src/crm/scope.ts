import {
  type Column,
  columnByLogicalName,
  type EvaluationContext,
  type Intersect,
  type NavigationProperty,
  type Operand,
  type Table,
  tableByLogicalName,
} from '@trackmark/dataverse'
import { columnName, Parameters, quoteName } from './sql.ts'
import { visibleTable } from './visible.ts'

/** A statement that is being written, with its parameters, its aliases and the caller it is for. */
export class Statement {
  readonly parameters = new Parameters()
  readonly organizationId: string
  readonly context: EvaluationContext
  #aliases = 0

  constructor(organizationId: string, context: EvaluationContext) {
    this.organizationId = organizationId
    this.context = context
  }

  /** The rows of a table that the caller sees, for `from` or `join`. */
  visible(table: Table): string {
    return visibleTable(table, this.context, this.parameters)
  }

  /** An alias that is new in the statement and differs from those written by hand, such as `t`. */
  newAlias(): string {
    this.#aliases += 1
    return `j${this.#aliases}`
  }
}

/**
 * A table in a statement, under an alias, with the tables that are joined to it because a condition or an
 * order follows a lookup. The `from` is written after all conditions, with `joins()` behind the table.
 * `$filter`, `$orderby`, `$apply` and FetchXML share their joins.
 */
export class Scope {
  readonly table: Table
  readonly alias: string
  readonly statement: Statement
  readonly #joined = new Map<string, Scope>()
  readonly #clauses: string[]

  constructor(table: Table, alias: string, statement: Statement, clauses: string[] = []) {
    this.table = table
    this.alias = alias
    this.statement = statement
    this.#clauses = clauses
  }

  get parameters(): Parameters {
    return this.statement.parameters
  }

  /** `left join ...` for each table reached so far, each after the tables it refers to; '' for none. */
  joins(): string {
    return this.#clauses.join('\n')
  }

  /** `crm.email t` and its joins. */
  from(): string {
    return `${this.statement.visible(this.table)} ${this.alias} ${this.joins()}`
  }

  /** The name of a column in the statement. The tables on its path are joined. */
  column({ path = [], column }: Operand): string {
    let scope: Scope = this
    for (const navigation of path) scope = scope.#reach(navigation)
    return columnName(column, scope.alias)
  }

  /**
   * The condition that a row of this table and a row of the table that a navigation property leads to, under
   * its alias, belong together.
   */
  joinCondition(navigation: NavigationProperty, alias: string): string {
    if (navigation.through !== undefined) {
      const organization = `${this.alias}.organizationid`
      const near = `${this.alias}.${primaryName(this.table)}`
      const far = `${alias}.${primaryName(targetOf(navigation))}`
      const ends = { organization, near, far }
      const among = membership(navigation.through, ends, this.statement)
      return `${alias}.organizationid = ${organization} and ${among}`
    }
    const isSingle = navigation.kind === 'single'
    const here = isSingle ? this.alias : alias
    const there = isSingle ? alias : this.alias
    const one = isSingle ? targetOf(navigation) : this.table
    const { column } = navigation
    const type = column.physicalType
      ? ` and ${here}.${quoteName(column.physicalType)} = '${one.logicalName}'`
      : ''
    const organization = `${alias}.organizationid = ${this.alias}.organizationid`
    return `${organization} and ${there}.${primaryName(one)} = ${columnName(column, here)}${type}`
  }

  #reach(navigation: NavigationProperty): Scope {
    const known = this.#joined.get(navigation.name)
    if (known !== undefined) return known
    const table = targetOf(navigation)
    const alias = this.statement.newAlias()
    const condition = this.joinCondition(navigation, alias)
    this.#clauses.push(`left join ${this.statement.visible(table)} ${alias} on ${condition}`)
    const scope = new Scope(table, alias, this.statement, this.#clauses)
    this.#joined.set(navigation.name, scope)
    return scope
  }
}

/** The condition that two rows belong together by a table between them. @param ends SQL of their ids */
function membership(
  { table, near, far }: Intersect,
  ends: { readonly organization: string; readonly near: string; readonly far: string },
  { context, parameters }: Pick<Statement, 'context' | 'parameters'>,
): string {
  const own = [
    `b.organizationid = ${ends.organization}`,
    `${columnName(near, 'b')} = ${ends.near}`,
    `${columnName(far, 'b')} = ${ends.far}`,
  ]
  return `exists (select 1 from ${visibleTable(table, context, parameters)} b where ${own.join(' and ')})`
}

/** The table a navigation property leads to. @throws TypeError when the catalogue has no such table */
export function targetOf(navigation: NavigationProperty): Table {
  const table = tableByLogicalName(navigation.target)
  if (table === undefined) throw new TypeError(`There is no table ${navigation.target}`)
  return table
}

export const primaryColumn = (table: Table): Column => columnByLogicalName(table, table.primaryId)!

const primaryName = (table: Table): string => quoteName(primaryColumn(table).physical ?? '')

/** The condition that a row `t` is among those a collection-valued property of the row `id` leads to. */
export function memberCondition(
  navigation: NavigationProperty,
  id: string,
  context: EvaluationContext,
): (parameters: Parameters) => string {
  const { column, table, through } = navigation
  return (parameters) => {
    const near = parameters.add(id, 'uuid')
    if (through !== undefined) {
      const far = columnName(primaryColumn(targetOf(navigation)))
      const ends = { organization: 't.organizationid', near, far }
      return membership(through, ends, { context, parameters })
    }
    const type = column.physicalType ? ` and t.${quoteName(column.physicalType)} = '${table}'` : ''
    return `${columnName(column)} = ${near}${type}`
  }
}
