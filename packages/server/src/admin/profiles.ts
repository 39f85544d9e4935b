import { createPrivateKey, X509Certificate } from 'node:crypto'
import type { AccessReport } from '@trackmark/exchange'
import { addProfile, listProfiles, type Profile, putSecret } from '@trackmark/store'
import { Hono } from 'hono'
import { z } from 'zod'
import { checked, readJson } from '../http/body.ts'
import { ApiError, badRequest, noSuchRow } from '../http/errors.ts'
import { type Connection, secretName } from '../runtime/connections.ts'
import type { AdminDeps } from './deps.ts'

const pem = (kind: string, read: (text: string) => unknown) =>
  z.string().refine(
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

const newProfile = z
  .strictObject({
    name: z.string().trim().min(1).max(200),
    tenantId: z.string().regex(/^[\w.-]{1,100}$/, 'must be the id or a domain of the tenant'),
    clientId: z.guid('must be the application (client) id, a GUID'),
    secret: z.string().min(1).max(2000).optional(),
    certificate: pem('certificate', (text) => new X509Certificate(text)).optional(),
    privateKey: pem('private key without passphrase', createPrivateKey).optional(),
    /** National clouds and proxies. */
    graphUrl: url.optional(),
    authorityUrl: url.optional(),
    minPollingMinutes: z.int().min(0).max(1440).optional(),
  })
  .refine(
    (wish) =>
      wish.secret === undefined
        ? wish.certificate !== undefined && wish.privateKey !== undefined
        : wish.certificate === undefined && wish.privateKey === undefined,
    { message: 'give either secret, or certificate and privateKey' },
  )

const testBody = z.strictObject({ mailbox: z.email('must be an email address') })

export function profileRoutes(deps: AdminDeps): Hono {
  const { database } = deps
  const { organizationId } = deps.organization
  return new Hono()
    .get('/', async (c) => {
      const profiles = await listProfiles(database, organizationId)
      return c.json({ profiles: profiles.map(profileJson) })
    })
    .post('/', async (c) => {
      const wish = checked(newProfile, await readJson(c.req.raw))
      return c.json(profileJson(await add(deps, wish)), 201)
    })
    .post('/:id/test', async (c) => {
      const profile = await findProfileByName(deps, c.req.param('id'))
      const { mailbox } = checked(testBody, await readJson(c.req.raw))
      deps.changed({ profileId: profile.profileId })
      const mailboxes = await deps.reach(deps.organization.organizationId, profile.profileId)
      return c.json(reportJson(await mailboxes.checkAccess(mailbox)))
    })
}

async function add(deps: AdminDeps, wish: z.infer<typeof newProfile>): Promise<Profile> {
  const { organizationId } = deps.organization
  const known = await listProfiles(deps.database, organizationId)
  if (known.some((profile) => profile.name.toLowerCase() === wish.name.toLowerCase())) {
    throw new ApiError(409, '0x80040237', `There is a server profile "${wish.name}" already.`)
  }
  const profileId = deps.newId()
  const connection: Connection = {
    tenantId: wish.tenantId,
    clientId: wish.clientId,
    credential: wish.secret === undefined ? 'certificate' : 'secret',
    ...(wish.certificate === undefined ? {} : { certificate: wish.certificate }),
    ...(wish.graphUrl === undefined ? {} : { graphUrl: wish.graphUrl }),
    ...(wish.authorityUrl === undefined ? {} : { authorityUrl: wish.authorityUrl }),
  }
  const secret = wish.secret ?? wish.privateKey
  if (secret === undefined) throw badRequest('Credentials are missing.')
  const place = { organizationId, name: secretName(profileId) }
  // The secret first: a profile whose secret is missing would fail at once.
  await putSecret(deps.database, deps.secretKey, place, secret)
  const profile = { profileId, name: wish.name, connector: 'exchangeonline', connection } as const
  await addProfile(
    deps.database,
    organizationId,
    {
      ...profile,
      ...(wish.minPollingMinutes ? { minPollingMinutes: wish.minPollingMinutes } : {}),
    },
    deps.clock(),
  )
  return { ...profile, isActive: true }
}

async function findProfileByName(deps: AdminDeps, idOrName: string): Promise<Profile> {
  const profiles = await listProfiles(deps.database, deps.organization.organizationId)
  const wanted = idOrName.toLowerCase()
  const found = profiles.find(
    (profile) => profile.profileId === wanted || profile.name.toLowerCase() === wanted,
  )
  if (found === undefined) throw noSuchRow('emailserverprofile', idOrName.slice(0, 100))
  return found
}

/** The certificate is public; the secret isn't part of the connection at all. */
function profileJson(profile: Profile) {
  const { certificate, ...connection } = profile.connection
  return { ...profile, connection: { ...connection, hasCertificate: certificate != null } }
}

function reportJson(report: AccessReport) {
  const entries = Object.entries(report).map(([what, outcome]) => [
    what,
    outcome.ok ? { ok: true, message: null } : { ok: false, message: outcome.error.message },
  ])
  const required = ['signIn', 'categories', 'mail', 'calendar']
  const checks = Object.fromEntries(entries) as Record<
    keyof AccessReport,
    { ok: boolean; message: string | null }
  >
  return { ok: required.every((what) => checks[what as keyof AccessReport].ok), checks }
}
