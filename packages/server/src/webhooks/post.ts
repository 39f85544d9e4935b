import { type LookupAddress, lookup } from 'node:dns'
import { request as httpRequest, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP } from 'node:net'
import { mayReach, type PrivateAddresses } from './private-addresses.ts'
import type { WebhookRequest } from './request.ts'

export type PostOutcome =
  | { readonly kind: 'answered'; readonly status: number }
  | { readonly kind: 'failed'; readonly error: string }

/** Never throws. @param stopping aborts the request */
export type PostWebhook = (request: WebhookRequest, stopping: AbortSignal) => Promise<PostOutcome>

/** Dataverse waits equally long. */
const TIMEOUT_MS = 60_000

/**
 * Sends over HTTP or HTTPS, to allowed addresses only. A name is resolved once and the connection goes to the checked
 * address, so that the name can't change in between. Redirects aren't followed, and only the status of the answer is
 * kept.
 */
export function postWebhooks(
  allowed: () => PrivateAddresses,
  timeoutMs: number = TIMEOUT_MS,
): PostWebhook {
  return (request, stopping) =>
    new Promise((resolve) => {
      const fail = (error: string) => resolve({ kind: 'failed', error })
      const url = URL.canParse(request.url) ? new URL(request.url) : null
      if (url === null || !/^https?:$/.test(url.protocol)) {
        return fail('The address of the endpoint is no http or https URL.')
      }
      const host = url.hostname.replace(/^\[|\]$/g, '')
      if (isIP(host) !== 0 && !mayReach(host, allowed())) return fail(REFUSED)
      const send = url.protocol === 'https:' ? httpsRequest : httpRequest
      const sending = send(
        url,
        {
          method: 'POST',
          headers: { ...request.headers, 'content-length': Buffer.byteLength(request.body) },
          lookup: checkedLookup(allowed()),
          signal: AbortSignal.any([stopping, AbortSignal.timeout(timeoutMs)]),
          agent: false,
        },
        (response) => {
          resolve({ kind: 'answered', status: response.statusCode ?? 0 })
          response.on('error', () => {})
          response.destroy()
        },
      )
      sending.on('error', (error: NodeJS.ErrnoException) => fail(reasonOf(error, timeoutMs)))
      sending.end(request.body)
    })
}

const REFUSED =
  'The address of the endpoint is a private one, which webhooks may not be sent to (TRACKMARK_WEBHOOKS_PRIVATE).'

class RefusedAddressError extends Error {
  override readonly name = 'RefusedAddressError'
}

const checkedLookup =
  (allowed: PrivateAddresses): NonNullable<RequestOptions['lookup']> =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) return callback(error, '', 0)
      const good = addresses.filter(({ address }) => mayReach(address, allowed))
      const [first] = good
      if (first === undefined) return callback(new RefusedAddressError(REFUSED), '', 0)
      if (options.all) return callback(null, good)
      callback(null, first.address, first.family)
    })
  }

/** Names the kind of failure, never the address, which may contain a key. */
function reasonOf(error: NodeJS.ErrnoException, timeoutMs: number): string {
  if (error instanceof RefusedAddressError) return REFUSED
  if (error.name === 'AbortError' || error.name === 'TimeoutError') {
    return `The endpoint did not answer within ${timeoutMs / 1000} seconds.`
  }
  return `The endpoint could not be reached (${error.code ?? error.name}).`
}
