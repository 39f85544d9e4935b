import type { Run, Service } from './calls.ts'
import { runDynamicsWebApi } from './dynamics-web-api.ts'
import { runOdataClient } from './odata-client.ts'
import { runXrmWebApiClient } from './xrm-webapi-client.ts'

/** Clients that `npm ci` brings along; the others are installed by `scripts/compatibility.ts`. */
export const CLIENTS: Readonly<Record<string, (service: Service) => Promise<Run>>> = {
  'dynamics-web-api': runDynamicsWebApi,
  '@odata/client': runOdataClient,
  'xrm-webapi-client': runXrmWebApiClient,
}
