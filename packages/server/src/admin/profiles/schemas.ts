import { createPrivateKey, X509Certificate } from 'node:crypto'
import { z } from 'zod'

const pem = (kind: string, read: (text: string) => unknown) =>
  z
    .string()
    .max(50_000)
    .refine(
      (text) => {
        try {
          read(text)
          return true
        } catch {
          return false
        }
      },
      { message: `must be a ${kind} in PEM form` },
    )

const url = z.url({ protocol: /^https?$/, message: 'must be an http or https URL' })
const name = z.string().trim().min(1).max(200)
const tenantId = z.string().regex(/^[\w.-]{1,100}$/, 'must be the id or a domain of the tenant')
const anyClientId = z.string().trim().min(1).max(100)
const clientId = z.guid('must be the application (client) id, a GUID')

const credentials = {
  secret: z.string().min(1).max(2000).optional(),
  certificate: pem('certificate', (text) => new X509Certificate(text)).optional(),
  privateKey: pem('private key without passphrase', createPrivateKey).optional(),
}

/** Properties besides the connection, named as in the lists. */
const more = {
  description: z.string().max(2000).nullable().optional(),
  processEmailsReceivedAfter: z.iso.datetime({ offset: true }).nullable().optional(),
  minPollingMinutes: z.int().min(0).max(1440).optional(),
  maxConcurrentConnections: z.int().min(1).max(1000).optional(),
  moveUndeliveredEmails: z.boolean().optional(),
  sendEmailAlert: z.boolean().optional(),
  isDefault: z.boolean().optional(),
}

/** `all` assigns every active mailbox; a list may contain addresses that have no mailbox yet. */
const mailboxes = z
  .union([z.literal('all'), z.array(z.email('must be an email address').max(100)).max(1000)])
  .default([])

const exchangeOnline = z.strictObject({
  connector: z.literal('exchangeonline'),
  name,
  tenantId,
  clientId,
  ...credentials,
  /** National clouds and proxies. */
  graphUrl: url.optional(),
  authorityUrl: url.optional(),
  ...more,
  mailboxes,
})

/** The sandbox has one application registration, unless others were added. */
const sandbox = z.strictObject({
  connector: z.literal('sandbox'),
  name,
  clientId: anyClientId.default('sandbox'),
  secret: credentials.secret.default('sandbox'),
  ...more,
  mailboxes,
})

interface Given {
  readonly secret?: string | undefined
  readonly certificate?: string | undefined
  readonly privateKey?: string | undefined
}

const isOneCredential = ({ secret, certificate, privateKey }: Given): boolean =>
  secret === undefined
    ? certificate !== undefined && privateKey !== undefined
    : certificate === undefined && privateKey === undefined

const isNoCredential = (input: Given): boolean =>
  input.secret === undefined && input.certificate === undefined && input.privateKey === undefined

const ONE_CREDENTIAL = { message: 'give either secret, or certificate and privateKey' }

export const newProfile = z.preprocess(
  // The default is Exchange Online, which was once the only connector.
  (body) =>
    typeof body === 'object' && body !== null && !('connector' in body)
      ? { connector: 'exchangeonline', ...body }
      : body,
  z.discriminatedUnion('connector', [
    exchangeOnline.refine(isOneCredential, ONE_CREDENTIAL),
    sandbox,
  ]),
)
export type NewProfileInput = z.infer<typeof newProfile>

export const profileChange = z
  .strictObject({
    name: name.optional(),
    tenantId: tenantId.optional(),
    clientId: anyClientId.optional(),
    ...credentials,
    graphUrl: url.nullable().optional(),
    authorityUrl: url.nullable().optional(),
    ...more,
    isActive: z.boolean().optional(),
  })
  .refine((input) => isNoCredential(input) || isOneCredential(input), ONE_CREDENTIAL)
export type ProfileChangeInput = z.infer<typeof profileChange>

export const profileListing = z.strictObject({
  search: z.string().trim().max(200).optional(),
  state: z.enum(['active', 'inactive', 'all']).default('all'),
  sort: z.enum(['name', 'mailboxes', 'modifiedOn']).default('name'),
  direction: z.enum(['asc', 'desc']).default('asc'),
  after: z
    .string()
    .regex(/^\d{1,7}$/, 'must be the "next" of an earlier answer')
    .optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
})

export const profileTest = z.strictObject({ mailbox: z.email('must be an email address') })
