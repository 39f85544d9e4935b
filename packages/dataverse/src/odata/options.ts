import { navigationProperty } from '../catalogue/relationships.ts'
import type { Column, Table } from '../catalogue/types.ts'
import { quoteShort } from '../settings/value.ts'
import { type NameScope, operandPath, propertyPath } from './property.ts'
import type { Scanner, Token } from './scanner.ts'
import type { OrderByItem } from './types.ts'

/** selectItem after selectItem; naming a column twice counts once. */
export function select(scanner: Scanner, table: Table): readonly Column[] {
  const columns = new Set<Column>()
  do {
    const token = scanner.word()
    if (token === null) throw scanner.fault('The name of a property is expected.')
    columns.add(selected(scanner, table, token))
  } while (scanner.skip(','))
  endOf(scanner)
  return [...columns]
}

/** A lookup may go by its navigation property: what is answered then is where it points. */
function selected(scanner: Scanner, table: Table, token: Token): Column {
  const navigation = navigationProperty(table, token.text)
  if (navigation?.kind === 'single') return navigation.column
  return propertyPath(scanner, table, token)
}

export function orderby(scanner: Scanner, scope: NameScope): readonly OrderByItem[] {
  const items: OrderByItem[] = []
  do items.push(orderbyItem(scanner, scope))
  while (scanner.skip(','))
  endOf(scanner)
  return items
}

function orderbyItem(scanner: Scanner, scope: NameScope): OrderByItem {
  const token = scanner.word()
  if (token === null) throw scanner.fault('The name of a property is expected.')
  const operand = operandPath(scanner, scope, token)
  const direction = scanner.word()
  if (direction === null) return { ...operand, direction: 'asc' }
  if (direction.text !== 'asc' && direction.text !== 'desc') {
    throw scanner.fault(
      `'asc' or 'desc' is expected, not ${quoteShort(direction.text)}.`,
      direction.at,
    )
  }
  return { ...operand, direction: direction.text }
}

export function top(scanner: Scanner): number {
  const at = scanner.at
  const text = scanner.word()?.text ?? ''
  if (!/^\d{1,10}$/.test(text) || Number(text) > 2_147_483_647 || !scanner.atEnd()) {
    throw scanner.fault(`${quoteShort(text)} is no whole number from 0 to 2147483647.`, at)
  }
  return Number(text)
}

export function inlinecount(scanner: Scanner, text: string): boolean {
  if (text !== 'true' && text !== 'false') {
    throw scanner.fault(`'true' or 'false' is expected, not ${quoteShort(text)}.`, 0)
  }
  return text === 'true'
}

export function skiptoken(scanner: Scanner, text: string): string {
  if (text === '') throw scanner.fault('The token of an earlier answer is expected.', 0)
  return text
}

/** Dataverse answers JSON only, so that is the one format that can be asked for. */
export function format(scanner: Scanner, text: string): void {
  if (/^(json|application\/json(\s*;.*)?)$/i.test(text)) return
  throw scanner.fault(`The format ${quoteShort(text)} isn't supported; json is.`, 0)
}

function endOf(scanner: Scanner): void {
  if (scanner.atEnd()) return
  const found = scanner.peekWord()?.text ?? scanner.peek()
  throw scanner.fault(`Syntax error: ',' or the end is expected, not ${quoteShort(found)}.`)
}
