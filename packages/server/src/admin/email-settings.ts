import type { EmailSetting, EmailSettings, EmailSettingValue } from '@trackmark/admin-api'
import {
  EMAIL_SETTINGS,
  ERROR_CODES,
  emailSetting,
  emailSettingDefault,
  emailSettingFault,
  emailSettingsWrite,
  emailSettingValue,
  storedIn,
  tableByLogicalName,
} from '@trackmark/dataverse'
import {
  ApiError,
  badRequest,
  checked,
  noSuchRow,
  reachOf,
  readJson,
  type VersionTest,
  versionDiffers,
  versionTest,
} from '@trackmark/http'
import {
  lockForLookup,
  type Queryable,
  readEmailSettings,
  updateOrganization,
} from '@trackmark/store'
import { nestedDatabase } from '@trackmark/webapi'
import { Hono } from 'hono'
import { z } from 'zod'
import { auditBy } from './shared/audited.ts'
import type { AdminDeps } from './shared/deps.ts'
import { instantText } from './shared/instants.ts'

const PROFILE = tableByLogicalName('emailserverprofile')!
const patchBody = z.record(
  z.string().min(1).max(200),
  z.union([z.boolean(), z.number(), z.string(), z.null()]),
)

/**
 * Routes of the pages "Email tracking" and "Email settings". They are one resource, since one row has all these
 * settings.
 */
export function emailSettingRoutes(deps: AdminDeps): Hono {
  return new Hono()
    .get('/', async (c) => {
      const settings = await read(deps, deps.database)
      return c.json(settings, 200, { ETag: settings.etag })
    })
    .patch('/', async (c) => {
      const input = changesOf(checked(patchBody, await readJson(c.req.raw)))
      const settings = await change(deps, input, versionTest(c.req.raw.headers))
      return c.json(settings, 200, { ETag: settings.etag })
    })
}

type Change = readonly [EmailSetting, EmailSettingValue]

/** @throws ApiError 400 that names each unknown setting and each impossible value */
function changesOf(input: Readonly<Record<string, EmailSettingValue>>): readonly Change[] {
  const faults: string[] = []
  const changes: Change[] = []
  for (const [name, value] of Object.entries(input)) {
    const setting = emailSetting(name)
    if (setting === undefined) {
      faults.push(`${name.slice(0, 60)} is no setting of these pages.`)
      continue
    }
    const mustBe = emailSettingFault(setting, value)
    if (mustBe === null) changes.push([setting, value])
    else faults.push(`"${setting.label}" (${name}) must be ${mustBe}.`)
  }
  if (faults.length > 0) throw badRequest(faults.join(' '), ERROR_CODES.invalidArgument)
  return changes
}

async function change(
  deps: AdminDeps,
  input: readonly Change[],
  ifVersion: VersionTest,
): Promise<EmailSettings> {
  const { database, caller, clock, organizationId } = deps
  const after = await database.transaction(async (tx) => {
    const before = await stored(deps, tx)
    const { columns, usesTrackingTokens } = emailSettingsWrite(
      input,
      before.source.defaultEmailSettings,
    )
    await requireProfile(deps, tx, columns.defaultemailserverprofileid)
    const written = await updateOrganization(
      nestedDatabase(database, tx),
      organizationId,
      {
        columns,
        modifiedBy: caller.userId,
        by: auditBy(deps),
        // The default methods were merged with the row that was read, so the row must not have changed since.
        ifVersion: (version) => version === before.versionNumber && ifVersion(version),
        ...(usesTrackingTokens === null ? {} : { usesTrackingTokens }),
      },
      clock(),
    )
    if (written.kind === 'changedMeanwhile') throw versionDiffers()
    if (written.kind === 'notFound') throw noSuchRow('organization', organizationId)
    if (written.kind === 'refused') {
      throw new ApiError(400, written.refusal.code, written.refusal.message)
    }
    return read(deps, tx)
  })
  deps.changed({})
  return after
}

/** @throws ApiError 404 for a profile that isn't the organization's */
async function requireProfile(deps: AdminDeps, tx: Queryable, id: unknown): Promise<void> {
  if (typeof id !== 'string') return
  const { organizationId, caller, newId } = deps
  const writer = {
    tx,
    organizationId,
    userId: caller.userId,
    reach: reachOf(caller),
    now: deps.clock(),
    newId,
  }
  if (!(await lockForLookup(writer, PROFILE, id.toLowerCase())))
    throw noSuchRow('emailserverprofile', id)
}

async function stored(deps: AdminDeps, database: Queryable) {
  const { organizationId } = deps
  const found = await readEmailSettings(database, organizationId)
  if (found.kind === 'read') return found
  if (found.kind === 'notFound') throw noSuchRow('organization', organizationId)
  throw new ApiError(
    500,
    found.refusal.code,
    `The stored settings can't be read (${found.refusal.reason}) Clear the column orgdborgsettings to go on.`,
  )
}

async function read(deps: AdminDeps, database: Queryable): Promise<EmailSettings> {
  const { source, version, ...row } = await stored(deps, database)
  return {
    etag: `W/"${row.versionNumber}"`,
    modifiedOn: instantText(row.modifiedOn),
    modifiedBy: row.modifiedBy,
    settings: EMAIL_SETTINGS.map((setting) => {
      const { place: _, ...shown } = setting
      return {
        ...shown,
        value: emailSettingValue(setting, source),
        default: emailSettingDefault(setting, version),
        storedIn: storedIn(setting),
      }
    }),
  }
}
