import { badRequest } from '@trackmark/http'
import type { Connection } from '../../runtime/connections.ts'

/** Addresses of Microsoft's clouds. Source: Microsoft, "Microsoft Graph national cloud deployments". */
const GRAPHS = [
  'https://graph.microsoft.com',
  'https://graph.microsoft.us',
  'https://dod-graph.microsoft.us',
  'https://microsoftgraph.chinacloudapi.cn',
]
const AUTHORITIES = [
  'https://login.microsoftonline.com',
  'https://login.microsoftonline.us',
  'https://login.chinacloudapi.cn',
  'https://login.partner.microsoftonline.cn',
]

type Addresses = Partial<Pick<Connection, 'graphUrl' | 'authorityUrl'>>

/**
 * The stored secret is sent to these addresses, so profiles may contain only known ones: Microsoft's clouds, and
 * those that the operator of the installation has allowed.
 * @param allowed further origins, or those of the sandbox
 * @throws ApiError 400
 */
export function requireKnownAddresses(addresses: Addresses, allowed: readonly string[]): void {
  const known = { graphUrl: GRAPHS, authorityUrl: AUTHORITIES } as const
  for (const name of ['graphUrl', 'authorityUrl'] as const) {
    const address = addresses[name]
    if (address === undefined || address === null) continue
    const { origin } = new URL(address)
    if (known[name].includes(origin) || allowed.includes(origin)) continue
    throw badRequest(
      `${name}: ${origin} is no address of Microsoft's clouds. Who runs this installation can allow it with TRACKMARK_EXCHANGE_ADDRESSES.`,
    )
  }
}

const SENT_TO = ['tenantId', 'graphUrl', 'authorityUrl'] as const

/**
 * Whoever changes where the secret is sent has to enter the secret again.
 * @throws ApiError 400 when it isn't in the same request
 */
export function requireSecretAgain(
  before: Connection,
  after: Connection,
  isSecretGiven: boolean,
): void {
  const moved = SENT_TO.filter((name) => (before[name] ?? null) !== (after[name] ?? null))
  if (moved.length === 0 || isSecretGiven) return
  throw badRequest(
    `A changed ${moved.join(', ')} needs the client secret, or certificate and private key, in the same request: the stored one is sent to no other place.`,
  )
}
