import type { Socket } from 'node:net'
import { dataverseError, ERROR_CODES } from '@trackmark/dataverse'
import { ApiError, addressTooLong, badRequest } from '@trackmark/http'

/**
 * Most bytes of a request line and its headers. Node's default of 16 KiB is less than the allowed length of an
 * address; longer addresses are read up to this limit, so that the answer can say what is wrong.
 */
export const HEADER_BYTES_MAX = 256 * 1024

interface ParseError extends Error {
  readonly code?: string
  /** The last data that arrived, and how much of it was parsed. */
  readonly rawPacket?: Buffer
  readonly bytesParsed?: number
}

/** Answers a request that the HTTP parser couldn't read, and closes the connection. */
export function answerUnreadable(error: ParseError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const { status, code, message } = refusal(error)
  const body = JSON.stringify(dataverseError(code, message))
  socket.end(
    [
      `HTTP/1.1 ${status} ${REASONS[status] ?? 'Bad Request'}`,
      'Content-Type: application/json; odata.metadata=minimal',
      'OData-Version: 4.0',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  )
}

const REASONS: Readonly<Record<number, string>> = {
  408: 'Request Timeout',
  414: 'URI Too Long',
  431: 'Request Header Fields Too Large',
}

function refusal({ code, rawPacket, bytesParsed }: ParseError): ApiError {
  if (code === 'HPE_HEADER_OVERFLOW') {
    // A line break means that the parser was past the address.
    const isAddress = rawPacket?.subarray(0, bytesParsed).includes('\n') !== true
    if (isAddress) return addressTooLong()
    return new ApiError(431, ERROR_CODES.badQuery, 'The headers of the request are too long.')
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return new ApiError(408, ERROR_CODES.badQuery, 'The request took too long to arrive.')
  }
  return badRequest("The request isn't HTTP that can be read.")
}
