import {
  type ClaimedEndpoint,
  claimEndpoints,
  type Database,
  endpointSecret,
  getSecret,
  type Keys,
  nextDelivery,
  noteAttempt,
  releaseEndpoint,
  SecretUnreadableError,
} from '@trackmark/store'
import { type Credentials, credentialsOf } from './auth.ts'
import { attemptOf } from './policy.ts'
import type { PostOutcome, PostWebhook } from './post.ts'
import { webhookRequest } from './request.ts'

export interface DeliverDeps {
  readonly database: Database
  readonly secretKeys: Keys
  readonly clock: () => number
  readonly newId: () => string
  readonly post: PostWebhook
}

/** Longer than the slowest delivery. */
const LEASE_MS = 3 * 60_000

/** Leases endpoints with due deliveries for this process. */
export const claim = (deps: DeliverDeps, limit: number): Promise<ClaimedEndpoint[]> =>
  claimEndpoints(deps.database, {
    token: deps.newId(),
    now: deps.clock(),
    leaseMs: LEASE_MS,
    limit,
  })

/**
 * Sends one endpoint its due deliveries in order, until there are none, it doesn't answer, or `stopping` is aborted.
 * A delivery that wasn't recorded before a crash is sent again with the same id.
 * @returns number of accepted deliveries
 */
export async function deliverTo(
  deps: DeliverDeps,
  endpoint: ClaimedEndpoint,
  stopping: AbortSignal = new AbortController().signal,
): Promise<number> {
  const { database, clock } = deps
  const { lease } = endpoint
  let accepted = 0
  let { failures } = endpoint
  try {
    while (!stopping.aborted) {
      const delivery = await nextDelivery(database, lease, clock(), LEASE_MS)
      if (delivery === 'lost' || delivery === null) break
      const credentials = await credentialsFor(deps, endpoint)
      const outcome: PostOutcome =
        typeof credentials === 'string'
          ? { kind: 'failed', error: credentials }
          : await deps.post(
              webhookRequest(
                { url: endpoint.url ?? '', credentials },
                delivery,
                {
                  organizationId: lease.organizationId,
                  organizationName: endpoint.organizationName,
                },
                clock(),
              ),
              stopping,
            )
      // This process ended the request, so it says nothing about the endpoint and is sent again.
      if (stopping.aborted && outcome.kind === 'failed') break
      const attempt = attemptOf(outcome, { tries: delivery.tries, failures }, clock())
      await noteAttempt(database, lease, delivery.deliveryId, attempt, clock())
      if (attempt.kind === 'unreachable') break
      failures = 0
      if (attempt.kind === 'accepted') accepted += 1
    }
  } finally {
    await releaseEndpoint(database, lease)
  }
  return accepted
}

/** Reads the credentials, or says why there are none. */
export async function credentialsFor(
  { database, secretKeys }: Pick<DeliverDeps, 'database' | 'secretKeys'>,
  {
    lease,
    authType,
    url,
  }: Pick<ClaimedEndpoint, 'authType' | 'url'> & {
    readonly lease: Pick<ClaimedEndpoint['lease'], 'organizationId' | 'endpointId'>
  },
): Promise<Credentials | string> {
  const { organizationId, endpointId } = lease
  if (url === null || !URL.canParse(url)) return 'The endpoint has no address.'
  const secretAddress = { organizationId, name: endpointSecret(endpointId) }
  const value = await getSecret(database, secretKeys, secretAddress).catch((error: unknown) => {
    if (error instanceof SecretUnreadableError) return null
    throw error
  })
  if (value === null) return 'The endpoint has no readable authentication value; enter it again.'
  return (
    credentialsOf(authType, value) ?? "The endpoint's authentication value doesn't fit its type."
  )
}
