/**
 * What somebody may do in an organization, by the names of Dataverse's own security roles and one
 * of ours. System Administrator: everything. System Customizer: settings, and reading. Basic User:
 * reading, and writing the tables people work with. Mailbox Owner: their own mailbox, in the admin
 * center only.
 */
export const ROLES = [
  'System Administrator',
  'System Customizer',
  'Basic User',
  'Mailbox Owner',
] as const
export type Role = (typeof ROLES)[number]

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

/** Sees nothing but their own mailboxes. */
export const isOwnerOnly = (caller: Caller): boolean =>
  caller.roles.every((role) => role === 'Mailbox Owner')

export const hasRole = (caller: Caller, ...roles: readonly Role[]): boolean =>
  caller.roles.some((role) => roles.includes(role))
