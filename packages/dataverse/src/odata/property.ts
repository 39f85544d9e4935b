import {
  columnByLogicalName,
  columnByWebApiName,
  tableByLogicalName,
} from '../catalogue/catalogue.ts'
import { type NavigationProperty, navigationProperty } from '../catalogue/relationships.ts'
import type { Column, Table } from '../catalogue/types.ts'
import { quoteShort } from '../settings/value.ts'
import type { QueryFault } from './fault.ts'
import { Scanner, type Token } from './scanner.ts'
import type { NavigationPath, Operand } from './types.ts'

/** Longest way through lookups, as `primarycontactid/createdby/fullname` is one of two. */
export const PATH_STEPS_MAX = 8

/** Where names are looked up: the row the condition or the order is about. */
export interface NameScope {
  readonly table: Table
  /** Inside `any` and `all` each name begins with it. */
  readonly variable: string | null
  /** Values of `@name` parameters; one that isn't given is null. */
  readonly aliases: ReadonlyMap<string, string>
}

/** What a path leads to. */
export type Named =
  | { readonly kind: 'column'; readonly operand: Operand }
  | {
      readonly kind: 'lambda'
      readonly navigation: NavigationProperty
      readonly quantifier: 'any' | 'all'
    }
  | {
      readonly kind: 'function'
      readonly name: string
      readonly path: NavigationPath
      readonly table: Table
    }

const NAMESPACE = 'Microsoft.Dynamics.CRM.'

/** The scanner of the value of `@name`, or null when the token is no such name. */
export function aliasScanner(scope: NameScope, token: Token): Scanner | null {
  if (!token.text.startsWith('@')) return null
  return new Scanner(token.text, scope.aliases.get(token.text) ?? 'null')
}

/** The column a name stands for, or a fault that says what the client may have meant. */
export function propertyPath(scanner: Scanner, table: Table, token: Token): Column {
  const column = columnByWebApiName(table, token.text)
  if (column === undefined || column.secret) throw unknown(scanner, table, token)
  if (column.type === 'partylist') {
    throw scanner.fault(
      `'${token.text}' is a party list; its members are rows of activityparties.`,
      token.at,
    )
  }
  return column
}

/** A path that has to end at a column. */
export function operandPath(scanner: Scanner, scope: NameScope, token: Token): Operand {
  const alias = aliasScanner(scope, token)
  if (alias !== null) return aliasedOperand(alias, scope)
  const named = namedPath(scanner, scope, token, false)
  if (named.kind === 'column') return named.operand
  throw scanner.fault(`${quoteShort(token.text)} is no property.`, token.at)
}

function aliasedOperand(alias: Scanner, scope: NameScope): Operand {
  const token = alias.word()
  if (token === null || token.text.startsWith('@') || !alias.atEnd()) {
    throw alias.fault('The name of a property is expected.', 0)
  }
  return operandPath(alias, scope, token)
}

/**
 * Follows `a/b/c` from the row: lookups, then a column, `any` or `all` of a collection, or a
 * function of Dataverse.
 * @param isCalled a parenthesis follows
 */
export function namedPath(
  scanner: Scanner,
  scope: NameScope,
  token: Token,
  isCalled: boolean,
): Named {
  const steps = stepsOf(token)
  const last = steps.pop()!
  const path: NavigationProperty[] = []
  let table = scope.table
  if (scope.variable !== null) dropVariable(scanner, scope.variable, token, steps)
  if (steps.length > PATH_STEPS_MAX) {
    throw scanner.fault(`A path has at most ${PATH_STEPS_MAX} lookups.`, token.at)
  }
  for (const [index, step] of steps.entries()) {
    const navigation = navigationProperty(table, step.text)
    if (navigation === undefined) throw unknown(scanner, table, step)
    if (navigation.kind === 'collection') {
      return collectionPath(scanner, navigation, {
        step,
        last,
        path,
        isCalled,
        isLast: index === steps.length - 1,
      })
    }
    path.push(navigation)
    table = targetTable(navigation)
  }
  if (isCalled) return functionPath(scanner, last, path, table)
  const column = propertyPath(scanner, table, last)
  return { kind: 'column', operand: path.length === 0 ? { column } : { path, column } }
}

export function targetTable(navigation: NavigationProperty): Table {
  const table = tableByLogicalName(navigation.target)
  if (table === undefined) throw new TypeError(`There is no table ${navigation.target}`)
  return table
}

function stepsOf(token: Token): Token[] {
  let at = token.at
  return token.text.split('/').map((text) => {
    const step = { text, at }
    at += text.length + 1
    return step
  })
}

function dropVariable(scanner: Scanner, variable: string, token: Token, steps: Token[]): void {
  if (steps.shift()?.text === variable) return
  throw scanner.fault(
    `Inside 'any' and 'all' a property is written ${variable}/name, not ${quoteShort(token.text)}.`,
    token.at,
  )
}

interface CollectionStep {
  readonly step: Token
  readonly last: Token
  readonly path: NavigationPath
  readonly isCalled: boolean
  readonly isLast: boolean
}

function collectionPath(
  scanner: Scanner,
  navigation: NavigationProperty,
  { step, last, path, isCalled, isLast }: CollectionStep,
): Named {
  const quantifier = last.text === 'any' || last.text === 'all' ? last.text : null
  if (!isLast || !isCalled || quantifier === null) {
    throw scanner.fault(
      `${quoteShort(navigation.name)} is a collection; it is looked into with /any(x:...) or /all(x:...).`,
      step.at,
    )
  }
  if (path.length > 0) {
    throw scanner.fault(
      `A collection can't be looked into behind a lookup ('${path[0]!.name}').`,
      step.at,
    )
  }
  return { kind: 'lambda', navigation, quantifier }
}

function functionPath(scanner: Scanner, last: Token, path: NavigationPath, table: Table): Named {
  if (last.text.startsWith(NAMESPACE)) {
    return { kind: 'function', name: last.text.slice(NAMESPACE.length), path, table }
  }
  throw scanner.fault(`The function ${quoteShort(last.text)} isn't supported.`, last.at)
}

export function unknown(scanner: Scanner, table: Table, token: Token): QueryFault {
  const lookup = columnByLogicalName(table, token.text)
  const isLookup = lookup !== undefined && lookup.webApiName !== token.text
  const meant = isLookup ? ` A lookup is called '${lookup.webApiName}'.` : ''
  // Worded as OData services word it, since clients look for it.
  const type = `Microsoft.Dynamics.CRM.${table.logicalName}`
  return scanner.fault(
    `Could not find a property named '${quoteShort(token.text).slice(1, -1)}' on type '${type}'.${meant}`,
    token.at,
  )
}
