import type { Run, Service } from './calls.ts'
import { runDynamicsWebApi } from './dynamics-web-api.ts'
import { runMicrosoftGraphClient } from './graph/microsoft-graph-client.ts'
import { runMsalNode } from './graph/msal-node.ts'
import { runPnpGraph } from './graph/pnp-graph.ts'
import { runOdataClient } from './odata-client.ts'
import { runXrmWebApiClient } from './xrm-webapi-client.ts'

/**
 * Clients that `npm ci` brings along; the others are installed by `scripts/compatibility.ts`. Those of
 * Graph need no service: each is let loose on a sandbox of its own.
 */
export const CLIENTS: Readonly<Record<string, (service: Service) => Promise<Run>>> = {
  'dynamics-web-api': runDynamicsWebApi,
  '@odata/client': runOdataClient,
  'xrm-webapi-client': runXrmWebApiClient,
  '@azure/msal-node': runMsalNode,
  '@microsoft/microsoft-graph-client': runMicrosoftGraphClient,
  '@pnp/graph': runPnpGraph,
}
