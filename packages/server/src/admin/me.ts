import type { Me, MyOrganization } from '@trackmark/admin-api'
import { booleanSetting, tableByLogicalName } from '@trackmark/dataverse'
import { hasRole } from '@trackmark/http'
import { findAccount, type Organization, readOrgSettings } from '@trackmark/store'
import { TRACKMARK_VERSION } from '../config/version.ts'
import type { AdminDeps } from './shared/deps.ts'
import { findRow } from './shared/find.ts'

const USER = tableByLogicalName('systemuser')!

export async function me(deps: AdminDeps): Promise<Me> {
  const { caller, organization, organizationId, database } = deps
  const user = await findRow(deps, USER, caller.userId)
  const settings = await readOrgSettings(database, organizationId)
  const account = await findAccount(database, organizationId, { userId: caller.userId })
  const about = hasRole(caller, 'System Administrator') ? deps.about() : null
  const all = caller.ofInstallation ? await deps.organizations.list() : [organization]
  return {
    userId: caller.userId,
    fullName: String(user?.values.fullname ?? ''),
    address: (user?.values.internalemailaddress ?? null) as string | null,
    roles: caller.roles,
    ofInstallation: caller.ofInstallation,
    by: caller.by,
    hasPassword: account !== null && account.passwordHash !== null,
    organization: mine(organization),
    organizations: all.filter((one) => !one.isDisabled).map(mine),
    sandboxUrl: about?.sandboxUrl ?? null,
    sandboxYields:
      about !== null &&
      about.sandboxUrl !== null &&
      about.sandboxYields &&
      organizationId === deps.defaultOrganizationId,
    trackCategorizedItems:
      settings?.effective.ok === true &&
      booleanSetting(settings.effective, 'TrackCategorizedItems'),
    version: TRACKMARK_VERSION,
  }
}

const mine = ({ uniqueName, name, version }: Organization): MyOrganization => ({
  uniqueName,
  friendlyName: name,
  version,
})
