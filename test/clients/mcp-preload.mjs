// Loaded before mcp-dataverse, which itself stays as it is: Microsoft Entra isn't asked for a token,
// and what it sends to its environment goes to ours.
import { registerHooks } from 'node:module'

const ENVIRONMENT = 'https://contoso.crm.dynamics.com'
const { TRACKMARK_CLIENT_URL: url = '', TRACKMARK_CLIENT_TOKEN: token = '' } = process.env

const library = `
  const token = async () => ({ accessToken: ${JSON.stringify(token)}, expiresOn: new Date(Date.now() + 3600e3) })
  export class ConfidentialClientApplication { acquireTokenByClientCredential = token }
  export class PublicClientApplication {}
  export class ManagedIdentityApplication {}
  export const LogLevel = {}
  export const ManagedIdentityIdParams = {}
`
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@azure/msal-node'
      ? { url: `data:text/javascript,${encodeURIComponent(library)}`, shortCircuit: true }
      : next(specifier, context),
})

const real = globalThis.fetch
const ours = (text) => text.replaceAll(ENVIRONMENT, url)
globalThis.fetch = (address, options = {}) =>
  real(ours(String(address)), {
    ...options,
    ...(typeof options.body === 'string' ? { body: ours(options.body) } : {}),
  })
