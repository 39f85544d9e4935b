import { ERROR_CODES, type Reach, seesAll, type Table } from '@trackmark/dataverse'
import { type Caller, hasRole, isOwnerOnly, reachOf } from './caller.ts'
import { ApiError } from './errors.ts'
import { isRead } from './origin.ts'

/**
 * What people who use a CRM write. The other tables decide how it works: mailboxes, profiles,
 * settings, pages and where events are sent.
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
 * What a page that acts by somebody's session could leave behind: another page, or the address and id
 * by which a person is found who signs in.
 */
const OUTLIVES_SESSIONS: ReadonlySet<string> = new Set(['webresource', 'systemuser'])

/** @param table logical name @throws ApiError 403 */
export function requireWrite(caller: Caller, table: string): void {
  if (OUTLIVES_SESSIONS.has(table)) requireToken(caller)
  if (hasRole(caller, 'System Administrator')) return
  if (hasRole(caller, 'System Customizer') && WRITTEN_BY_CUSTOMIZERS.has(table)) return
  if (hasRole(caller, 'Basic User', 'Sales Manager') && WRITTEN_BY_USERS.has(table)) return
  throw lacking(caller, `to write ${table}`)
}

/** @throws ApiError 403 for a table of which the caller's role can never show a row */
export function requireRead(caller: Caller, table: Table): void {
  if (table.access?.own !== null || seesAll(table, reachOf(caller))) return
  throw lacking(caller, `to read ${table.logicalName}`)
}

/** Parts of the admin API that a System Customizer changes. */
const CUSTOMIZED: ReadonlySet<string> = new Set(['settings', 'email-settings'])

/** Parts of the admin API that show everybody what is theirs. */
const OWNED: ReadonlySet<string> = new Set([
  'me',
  'status',
  'mailboxes',
  'alerts',
  'failures',
  'activities',
])

/** Which reach shows the other parts. Parts that aren't listed are for System Administrators only. */
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

/** What everybody does with their own mailbox; each route looks whether it is theirs. */
const OWNERS_DO: readonly RegExp[] = [
  /^POST \/me\/password$/,
  /^POST \/mailboxes\/[^/]+\/sync$/,
  /^POST \/alerts\/[^/]+\/answer$/,
  /^DELETE \/alerts\/[^/]+$/,
  /^POST \/alerts\/delete$/,
  /^POST \/failures\/retry$/,
  /^POST \/failures\/items$/,
]

/** What lies beyond a person's own mailbox. @throws ApiError 403 */
export function requireMoreThanOwner(caller: Caller, what: string): void {
  if (isOwnerOnly(caller)) throw lacking(caller, what)
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
  throw lacking(caller, `for ${resource}`)
}

/** @param resource first segment below `/api/admin/` @throws ApiError 403 */
export function requireAdministration(caller: Caller, resource: string): void {
  if (hasRole(caller, 'System Administrator')) return
  if (hasRole(caller, 'System Customizer') && CUSTOMIZED.has(resource)) return
  throw lacking(caller, `to change ${resource}`)
}

/** What reaches over organizations. @throws ApiError 403 */
export function requireInstallation(caller: Caller): void {
  requireToken(caller)
  if (!caller.ofInstallation) throw lacking(caller, 'for what concerns the whole installation')
}

/**
 * A page that a signed-in person looks at acts by their session; it must not make itself a token
 * that is still good when the session has ended. @throws ApiError 403
 */
export function requireToken(caller: Caller): void {
  if (caller.by === 'token') return
  throw denied('This is done with a token, not by the session of a browser.')
}

const lacking = (caller: Caller, what: string): ApiError =>
  denied(`The role ${caller.roles.join(', ')} doesn't have the privilege ${what}.`)

const denied = (message: string): ApiError =>
  new ApiError(403, ERROR_CODES.privilegeDenied, message)
