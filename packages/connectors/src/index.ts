export {
  type ClientCertificate,
  type ClientCredential,
  type ClientCredentialsOptions,
  clientCredentials,
} from './graph/credentials.ts'
export { statusOf } from './graph/errors.ts'
export { rolesOf } from './graph/hierarchy.ts'
export { graphConnector } from './graph/mailboxes.ts'
export type {
  Fetch,
  GraphLimits,
  GraphOptions,
  RequestReport,
  TokenSource,
} from './graph/options.ts'
