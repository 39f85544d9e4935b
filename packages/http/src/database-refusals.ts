import { ERROR_CODES } from '@trackmark/dataverse'
import { AnswerTooLargeError, QueryCostError, StatementEndedError } from '@trackmark/store'
import { ApiError } from './errors.ts'

/** Long enough for another such statement to finish, or for the embedded database to start again. */
const RETRY_AFTER_S = '10'

/** The answer to an error that limits of the database raised; null for other errors. */
export function databaseRefusal(error: unknown): ApiError | null {
  if (error instanceof StatementEndedError) return endedEarly(error)
  if (error instanceof AnswerTooLargeError) return tooLarge()
  return error instanceof QueryCostError ? tooCostly() : null
}

/** The statement was ended; its transaction wrote nothing. */
function endedEarly({ why }: StatementEndedError): ApiError {
  // When the client has disconnected, nobody reads this answer.
  const message =
    why === 'time'
      ? 'SQL timeout expired. The request took longer than it may: ask for fewer rows, conditions or links.'
      : 'The database is busy with other requests. Try again later.'
  const code = why === 'time' ? ERROR_CODES.sqlTimeout : ERROR_CODES.throttled
  return new ApiError(503, code, message, { 'Retry-After': RETRY_AFTER_S })
}

const tooCostly = (): ApiError =>
  new ApiError(
    400,
    ERROR_CODES.queryTooCostly,
    'This query cannot be executed because it would take far longer than it may: its links or conditions multiply rows by rows. Link by lookups and keys, or ask for less.',
  )

const tooLarge = (): ApiError =>
  new ApiError(
    400,
    ERROR_CODES.badQuery,
    'The answer would be larger than 16 MB. Ask for fewer rows, by $top, Prefer: odata.maxpagesize or the count of FetchXML, or for fewer columns.',
  )
