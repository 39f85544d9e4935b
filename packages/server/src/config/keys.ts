import { z } from 'zod'
import { isTrust } from './trusted-proxies.ts'

/** A configuration key: its names in every source, and its permitted values. */
export interface ConfigKey {
  /** Name in `trackmark.config.json`. */
  readonly name: string
  readonly env: string
  /** Null for secrets, because everybody on the machine can read command lines. */
  readonly flag: string | null
  /** One line for people, shown by `trackmark config` and `--help`. */
  readonly description: string
  /** `whole`: never shown. `password`: a URL of which only the password is hidden. */
  readonly secret: 'no' | 'whole' | 'password'
  /** Ends the sentence "port must be …". */
  readonly mustBe: string
  readonly schema: z.ZodType<string | number | boolean>
  /** Null when there is none; `defaultText` says what happens then. */
  readonly default: string | number | boolean | null
  readonly defaultText?: string
}

/** Coercion alone would accept `true`, `[1]` and the empty text as numbers. */
const wholeNumber = (min: number, max: number) =>
  z
    .union([
      z.number(),
      z
        .string()
        .trim()
        .regex(/^\d{1,9}$/)
        .transform(Number),
    ])
    .pipe(z.number().int().min(min).max(max))

const portNumber = wholeNumber(0, 65_535)
const notEmpty = z.string().trim().min(1)
const isPostgresUrl = (text: string): boolean =>
  URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)
const isOrigin = (text: string): boolean =>
  URL.canParse(text) &&
  /^https?:$/.test(new URL(text).protocol) &&
  /^\/?$/.test(new URL(text).pathname)
const is32Bytes = (text: string): boolean => decodeKey(text) !== null
/** A config file says `true`, the environment says `on`. */
const onOff = (value: unknown): unknown => (value === true ? 'on' : value === false ? 'off' : value)

