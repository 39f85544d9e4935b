import type { OrganizationSetting, OrganizationSettingList } from '@trackmark/admin-api'
import {
  type EffectiveSetting,
  ERROR_CODES,
  findSetting,
  formatSettingValue,
  mergeOrgSettings,
  parseSettingValue,
  removeOrgSetting,
  replaceOrgSettings,
  type SettingChange,
  settingDefault,
  settingTypeText,
  unknownSetting,
} from '@trackmark/dataverse'
import { ApiError, checked, noSuchRow, readJson } from '@trackmark/http'
import {
  lastChanges,
  type OrganizationUpdate,
  readOrgSettings,
  removeOrgDbOrgSetting,
  replaceOrgDbOrgSettings,
  updateOrgDbOrgSettings,
} from '@trackmark/store'
import { Hono } from 'hono'
import { z } from 'zod'
import { auditBy } from './shared/audited.ts'
import type { AdminDeps } from './shared/deps.ts'
import { isoOrNull } from './shared/instants.ts'

const patchBody = z.record(
  z.string().min(1).max(200),
  z.union([z.boolean(), z.number(), z.string()], 'must be true, false, a number or a text'),
)

/** `?dryRun=true` answers what would change and changes nothing. */
const options = z.strictObject({ dryRun: z.stringbool().default(false) })

export function settingRoutes(deps: AdminDeps): Hono {
  return new Hono()
    .get('/', async (c) => {
      const changes = await changesKnown(deps)
      const list: OrganizationSettingList = {
        settings: (await effective(deps)).map((one) => settingJson(one, changes)),
      }
      return c.json(list)
    })
    .get('/:name', async (c) => {
      const setting = requireSetting(c.req.param('name'), 404)
      const found = (await effective(deps)).find((one) => one.setting === setting)
      return c.json(settingJson(found!, await changesKnown(deps)))
    })
    .patch('/', async (c) => {
      const xml = xmlOf(checked(patchBody, await readJson(c.req.raw)))
      return c.json(await change(deps, c.req.query(), { kind: 'merge', xml }))
    })
    .put('/', async (c) => {
      const input = checked(patchBody, await readJson(c.req.raw))
      const xml = Object.keys(input).length === 0 ? null : xmlOf(input)
      return c.json(await change(deps, c.req.query(), { kind: 'replace', xml }))
    })
    .delete('/:name', async (c) => {
      const { name } = requireSetting(c.req.param('name'), 404)
      return c.json(await change(deps, c.req.query(), { kind: 'remove', name }))
    })
}

type Change =
  | { readonly kind: 'merge'; readonly xml: string }
  /** Null removes all settings. */
  | { readonly kind: 'replace'; readonly xml: string | null }
  | { readonly kind: 'remove'; readonly name: string }

async function change(deps: AdminDeps, query: Record<string, string>, requested: Change) {
  const { dryRun } = checked(options, query)
  const written = dryRun ? await preview(deps, requested) : await write(deps, requested)
  const changes = changesOf(deps, written)
  if (!dryRun) deps.changed({})
  const stored = await readOrgSettings(deps.database, deps.organizationId)
  const version = stored?.version ?? deps.organization.version
  return { applied: !dryRun, changes: changes.map((one) => changeJson(one, version)) }
}

function write(deps: AdminDeps, requested: Change): Promise<OrganizationUpdate> {
  const { database, clock, organizationId } = deps
  const by = auditBy(deps)
  switch (requested.kind) {
    case 'merge':
      return updateOrgDbOrgSettings(database, organizationId, requested.xml, clock(), by)
    case 'replace':
      return replaceOrgDbOrgSettings(database, organizationId, requested.xml, clock(), by)
    case 'remove':
      return removeOrgDbOrgSetting(database, organizationId, requested.name, clock(), by)
  }
}

