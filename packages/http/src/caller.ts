import type { Reach } from '@trackmark/dataverse'
import { EVERYTHING } from '@trackmark/store'

/**
 * Security roles, by the names of Dataverse's own roles and one of ours. docs/environments.md says what each of them
 * sees and does.
 */
export const ROLES = [
  'System Administrator',
  'System Customizer',
  'Sales Manager',
  'Basic User',
  'Mailbox Owner',
] as const
export type Role = (typeof ROLES)[number]

/** Rows that a role shows besides a person's own ones. */
const REACH: Readonly<Record<Role, readonly Reach[]>> = {
  'System Administrator': EVERYTHING,
  'System Customizer': ['configuration'],
  'Sales Manager': ['businessUnit'],
  'Basic User': [],
  'Mailbox Owner': [],
}

/** The caller of a request, in the organization that the request is for. */
export interface Caller {
  /** `systemuserid` of a user of that organization. */
  readonly userId: string
  readonly roles: readonly Role[]
  /**
   * The caller holds the installation's own token, which may name any organization and create and remove
   * organizations.
   */
  readonly ofInstallation: boolean
  /** How the caller signed in. A browser sends a session's cookie with every request, so a session gets no tokens. */
  readonly by: 'token' | 'session'
  /** `systemuserid` of the real caller, when they act for another user. */
  readonly initiatedBy?: string
}

/** Whether the caller may only look at their own mailboxes in the admin center. */
export const isOwnerOnly = (caller: Caller): boolean =>
  caller.roles.every((role) => role === 'Mailbox Owner')

export const hasRole = (caller: Caller, ...roles: readonly Role[]): boolean =>
  caller.roles.some((role) => roles.includes(role))

/** Rows that a caller sees besides their own ones. */
export const reachOf = ({ roles }: Pick<Caller, 'roles'>): readonly Reach[] => [
  ...new Set(roles.flatMap((role) => REACH[role])),
]
