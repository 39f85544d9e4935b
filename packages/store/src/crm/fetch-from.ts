import type { Column, Fetch, FetchFilter, FetchLink, LikePart } from '@trackmark/dataverse'
import { likeText } from '../database/values.ts'
import { filterSql } from './filter-sql.ts'
import type { PageRequest, Reader } from './read-rows.ts'
import { primaryColumn, Scope, Statement } from './scope.ts'
import { columnName, comparable, folded } from './sql.ts'

/** A query over all rows of a table, or over some of them. */
export interface FetchRequest extends Fetch {
  /** A further condition, on the columns of `t`. */
  readonly belongs?: PageRequest['belongs']
}

/** The tables of a query within one statement. Links that aren't joined are written as `exists`. */
export class FetchSource {
  readonly statement: Statement
  readonly #scopes = new Map<number, Scope>()
  readonly #organization: string
  readonly #root: Scope
  readonly #belongs: readonly string[]

  constructor(reader: Reader, fetch: FetchRequest) {
    this.statement = new Statement(reader.organizationId, reader.context)
    this.#organization = this.statement.parameters.add(reader.organizationId, 'uuid')
    this.#root = new Scope(fetch.table, 't', this.statement)
    const { belongs } = fetch
    this.#belongs = belongs === undefined ? [] : [belongs(this.statement.parameters)]
    this.#scopes.set(0, this.#root)
    for (const link of fetch.links) this.#enter(link)
    if (fetch.filter !== null) this.#enterFilter(fetch.filter)
  }

  get organization(): string {
    return this.#organization
  }

  scope(number: number): Scope {
    const scope = this.#scopes.get(number)
    if (scope === undefined) throw new TypeError(`There is no scope ${number}`)
    return scope
  }

  /** `from ... where ...`. It is written last, since expressions that follow lookups add joins to it. */
  fromWhere(fetch: Fetch, more: readonly string[] = []): string {
    const links = fetch.links.map((link) => this.#link(link))
    const filter = fetch.filter === null ? [] : [this.#filter(fetch.filter)]
    const own = `t.organizationid = ${this.#organization}`
    const conditions = [
      own,
      ...this.#belongs,
      ...links.flatMap(({ conditions }) => conditions),
      ...filter,
      ...more,
    ]
    const joins = links.map(({ join }) => join).join('\n')
    return `from ${this.#root.from()} ${joins} where ${conditions.join(' and ')}`
  }

  #enter(link: FetchLink): void {
    this.#scopes.set(link.scope, new Scope(link.table, `l${link.scope}`, this.statement))
    for (const nested of link.links) this.#enter(nested)
    if (link.filter !== null) this.#enterFilter(link.filter)
  }

  #enterFilter(filter: FetchFilter): void {
    if (filter.kind === 'related') this.#enter(filter.link)
    if (filter.kind === 'and' || filter.kind === 'or') {
      for (const item of filter.items) this.#enterFilter(item)
    }
  }

  /** The join and the conditions that a link adds to the table or link it is in. */
  #link(link: FetchLink): { readonly join: string; readonly conditions: readonly string[] } {
    if (link.kind === 'exists') return { join: '', conditions: [this.#exists(link)] }
    const nested = link.links.map((one) => this.#link(one))
    const joins = nested.map(({ join }) => join).join(' ')
    const conditions = nested.flatMap((one) => one.conditions)
    const alias = `l${link.scope}`
    const table = `${this.statement.visible(link.table)} ${alias}`
    if (link.kind === 'first') {
      return { join: `cross join lateral (${this.#first(link)}) ${alias} ${joins}`, conditions }
    }
    if (link.kind === 'inner') {
      // Conditions may be about tables that are joined after this one.
      const on = this.#on(link).join(' and ')
      return { join: `join ${table} on ${on} ${joins}`, conditions }
    }
    const on = [...this.#on(link), ...conditions].join(' and ')
    const joined = joins.trim() === '' ? table : `(${table} ${joins})`
    return { join: `left join ${joined} on ${on}`, conditions: [] }
  }

  #first(link: FetchLink): string {
    const alias = `l${link.scope}`
    const order = columnName(primaryColumn(link.table), alias)
    const where = this.#on(link).join(' and ')
    return `select ${alias}.* from ${this.statement.visible(link.table)} ${alias} where ${where} order by ${order} limit 1`
  }

  #on(link: FetchLink, withFilter = true): readonly string[] {
    const name = columnName(link.from, `l${link.scope}`)
    const parent = columnName(link.to, this.scope(link.parent).alias)
    const equal = `${comparable(link.from, name)} = ${comparable(link.to, parent)}`
    const own = `l${link.scope}.organizationid = ${this.#organization}`
    const filter = link.filter === null || !withFilter ? [] : [this.#filter(link.filter)]
    return [own, equal, ...filter]
  }

  #exists(link: FetchLink, withFilter = true): string {
    const nested = withFilter ? link.links.map((one) => this.#link(one)) : []
    const joins = nested.map(({ join }) => join).join(' ')
    const conditions = [
      ...this.#on(link, withFilter),
      ...nested.flatMap(({ conditions }) => conditions),
    ]
    const from = `${this.statement.visible(link.table)} l${link.scope} ${joins}`
    return `exists (select 1 from ${from} where ${conditions.join(' and ')})`
  }

  #filter(filter: FetchFilter): string {
    switch (filter.kind) {
      case 'and':
      case 'or':
        return `(${filter.items.map((item) => this.#filter(item)).join(` ${filter.kind} `)})`
      case 'condition':
        return filterSql(filter.expression, this.scope(filter.scope))
      case 'like':
        return this.#like(filter)
      case 'columns':
        return this.#columns(filter)
      case 'related':
        return this.#related(filter)
    }
  }

  #like(filter: Extract<FetchFilter, { kind: 'like' }>): string {
    const name = this.#name(filter)
    const pattern = this.statement.parameters.add(likePattern(filter.pattern), 'text')
    const match = `${folded(name)} ${filter.negated ? 'not ' : ''}like ${folded(pattern)}`
    return filter.negated ? `(${match} or ${name} is null)` : match
  }

  #columns(filter: Extract<FetchFilter, { kind: 'columns' }>): string {
    const left = comparable(filter.column, this.#name(filter))
    const right = comparable(filter.other.column, this.#name(filter.other))
    return `${left} ${SIGNS[filter.operator]} ${right}`
  }

  #related({ quantifier, link }: Extract<FetchFilter, { kind: 'related' }>): string {
    const exists = this.#exists(link)
    if (quantifier === 'any') return exists
    if (quantifier === 'notAny') return `not ${exists}`
    return `(${this.#exists(link, false)} and not ${exists})`
  }

  #name({ scope, column }: { readonly scope: number; readonly column: Column }): string {
    return columnName(column, this.scope(scope).alias)
  }
}

const SIGNS = {
  eq: 'is not distinct from',
  ne: 'is distinct from',
  gt: '>',
  ge: '>=',
  lt: '<',
  le: '<=',
} as const

const likePattern = (parts: readonly LikePart[]): string =>
  parts
    .map((part) => {
      if (part.kind === 'text') return likeText(part.text)
      return part.kind === 'any' ? '%' : '_'
    })
    .join('')
