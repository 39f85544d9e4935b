import { ERROR_CODES } from '@trackmark/dataverse'
import {
  ApiError,
  badRequest,
  type Caller,
  hasRole,
  noSuchRow,
  ROLES,
  requireMoreThanOwner,
  requireToken,
} from '@trackmark/http'
import { type Database, findActor } from '@trackmark/store'
import { GUID_IN_KEY } from './row-key.ts'

/** Headers that name the impersonated user, and the column that they name them by. */
const HEADERS = [
  ['MSCRMCallerID', 'systemuserid'],
  ['CallerObjectId', 'azureactivedirectoryobjectid'],
] as const

/**
 * Resolves the effective caller from the impersonation headers, by which a System Administrator acts for a user of
 * the organization (Microsoft, "Impersonate another user using the Web API"). The role of the user's account, if
 * there is one, limits the request. Only tokens may impersonate, because a page acts for the person who looks at it.
 * @throws ApiError 400, 403 or 404
 */
export async function actingCaller(
  database: Database,
  organizationId: string,
  caller: Caller,
  headers: Headers,
): Promise<Caller> {
  const named = HEADERS.find(([header]) => headers.has(header))
  if (named === undefined) return caller
  const [header, column] = named
  const id = GUID_IN_KEY.exec(headers.get(header)!.trim())?.[1]?.toLowerCase()
  if (id === undefined) throw badRequest(`The header ${header} must be a GUID.`)
  requireToken(caller)
  if (!hasRole(caller, 'System Administrator')) throw denied(ACT)
  const user = await findActor(database, organizationId, column, id)
  if (user === null) throw noSuchRow('systemuser', id)
  if (user.isDisabled) throw denied('The user the request is made for is disabled.')
  const role = ROLES.find((one) => one === user.role)
  const acting: Caller = {
    userId: user.userId,
    roles: role === undefined ? caller.roles : [role],
    ofInstallation: false,
    by: caller.by,
    initiatedBy: caller.initiatedBy ?? caller.userId,
  }
  requireMoreThanOwner(acting, 'to use the Web API')
  return acting
}

const ACT = 'Only a System Administrator acts for another user.'

const denied = (message: string): ApiError =>
  new ApiError(403, ERROR_CODES.privilegeDenied, message)
