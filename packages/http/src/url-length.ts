import { ERROR_CODES } from '@trackmark/dataverse'
import { ApiError } from './errors.ts'

/** Most characters of a request's path and query, as they were sent. Dataverse has the same limit. */
export const URL_LENGTH_MAX = 32_768
/** The same inside a batch. Clients send long queries in batches for this reason. */
export const BATCH_URL_LENGTH_MAX = 65_536

export const addressTooLong = (max: number = URL_LENGTH_MAX): ApiError =>
  new ApiError(
    414,
    ERROR_CODES.badQuery,
    `The address of the request is longer than ${max} characters. Long queries are sent in a $batch, where addresses may have ${BATCH_URL_LENGTH_MAX}.`,
  )
