import type { ColumnValue } from '@trackmark/core'
import { stableId } from '@trackmark/http'
import {
  addMailboxes,
  addProfile,
  addRows,
  type Database,
  type Keys,
  putSecret,
} from '@trackmark/store'
import { type Connection, secretName } from '../runtime/connections.ts'

/** A person with a mailbox in the sandbox. */
export interface SandboxPerson {
  readonly id: string
  readonly kind: 'user' | 'queue'
  readonly name: string
  readonly email: string
  readonly givenName: string | null
  readonly surname: string | null
}

/** A correspondent who is also a record of the CRM. */
export interface SandboxCustomer {
  readonly kind: 'contact' | 'account' | 'lead'
  readonly name: string
  readonly email: string
  readonly company: string | null
}

interface SandboxAccess {
  /** Null when the sandbox isn't running. */
  readonly url: string | null
  readonly tenantId: string
  readonly clientId: string
  readonly clientSecret: string
}

export interface Provisioning {
  readonly database: Database
  readonly organizationId: string
  readonly secretKeys: Keys
  readonly now: number
}

const METHODS = { incoming: 2, outgoing: 2, act: 1 } as const

type Cells = Readonly<Record<string, ColumnValue>>

export const sandboxProfileId = (organizationId: string): string =>
  stableId(organizationId, 'profile', 'sandbox')

/** Creates or updates the profile of the sandbox with its present address. */
export async function provisionProfile(to: Provisioning, access: SandboxAccess): Promise<string> {
  const profileId = sandboxProfileId(to.organizationId)
  const name = secretName(profileId)
  await putSecret(
    to.database,
    to.secretKeys,
    { organizationId: to.organizationId, name },
    access.clientSecret,
  )
  const connection: Connection = {
    tenantId: access.tenantId,
    clientId: access.clientId,
    credential: 'secret',
    graphUrl: access.url === null ? null : `${access.url}/v1.0`,
    authorityUrl: access.url,
  }
  await addProfile(
    to.database,
    to.organizationId,
    { profileId, name: 'Sandbox Exchange', connector: 'sandbox', connection },
    to.now,
  )
  return profileId
}

/**
 * Creates users, queues and mailboxes for everybody in the sandbox. Done again, it adds new people and leaves the
 * others unchanged.
 * @returns number of new mailboxes
 */
export async function provisionPeople(
  to: Provisioning,
  profileId: string,
  people: readonly SandboxPerson[],
): Promise<number> {
  const users = people.filter((person) => person.kind === 'user')
  const queues = people.filter((person) => person.kind === 'queue')
  const owner = users[0]?.id
  if (owner === undefined) return 0
  await add(to, 'systemuser', users.map(userRow))
  await add(
    to,
    'queue',
    queues.map((queue) => ({
      queueid: queue.id,
      name: queue.name,
      emailaddress: queue.email,
      emailrouteraccessapproval: 1,
      ownerid: owner,
    })),
  )
  return addMailboxes(
    to.database,
    to.organizationId,
    people.map((person) => ({
      mailboxId: stableId(to.organizationId, 'mailbox', person.id),
      name: person.name,
      emailAddress: person.email,
      regardingId: person.id,
      regardingType: person.kind === 'user' ? 'systemuser' : 'queue',
      ownerId: person.kind === 'user' ? person.id : owner,
      profileId,
      methods: METHODS,
    })),
    to.now,
  )
}

function userRow(person: SandboxPerson): Cells {
  return {
    systemuserid: person.id,
    fullname: person.name,
    firstname: person.givenName,
    lastname: person.surname,
    domainname: person.email,
    internalemailaddress: person.email,
    emailrouteraccessapproval: 1,
    isemailaddressapprovedbyo365admin: true,
  }
}

/** Creates accounts, contacts and leads, so that the parties of tracked mail are recognized. */
export async function provisionCustomers(
  to: Provisioning,
  customers: readonly SandboxCustomer[],
  ownerId: string | undefined,
): Promise<void> {
  const idOf = (customer: SandboxCustomer) =>
    stableId(to.organizationId, customer.kind, customer.email)
  const accounts = customers.filter((customer) => customer.kind === 'account')
  const accountIds = new Map(accounts.map((account) => [account.name, idOf(account)]))
  const rowOf = (customer: SandboxCustomer): Cells => ({
    [`${customer.kind}id`]: idOf(customer),
    emailaddress1: customer.email,
    ...(ownerId === undefined ? {} : { ownerid: ownerId }),
    ...namesOf(customer, accountIds),
  })
  for (const kind of ['account', 'contact', 'lead'] as const) {
    await add(to, kind, customers.filter((customer) => customer.kind === kind).map(rowOf))
  }
}

function namesOf(customer: SandboxCustomer, accountIds: ReadonlyMap<string, string>): Cells {
  if (customer.kind === 'account') return { name: customer.name }
  const [firstname = '', ...rest] = customer.name.split(' ')
  const names = { fullname: customer.name, firstname, lastname: rest.join(' ') || null }
  if (customer.kind === 'lead') return { ...names, companyname: customer.company }
  const account = accountIds.get(customer.company ?? '')
  return account === undefined
    ? names
    : { ...names, parentcustomerid: account, parentcustomeridtype: 'account' }
}

const add = (
  to: Provisioning,
  table: Parameters<typeof addRows>[2],
  rows: readonly Cells[],
): Promise<number> => addRows(to.database, to.organizationId, table, rows, to.now)
