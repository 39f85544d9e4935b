import { dataverseError, ERROR_CODES, type ErrorCode } from '@trackmark/dataverse'

/** An error that is answered to the client. Messages contain neither secrets nor mail. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly code: ErrorCode
  readonly headers: Readonly<Record<string, string>>

  constructor(
    status: number,
    code: ErrorCode,
    message: string,
    headers: Readonly<Record<string, string>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.status = status
    this.code = code
    this.headers = headers
  }
}

export const badRequest = (message: string, code: ErrorCode = ERROR_CODES.badQuery): ApiError =>
  new ApiError(400, code, message)

export const notFound = (message: string): ApiError =>
  new ApiError(404, ERROR_CODES.resourceNotFound, message)

/** 409: the request contradicts the present state. */
export const conflict = (message: string): ApiError =>
  new ApiError(409, ERROR_CODES.invalidArgument, message)

/** 409: the name or address is in use. */
export const duplicate = (message: string): ApiError =>
  new ApiError(409, ERROR_CODES.duplicateRecord, message)

export const noSuchRow = (table: string, id: string): ApiError =>
  // Worded as Dataverse words it, since clients look for it.
  new ApiError(404, ERROR_CODES.notFound, `${table} With Id = ${id} Does Not Exist`)

/**
 * 405: the resource exists, but not for this method. `notImplemented` (501) is for kinds of requests that aren't
 * built.
 */
export const methodNotAllowed = (message: string, allow: string): ApiError =>
  new ApiError(405, ERROR_CODES.badQuery, message, { Allow: allow })

export const notImplemented = (message: string): ApiError =>
  new ApiError(501, ERROR_CODES.badQuery, message)

export function errorResponse(error: ApiError): Response {
  return Response.json(dataverseError(error.code, error.message), {
    status: error.status,
    headers: {
      'Content-Type': 'application/json; odata.metadata=minimal',
      'OData-Version': '4.0',
      ...error.headers,
    },
  })
}
