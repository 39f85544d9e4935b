import { ERROR_CODES } from '@trackmark/dataverse'
import type { StatementEndedError } from '@trackmark/store'
import { ApiError } from './errors.ts'

/** Long enough for a statement like it to be through, and for the embedded database to start again. */
const RETRY_AFTER_S = '10'

/** What a request is answered whose statement was ended. Nothing of it was written. */
export function endedEarly({ why }: StatementEndedError): ApiError {
  // Nobody reads the answer to one whose client is gone.
  const message =
    why === 'time'
      ? 'SQL timeout expired. The request took longer than it may: ask for fewer rows, conditions or links.'
      : 'The database is busy with other requests. Try again later.'
  const code = why === 'time' ? ERROR_CODES.sqlTimeout : ERROR_CODES.throttled
  return new ApiError(503, code, message, { 'Retry-After': RETRY_AFTER_S })
}
