import { ERROR_CODES } from '@trackmark/dataverse'
import { ApiError } from './errors.ts'

/** Characters of an address as it is sent, from its path on; as Dataverse has it. */
export const URL_LENGTH_MAX = 32_768
/** Inside a batch, which is why long queries are sent that way. */
export const BATCH_URL_LENGTH_MAX = 65_536

export const addressTooLong = (max: number = URL_LENGTH_MAX): ApiError =>
  new ApiError(
    414,
    ERROR_CODES.badQuery,
    `The address of the request is longer than ${max} characters. Long queries are sent in a $batch, where addresses may have ${BATCH_URL_LENGTH_MAX}.`,
  )
