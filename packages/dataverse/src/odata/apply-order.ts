import type { FetchOrder, FetchOutput } from '../fetchxml/types.ts'
import { quoteShort } from '../settings/value.ts'
import type { Scanner } from './scanner.ts'

/** $orderby beside $apply: by what the result holds, as its properties are called or were written. */
export function applyOrder(
  scanner: Scanner,
  outputs: readonly FetchOutput[],
): readonly FetchOrder[] {
  const orders: FetchOrder[] = []
  do {
    const token = scanner.word()
    if (token === null) throw scanner.fault('The name of a result is expected.')
    const index = outputs.findIndex(
      (output) => output.name === token.text || wayOf(output) === token.text,
    )
    if (index < 0) {
      const names = outputs.map((output) => output.name).join(', ')
      throw scanner.fault(
        `${quoteShort(token.text)} is no result of $apply; there are ${names}.`,
        token.at,
      )
    }
    orders.push({ kind: 'output', index, direction: direction(scanner) })
  } while (scanner.skip(','))
  if (!scanner.atEnd()) throw scanner.fault("Syntax error: ',' or the end is expected.")
  return orders
}

function direction(scanner: Scanner): 'asc' | 'desc' {
  const token = scanner.word()
  if (token === null || token.text === 'asc') return 'asc'
  if (token.text === 'desc') return 'desc'
  throw scanner.fault(`'asc' or 'desc' is expected, not ${quoteShort(token.text)}.`, token.at)
}

const wayOf = ({ path = [], column }: FetchOutput): string =>
  [...path.map((navigation) => navigation.name), column.webApiName].join('/')
