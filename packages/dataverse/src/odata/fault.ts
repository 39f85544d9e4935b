import { ERROR_CODES } from '../errors.ts'
import type { QueryError } from './types.ts'

/** Thrown inside the parser and caught by `parseQuery`; it never leaves this folder. */
export class QueryFault extends Error {
  readonly option: string | null
  readonly position: number | null

  constructor(message: string, option: string | null, position: number | null) {
    super(message)
    this.option = option
    this.position = position
  }
}

export function toQueryError(fault: QueryFault): QueryError {
  const { option, position } = fault
  return {
    code: ERROR_CODES.badQuery,
    message: `${fault.message}${placeText(option, position)}`,
    option,
    position,
  }
}

function placeText(option: string | null, position: number | null): string {
  if (option === null) return ''
  return position === null ? ` (${option})` : ` (position ${position} of ${option})`
}
