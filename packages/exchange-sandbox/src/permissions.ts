import { SandboxError } from './errors.ts'
import type { Area } from './graph/call.ts'

/** Application permissions of the sandbox's default application: all it knows. */
export const ALL_PERMISSIONS: readonly string[] = [
  'Mail.ReadWrite',
  'Mail.Send',
  'Calendars.ReadWrite',
  'MailboxSettings.ReadWrite',
  'Tasks.ReadWrite.All',
  'User.Read.All',
]

const READ: Readonly<Record<Exclude<Area, 'none' | 'send'>, readonly string[]>> = {
  mail: ['Mail.Read', 'Mail.ReadWrite', 'Mail.Read.Shared', 'Mail.ReadWrite.Shared'],
  calendar: ['Calendars.Read', 'Calendars.ReadWrite'],
  settings: ['MailboxSettings.Read', 'MailboxSettings.ReadWrite'],
  tasks: ['Tasks.Read', 'Tasks.ReadWrite', 'Tasks.Read.All', 'Tasks.ReadWrite.All'],
  users: ['User.Read', 'User.ReadBasic.All', 'User.Read.All', 'Directory.Read.All'],
}

/**
 * @throws 403 `ErrorAccessDenied`; for tasks 401 `UnknownError` without a message, as seen of the
 * real service
 */
export function checkPermission(
  area: Area,
  method: string,
  permissions: ReadonlySet<string>,
): void {
  if (area === 'none') return
  if (area === 'send') {
    if (!permissions.has('Mail.Send')) throw denied()
    return
  }
  const wanted = READ[area]
  const writes = method !== 'GET' && area !== 'users'
  const enough = wanted.filter((name) => !writes || name.includes('ReadWrite'))
  if (enough.some((name) => permissions.has(name))) return
  if (area === 'tasks') throw new SandboxError(401, 'UnknownError', '')
  if (area === 'users') {
    throw new SandboxError(
      403,
      'Authorization_RequestDenied',
      'Insufficient privileges to complete the operation.',
    )
  }
  throw denied()
}

export const denied = () =>
  new SandboxError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.')
