import { createMailbox } from './mailbox.ts'
import type { Organization, User } from './types.ts'
import type { World } from './world.ts'

export interface NewUser {
  readonly id: string
  readonly displayName: string
  readonly mail: string
  readonly userPrincipalName?: string | undefined
  readonly givenName?: string | null | undefined
  readonly surname?: string | null | undefined
  readonly jobTitle?: string | null | undefined
  readonly proxyAddresses?: readonly string[] | undefined
  readonly accountEnabled?: boolean | undefined
  readonly hasMailbox?: boolean | undefined
}

export const emptyOrganization = (
  tenantId: string,
  customers: Organization['customers'] = [],
): Organization => ({
  tenantId,
  users: new Map(),
  userNames: new Map(),
  mailboxes: new Map(),
  customers,
})

export function registerUser(organization: Organization, user: User): void {
  organization.users.set(user.id, user)
  const proxies = user.proxyAddresses.map((address) => address.replace(/^smtp:/i, ''))
  for (const name of [user.id, user.mail, user.userPrincipalName, ...proxies]) {
    organization.userNames.set(name.toLowerCase(), user.id)
  }
}

/** A user and, unless told otherwise, a mailbox. */
export function addUser(world: World, input: NewUser): User {
  const organization = world.organization()
  const user: User = {
    id: input.id,
    displayName: input.displayName,
    givenName: input.givenName ?? null,
    surname: input.surname ?? null,
    mail: input.mail,
    userPrincipalName: input.userPrincipalName ?? input.mail,
    jobTitle: input.jobTitle ?? null,
    proxyAddresses: input.proxyAddresses ?? [`SMTP:${input.mail}`],
    accountEnabled: input.accountEnabled ?? true,
    hasMailbox: input.hasMailbox ?? true,
    mailboxState: 'active',
  }
  registerUser(organization, user)
  if (user.hasMailbox) organization.mailboxes.set(user.id, createMailbox(world, user))
  return user
}