async function preview(deps: AdminDeps, requested: Change): Promise<OrganizationUpdate> {
  const stored = await readOrgSettings(deps.database, deps.organizationId)
  if (stored === null) return { kind: 'notFound' }
  const merged =
    requested.kind === 'merge'
      ? mergeOrgSettings(stored.xml, requested.xml)
      : requested.kind === 'replace'
        ? replaceOrgSettings(stored.xml, requested.xml)
        : removeOrgSetting(stored.xml, requested.name)
  return merged.ok
    ? { kind: 'updated', changes: merged.changes }
    : { kind: 'refused', refusal: merged.refusal }
}

async function effective(deps: AdminDeps): Promise<readonly EffectiveSetting[]> {
  const { organizationId } = deps
  const read = await readOrgSettings(deps.database, organizationId)
  if (read === null) throw noSuchRow('organization', organizationId)
  if (!read.effective.ok) {
    const { code, reason } = read.effective.refusal
    throw new ApiError(
      500,
      code,
      `The stored settings can't be read (${reason}) Clear the column orgdborgsettings to go on.`,
    )
  }
  return [...read.effective.settings.values()]
}

/** @param status 404 when the name is part of the address, else 400 @throws ApiError */
function requireSetting(name: string, status: 400 | 404) {
  const setting = findSetting(name)
  if (setting !== undefined && !setting.organizationColumn) return setting
  const reason =
    setting === undefined
      ? unknownSetting(name)
      : `${setting.name} is a column of the organization, not an OrgDBOrgSetting; set it with PATCH organizations(id).`
  throw new ApiError(status, ERROR_CODES.invalidOrganizationSetting, reason)
}

/** Makes the XML that a client of the Web API would send, so that one function checks both. */
function xmlOf(input: Readonly<Record<string, boolean | number | string>>): string {
  const entries = Object.entries(input).map(([name, value]) => {
    const setting = requireSetting(name, 400)
    const parsed = parseSettingValue(setting, String(value))
    if (!parsed.ok) throw new ApiError(400, ERROR_CODES.invalidOrganizationSetting, parsed.reason)
    return { setting, value: parsed.value }
  })
  const elements = entries.map(({ setting, value }) => {
    const text = formatSettingValue(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    return `<${setting.name}>${text.replaceAll('>', '&gt;').replaceAll('\r', '&#13;')}</${setting.name}>`
  })
  const xml = `<OrgSettings>${elements.join('')}</OrgSettings>`
  const merged = mergeOrgSettings(null, xml)
  if (!merged.ok) throw new ApiError(400, merged.refusal.code, merged.refusal.message)
  return xml
}

function changesOf(deps: AdminDeps, written: OrganizationUpdate): readonly SettingChange[] {
  if (written.kind === 'notFound') {
    throw noSuchRow('organization', deps.organizationId)
  }
  if (written.kind === 'refused') {
    throw new ApiError(400, written.refusal.code, written.refusal.message)
  }
  return written.kind === 'updated' ? written.changes : []
}

/** Null before or after means that the setting isn't set and its default applies. */
const changeJson = ({ setting, before, after }: SettingChange, version: string) => ({
  name: setting.name,
  before,
  after,
  default: settingDefault(setting.name, version),
  effect: setting.effect,
})

type ChangesKnown = Awaited<ReturnType<typeof lastChanges>>

/** When, and by whom, each column and setting was changed last. */
const changesKnown = (deps: AdminDeps): Promise<ChangesKnown> =>
  lastChanges(deps.database, deps.organizationId, 'organization')

function settingJson(
  { setting, value, default: byDefault, from, available }: EffectiveSetting,
  changes: ChangesKnown,
): OrganizationSetting {
  const changed = changes.get(setting.name)
  return {
    name: setting.name,
    type: setting.type,
    mustBe: settingTypeText(setting),
    min: setting.min,
    max: setting.max,
    value,
    default: byDefault,
    from,
    available,
    effect: setting.effect,
    description: setting.description,
    changedOn: isoOrNull(changed?.on ?? null),
    changedBy: changed?.by ?? null,
  }
}
