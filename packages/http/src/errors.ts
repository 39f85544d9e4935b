import { dataverseError, ERROR_CODES, type ErrorCode } from '@trackmark/dataverse'

/** A refusal: what a client gets instead of an answer. Messages hold no secrets and no content. */
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

/** What is asked for doesn't go with what is there. */
export const conflict = (message: string): ApiError =>
  new ApiError(409, ERROR_CODES.invalidArgument, message)

/** There is one of that name or address already. */
export const duplicate = (message: string): ApiError =>
  new ApiError(409, ERROR_CODES.duplicateRecord, message)

export const noSuchRow = (table: string, id: string): ApiError =>
  // Worded as Dataverse words it, since clients look for it.
  new ApiError(404, ERROR_CODES.notFound, `${table} With Id = ${id} Does Not Exist`)

/** Nothing of ours: 405 for a known resource, 501 for a kind of request that isn't built. */
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
