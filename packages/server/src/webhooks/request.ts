import { createHmac } from 'node:crypto'
import type { Delivery } from '@trackmark/store'
import { TRACKMARK_VERSION } from '../config/version.ts'
import type { Credentials } from './auth.ts'
import { type Sender, webhookBody } from './body.ts'

export interface WebhookRequest {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** @param now is signed with the body, so that a request can't be replayed later */
export function webhookRequest(
  endpoint: { readonly url: string; readonly credentials: Credentials },
  delivery: Delivery,
  sender: Sender,
  now: number,
): WebhookRequest {
  const { text: body, sizeExceeded } = webhookBody(delivery, sender)
  const { credentials } = endpoint
  return {
    url: urlWithCredentials(endpoint.url, credentials),
    body,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': `Trackmark/${TRACKMARK_VERSION}`,
      'x-request-id': delivery.deliveryId,
      'x-ms-dynamics-organization': sender.organizationName,
      'x-ms-dynamics-entity-name': delivery.table,
      'x-ms-dynamics-request-name': delivery.message,
      'x-ms-correlation-request-id': delivery.deliveryId,
      ...(sizeExceeded ? { 'x-ms-dynamics-msg-size-exceeded': 'true' } : {}),
      'x-trackmark-delivery': delivery.deliveryId,
      ...(credentials.kind === 'key' ? signature(credentials.key, body, now) : {}),
      ...(credentials.kind === 'headers' ? Object.fromEntries(credentials.pairs) : {}),
    },
  }
}

function urlWithCredentials(url: string, credentials: Credentials): string {
  if (credentials.kind === 'headers') return url
  const full = new URL(url)
  const pairs =
    credentials.kind === 'key' ? [['code', credentials.key] as const] : credentials.pairs
  for (const [name, value] of pairs) full.searchParams.append(name, value)
  return full.href
}

/** Signs `<seconds since 1970>.<body>` by HMAC-SHA256, in hexadecimal. */
export function signature(key: string, body: string, now: number): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000))
  const mac = createHmac('sha256', key).update(`${timestamp}.${body}`, 'utf8').digest('hex')
  return { 'x-trackmark-timestamp': timestamp, 'x-trackmark-signature': `sha256=${mac}` }
}
