import type { Reach } from '@trackmark/dataverse'
import { EVERYTHING } from '@trackmark/store'

/**
 * What somebody may do in an organization, by the names of Dataverse's own security roles and one
 * of ours. docs/environments.md tells what each of them sees and does.
 */
export const ROLES = [
  'System Administrator',
  'System Customizer',
  'Sales Manager',
  'Basic User',
  'Mailbox Owner',
] as const
export type Role = (typeof ROLES)[number]

/** What a role shows besides a person's own rows. */
const REACH: Readonly<Record<Role, readonly Reach[]>> = {
  'System Administrator': EVERYTHING,
  'System Customizer': ['configuration'],
  'Sales Manager': ['businessUnit'],
  'Basic User': [],
  'Mailbox Owner': [],
}

/** Who asks, in the organization the request is for. */
export interface Caller {
  /** `systemuserid` of a user of that organization. */
  readonly userId: string
  readonly roles: readonly Role[]
  /** Holds the installation's own token: may name any organization, and makes and removes them. */
  readonly ofInstallation: boolean
  /** A session's cookie travels by itself: no token is given away for one. */
  readonly by: 'token' | 'session'
  /** `systemuserid` of who really asks, where they act for somebody else. */
  readonly askedBy?: string
}

/** May look at their own mailboxes in the admin center, and do nothing else. */
export const isOwnerOnly = (caller: Caller): boolean =>
  caller.roles.every((role) => role === 'Mailbox Owner')

export const hasRole = (caller: Caller, ...roles: readonly Role[]): boolean =>
  caller.roles.some((role) => roles.includes(role))

/** What somebody sees besides rows of their own. */
export const reachOf = ({ roles }: Pick<Caller, 'roles'>): readonly Reach[] => [
  ...new Set(roles.flatMap((role) => REACH[role])),
]
