import { ERROR_CODES, type ErrorCode } from '../errors.ts'

export interface FetchError {
  readonly code: ErrorCode
  /** Ends with the place. */
  readonly message: string
  /** Counted from 0 in the decoded document; null when the fault is all of it. */
  readonly position: number | null
}

/** Thrown while a document is read and caught by `parseFetch`; it never leaves this folder. */
export class FetchFault extends Error {
  readonly position: number | null
  readonly code: ErrorCode

  constructor(message: string, position: number | null, code: ErrorCode = ERROR_CODES.badQuery) {
    super(message)
    this.position = position
    this.code = code
  }
}

export function toFetchError({ message, position, code }: FetchFault): FetchError {
  const place = position === null ? '(fetchXml)' : `(position ${position} of fetchXml)`
  return { code, message: `${message} ${place}`, position }
}
