import { ERROR_CODES, type Reach, seesAll, type Table } from '@trackmark/dataverse'
import { type Caller, hasRole, isOwnerOnly, reachOf } from './caller.ts'
import { ApiError } from './errors.ts'
import { isRead } from './origin.ts'

/**
 * Tables that users of the CRM write. The others decide how it works: mailboxes, profiles, settings, web resources
 * and webhooks.
 */
const WRITTEN_BY_USERS: ReadonlySet<string> = new Set([
  'account',
  'activitymimeattachment',
  'activityparty',
  'appointment',
  'contact',
  'email',
  'lead',
  'recurringappointmentmaster',
  'task',
])
const WRITTEN_BY_CUSTOMIZERS: ReadonlySet<string> = new Set(['organization'])

/**
 * Tables by which a script in somebody's session could gain access beyond the session: it could plant another page,
 * or change the address or object id that a person signs in with.
 */
const OUTLIVES_SESSIONS: ReadonlySet<string> = new Set(['webresource', 'systemuser'])

/** @param table logical name @throws ApiError 403 */
export function requireWrite(caller: Caller, table: string): void {
  if (OUTLIVES_SESSIONS.has(table)) requireToken(caller)
  if (hasRole(caller, 'System Administrator')) return
  if (hasRole(caller, 'System Customizer') && WRITTEN_BY_CUSTOMIZERS.has(table)) return
  if (hasRole(caller, 'Basic User', 'Sales Manager') && WRITTEN_BY_USERS.has(table)) return
  throw missingPrivilege(caller, `to write ${table}`)
}

/** @throws ApiError 403 for a table of which the caller's role can never show a row */
export function requireRead(caller: Caller, table: Table): void {
  if (table.access?.own !== null || seesAll(table, reachOf(caller))) return
  throw missingPrivilege(caller, `to read ${table.logicalName}`)
}

/** Parts of the admin API that a System Customizer changes. */
const CUSTOMIZED: ReadonlySet<string> = new Set(['settings', 'email-settings'])

/** Parts of the admin API that show everybody their own mailboxes. */
const OWNED: ReadonlySet<string> = new Set([
  'me',
  'status',
  'mailboxes',
  'alerts',
  'failures',
  'activities',
])

/** The reach that shows each of the other parts. Parts that aren't listed are for System Administrators only. */
const SHOWN: Readonly<Record<string, readonly Reach[]>> = {
  monitoring: ['businessUnit', 'configuration'],
  category: ['businessUnit', 'configuration'],
  organizations: ['businessUnit', 'configuration'],
  environments: ['configuration'],
  profiles: ['configuration'],
  settings: ['configuration'],
  'email-settings': ['configuration'],
  webresources: ['configuration'],
  webhooks: ['configuration'],
}

/** Writes that everybody may do to their own mailbox; each route checks that it is theirs. */
const OWNERS_DO: readonly RegExp[] = [
  /^POST \/me\/password$/,
  /^POST \/mailboxes\/[^/]+\/sync$/,
  /^POST \/alerts\/[^/]+\/answer$/,
  /^DELETE \/alerts\/[^/]+$/,
  /^POST \/alerts\/delete$/,
  /^POST \/failures\/retry$/,
  /^POST \/failures\/items$/,
]

/** Refuses callers who may only look at their own mailbox. @throws ApiError 403 */
export function requireMoreThanOwner(caller: Caller, what: string): void {
  if (isOwnerOnly(caller)) throw missingPrivilege(caller, what)
}

/** @param path below `/api/admin`, such as `/mailboxes/x/sync` @throws ApiError 403 */
export function requireAdminRoute(caller: Caller, method: string, path: string): void {
  const [, resource = ''] = path.split('/')
  if (!isRead(method)) {
    if (OWNERS_DO.some((one) => one.test(`${method} ${path}`))) return
    requireAdministration(caller, resource)
    return
  }
  const reach = reachOf(caller)
  if (OWNED.has(resource) || reach.includes('administration')) return
  if (SHOWN[resource]?.some((one) => reach.includes(one))) return
  throw missingPrivilege(caller, `for ${resource}`)
}

/** @param resource first segment below `/api/admin/` @throws ApiError 403 */
export function requireAdministration(caller: Caller, resource: string): void {
  if (hasRole(caller, 'System Administrator')) return
  if (hasRole(caller, 'System Customizer') && CUSTOMIZED.has(resource)) return
  throw missingPrivilege(caller, `to change ${resource}`)
}

/** For what concerns more than one organization. @throws ApiError 403 */
export function requireInstallation(caller: Caller): void {
  requireToken(caller)
  if (!caller.ofInstallation)
    throw missingPrivilege(caller, 'for what concerns the whole installation')
}

/**
 * Refuses sessions. A script in a page acts by the session of the person who looks at it; it must not get a token
 * that outlives that session. @throws ApiError 403
 */
export function requireToken(caller: Caller): void {
  if (caller.by === 'token') return
  throw denied('This needs a token; the session of a browser is not enough.')
}

const missingPrivilege = (caller: Caller, what: string): ApiError =>
  denied(`The role ${caller.roles.join(', ')} doesn't have the privilege ${what}.`)

const denied = (message: string): ApiError =>
  new ApiError(403, ERROR_CODES.privilegeDenied, message)