export const CONFIG_KEYS = [
  {
    name: 'host',
    env: 'TRACKMARK_HOST',
    flag: '--host',
    description: 'Address the Web API, admin API and admin center listen on',
    secret: 'no',
    mustBe: 'a host name or IP address',
    schema: notEmpty.regex(/^[\w.:-]+$/),
    default: '127.0.0.1',
  },
  {
    name: 'port',
    env: 'TRACKMARK_PORT',
    flag: '--port',
    description: 'Port they listen on; 0 takes a free one',
    secret: 'no',
    mustBe: 'a whole number from 0 to 65535',
    schema: portNumber,
    default: 4310,
  },
  {
    name: 'hosts',
    env: 'TRACKMARK_HOSTS',
    flag: '--hosts',
    description: 'Host names below which each organization answers by its unique name',
    secret: 'no',
    mustBe: 'host names with commas between them',
    schema: notEmpty.toLowerCase().regex(/^[a-z0-9.-]+( *, *[a-z0-9.-]+)*$/),
    default: null,
    defaultText: 'unset: organizations are named by path',
  },
  {
    name: 'trustProxy',
    env: 'TRACKMARK_TRUST_PROXY',
    flag: '--trust-proxy',
    description: 'Proxies whose X-Forwarded-For, -Proto, -Host and -Port are believed',
    secret: 'no',
    mustBe:
      'off, on (this machine and private networks), or addresses such as 203.0.113.7, 10.1.0.0/16',
    schema: z.preprocess(onOff, z.string().trim().toLowerCase().refine(isTrust)),
    default: 'off',
  },
  {
    name: 'publicUrl',
    env: 'TRACKMARK_PUBLIC_URL',
    flag: '--public-url',
    description: 'Public address of the server; every link in answers begins with it',
    secret: 'no',
    mustBe: 'an http or https URL without a path',
    schema: z.string().refine(isOrigin),
    default: null,
    defaultText: 'unset: taken from each request',
  },
  {
    name: 'oidcIssuer',
    env: 'TRACKMARK_OIDC_ISSUER',
    flag: '--oidc-issuer',
    description: 'OpenID Connect provider by which people may sign in',
    secret: 'no',
    mustBe: 'a URL such as https://login.microsoftonline.com/<tenant id>/v2.0',
    schema: z
      .string()
      .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)),
    default: null,
    defaultText: 'unset: people sign in with a password',
  },
  {
    name: 'oidcClientId',
    env: 'TRACKMARK_OIDC_CLIENT_ID',
    flag: '--oidc-client-id',
    description: 'Client id of this server at the provider',
    secret: 'no',
    mustBe: 'a text',
    schema: notEmpty,
    default: null,
    defaultText: 'unset',
  },
  {
    name: 'oidcClientSecret',
    env: 'TRACKMARK_OIDC_CLIENT_SECRET',
    flag: null,
    description: 'Client secret of this server at the provider',
    secret: 'whole',
    mustBe: 'a text',
    schema: notEmpty,
    default: null,
    defaultText: 'unset',
  },
  {
    name: 'oidcName',
    env: 'TRACKMARK_OIDC_NAME',
    flag: '--oidc-name',
    description: 'Name of the provider on the sign-in page',
    secret: 'no',
    mustBe: 'a text',
    schema: notEmpty,
    default: 'Microsoft Entra ID',
  },
  {
    name: 'oidcTrustUsername',
    env: 'TRACKMARK_OIDC_TRUST_USERNAME',
    flag: '--oidc-trust-username',
    description: "Whether preferred_username names people; only for a tenant of one's own",
    secret: 'no',
    mustBe: 'on or off',
    schema: z.preprocess(onOff, z.enum(['on', 'off'])),
    default: 'off',
  },
  {
    name: 'dataDir',
    env: 'TRACKMARK_DATA_DIR',
    flag: '--data-dir',
    description: 'Embedded database, sandbox state, generated secrets',
    secret: 'no',
    mustBe: 'the path of a folder',
    schema: notEmpty,
    default: './data',
  },
  {
    name: 'databaseUrl',
    env: 'DATABASE_URL',
    flag: '--database-url',
    description: 'PostgreSQL 15 or later instead of the embedded database',
    secret: 'password',
    mustBe: 'a URL such as postgres://user:password@host:5432/database',
    schema: z.string().refine(isPostgresUrl),
    default: null,
    defaultText: 'unset: the embedded database in the data folder',
  },
  {
    name: 'sandbox',
    env: 'TRACKMARK_SANDBOX',
    flag: '--sandbox',
    description: 'Whether the sandbox Exchange is started',
    secret: 'no',
    mustBe: 'one of auto (on while no real server profile exists), on, off',
    schema: z.preprocess(onOff, z.enum(['auto', 'on', 'off'])),
    default: 'auto',
  },
  {
    name: 'sandboxPort',
    env: 'TRACKMARK_SANDBOX_PORT',
    flag: '--sandbox-port',
    description: 'Port of the sandbox; 0 takes a free one',
    secret: 'no',
    mustBe: 'a whole number from 0 to 65535',
    schema: portNumber,
    default: 4311,
  },
  {
    name: 'sandboxHttpsPort',
    env: 'TRACKMARK_SANDBOX_HTTPS_PORT',
    flag: '--sandbox-https-port',
    description:
      'A second port of the sandbox, for https with a certificate of its own; 0 takes a free one',
    secret: 'no',
    mustBe: 'a whole number from 0 to 65535',
    schema: portNumber,
    default: null,
    defaultText: 'unset: no https',
  },
  {
    name: 'adminToken',
    env: 'TRACKMARK_ADMIN_TOKEN',
    flag: null,
    description: 'Bearer token of the first System Administrator',
    secret: 'whole',
    mustBe: 'at least 16 characters out of A-Z a-z 0-9 - . _ ~ + / =',
    // The characters that RFC 6750 permits in bearer tokens.
    schema: z.string().regex(/^[A-Za-z0-9\-._~+/]{16,}=*$/),
    default: null,
    defaultText: 'made at first start, kept in the data folder',
  },
  {
    name: 'secretKey',
    env: 'TRACKMARK_SECRET_KEY',
    flag: null,
    description: 'Key that encrypts the credentials of server profiles in the database',
    secret: 'whole',
    mustBe: '32 bytes as 64 hexadecimal digits or as Base64',
    schema: z.string().refine(is32Bytes),
    default: null,
    defaultText: 'made at first start, kept in the data folder',
  },
  {
    name: 'secretKeyFormer',
    env: 'TRACKMARK_SECRET_KEY_FORMER',
    flag: null,
    description: 'Keys that the secret key has replaced, until "trackmark secrets rotate" is done',
    secret: 'whole',
    mustBe: 'keys as the secret key, with commas between them',
    schema: z.string().refine((text) => text.split(',').every((key) => is32Bytes(key.trim()))),
    default: null,
    defaultText: 'unset',
  },
  {
    name: 'worker',
    env: 'TRACKMARK_WORKER',
    flag: '--worker',
    description:
      'Whether the server synchronizes mailboxes itself; off leaves it to worker processes',
    secret: 'no',
    mustBe: 'on or off',
    schema: z.preprocess(onOff, z.enum(['on', 'off'])),
    default: 'on',
  },
  {
    name: 'workerConcurrency',
    env: 'TRACKMARK_WORKER_CONCURRENCY',
    flag: '--worker-concurrency',
    description: 'Mailboxes one process synchronizes at the same time',
    secret: 'no',
    mustBe: 'a whole number from 1 to 500',
    schema: wholeNumber(1, 500),
    default: 256,
  },
  {
    name: 'requestTimeLimit',
    env: 'TRACKMARK_REQUEST_TIME_LIMIT',
    flag: '--request-time-limit',
    description: 'Seconds a request may keep the database busy with one statement',
    secret: 'no',
    mustBe: 'a whole number from 1 to 3600',
    schema: wholeNumber(1, 3600),
    default: 30,
  },
  {
    name: 'exchangeAddresses',
    env: 'TRACKMARK_EXCHANGE_ADDRESSES',
    flag: '--exchange-addresses',
    description: 'Addresses that server profiles may use besides the clouds of Microsoft',
    secret: 'no',
    mustBe: 'origins such as https://graph.example, with commas between them',
    schema: z.string().refine((text) => text.split(',').every((one) => isOrigin(one.trim()))),
    default: null,
    defaultText: 'unset: nowhere else',
  },
  {
    name: 'webhooksPrivate',
    env: 'TRACKMARK_WEBHOOKS_PRIVATE',
    flag: '--webhooks-private',
    description: 'Whether webhooks may be sent to private addresses',
    secret: 'no',
    mustBe: 'one of auto (to this machine, while the sandbox runs), on, off',
    schema: z.preprocess(onOff, z.enum(['auto', 'on', 'off'])),
    default: 'auto',
  },
  {
    name: 'logLevel',
    env: 'TRACKMARK_LOG_LEVEL',
    flag: '--log-level',
    description: 'Least level of log lines, written to standard error as JSON',
    secret: 'no',
    mustBe: 'one of trace, debug, info, warn, error, silent',
    schema: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']),
    default: 'warn',
  },
] as const satisfies readonly ConfigKey[]

export type ConfigKeyName = (typeof CONFIG_KEYS)[number]['name']

/** 32 bytes written as hexadecimal or Base64 (with or without padding, either alphabet). */
export function decodeKey(text: string): Buffer | null {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex')
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return null
  const bytes = Buffer.from(text, 'base64url')
  return bytes.length === 32 ? bytes : null
}
