import {
  type Column,
  columnByLogicalName,
  type EvaluationContext,
  type NavigationProperty,
  type Operand,
  type Table,
  tableByLogicalName,
} from '@trackmark/dataverse'
import { columnName, Parameters, quoteName, tableName } from './sql.ts'

/** One statement being written: its values, its aliases, and what conditions go by. */
export class Statement {
  readonly parameters = new Parameters()
  readonly organizationId: string
  readonly context: EvaluationContext
  #aliases = 0

  constructor(organizationId: string, context: EvaluationContext) {
    this.organizationId = organizationId
    this.context = context
  }

  /** Unlike `t` and whatever else is given names by hand, and never given twice. */
  newAlias(): string {
    this.#aliases += 1
    return `j${this.#aliases}`
  }
}

/**
 * A table in a statement, under an alias, and the tables joined to it because a condition or an
 * order looks through a lookup. Whoever writes the `from` puts `joins()` behind the table, after all
 * conditions have been written: `$filter`, `$orderby`, `$apply` and FetchXML share their joins.
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

  /** `left join ...` for each table reached so far, in an order that works; '' for none. */
  joins(): string {
    return this.#clauses.join('\n')
  }

  /** `crm.email t` and its joins. */
  from(): string {
    return `${tableName(this.table)} ${this.alias} ${this.joins()}`
  }

  /** The name of a column in the statement; joins what its path leads through. */
  column({ path = [], column }: Operand): string {
    let scope: Scope = this
    for (const navigation of path) scope = scope.#reach(navigation)
    return columnName(column, scope.alias)
  }

  /**
   * The condition that a row of this table and one of the table a navigation property leads to,
   * under its alias there, belong together.
   */
  joinCondition(navigation: NavigationProperty, alias: string): string {
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
    this.#clauses.push(`left join ${tableName(table)} ${alias} on ${condition}`)
    const scope = new Scope(table, alias, this.statement, this.#clauses)
    this.#joined.set(navigation.name, scope)
    return scope
  }
}

/** The table a navigation property leads to. @throws TypeError for one of no catalogue */
export function targetOf(navigation: NavigationProperty): Table {
  const table = tableByLogicalName(navigation.target)
  if (table === undefined) throw new TypeError(`There is no table ${navigation.target}`)
  return table
}

export const primaryColumn = (table: Table): Column => columnByLogicalName(table, table.primaryId)!

const primaryName = (table: Table): string => quoteName(primaryColumn(table).physical ?? '')
