import type { SearchSchemaInput } from '@tanstack/react-router'
import type { ServerProfile, ServerProfileKind } from '@trackmark/admin-api'
import { profiles } from '../../strings/profiles.ts'

/** What a person types; numbers and dates as texts. */
export interface ProfileForm {
  readonly connector: ServerProfileKind
  readonly name: string
  readonly description: string
  readonly tenantId: string
  readonly clientId: string
  readonly credential: 'secret' | 'certificate'
  readonly secret: string
  readonly certificate: string
  readonly privateKey: string
  readonly graphUrl: string
  readonly authorityUrl: string
  /** `2026-01-31`, or empty. */
  readonly processEmailsReceivedAfter: string
  readonly minPollingMinutes: string
  readonly maxConcurrentConnections: string
  readonly moveUndeliveredEmails: boolean
  readonly sendEmailAlert: boolean
  readonly isDefault: boolean
}

export type FormFaults = Partial<Record<keyof ProfileForm, string>>

export const emptyForm = (connector: ServerProfileKind): ProfileForm => ({
  connector,
  name: '',
  description: '',
  tenantId: '',
  clientId: connector === 'sandbox' ? 'sandbox' : '',
  credential: 'secret',
  secret: connector === 'sandbox' ? 'sandbox' : '',
  certificate: '',
  privateKey: '',
  graphUrl: '',
  authorityUrl: '',
  processEmailsReceivedAfter: '',
  minPollingMinutes: '0',
  maxConcurrentConnections: '10',
  moveUndeliveredEmails: false,
  sendEmailAlert: false,
  isDefault: false,
})

export const formOf = (profile: ServerProfile): ProfileForm => ({
  connector: profile.connector,
  name: profile.name,
  description: profile.description ?? '',
  tenantId: profile.connection.tenantId,
  clientId: profile.connection.clientId,
  credential: profile.connection.credential,
  secret: '',
  certificate: '',
  privateKey: '',
  graphUrl: profile.connection.graphUrl ?? '',
  authorityUrl: profile.connection.authorityUrl ?? '',
  processEmailsReceivedAfter: profile.processEmailsReceivedAfter?.slice(0, 10) ?? '',
  minPollingMinutes: String(profile.minPollingMinutes),
  maxConcurrentConnections: String(profile.maxConcurrentConnections),
  moveUndeliveredEmails: profile.moveUndeliveredEmails,
  sendEmailAlert: profile.sendEmailAlert,
  isDefault: profile.isDefault,
})

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const { faults } = profiles

/** @param kept the credential that is stored already; null = none, so that one must be entered */
export function faultsOf(form: ProfileForm, kept: ProfileForm['credential'] | null): FormFaults {
  const found: { -readonly [K in keyof ProfileForm]?: string } = {}
  const isOnline = form.connector === 'exchangeonline'
  if (form.name.trim() === '') found.name = faults.name
  if (isOnline && !/^[\w.-]{1,100}$/.test(form.tenantId.trim())) found.tenantId = faults.tenantId
  const isClientFine = isOnline ? GUID.test(form.clientId.trim()) : form.clientId.trim() !== ''
  if (!isClientFine) found.clientId = faults.clientId
  const isKept = kept === form.credential
  if (form.credential === 'secret') {
    if (form.secret === '' && !isKept) found.secret = faults.secret
  } else {
    const given = [form.certificate, form.privateKey].filter((text) => text.trim() !== '').length
    if (given === 1 || (given === 0 && !isKept)) found.certificate = faults.certificate
  }
  for (const name of ['graphUrl', 'authorityUrl'] as const) {
    if (form[name] !== '' && !isWebAddress(form[name])) found[name] = faults.url
  }
  if (!isWhole(form.minPollingMinutes, 0, 1440)) found.minPollingMinutes = faults.number(0, 1440)
  if (!isWhole(form.maxConcurrentConnections, 1, 1000)) {
    found.maxConcurrentConnections = faults.number(1, 1000)
  }
  return found
}

const isWebAddress = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

function isWhole(text: string, min: number, max: number): boolean {
  return /^\d{1,6}$/.test(text.trim()) && Number(text) >= min && Number(text) <= max
}

/** What goes over the wire for the fields that are different from what the form began with. */
export function changesOf(form: ProfileForm, before: ProfileForm): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  for (const name of Object.keys(form) as (keyof ProfileForm)[]) {
    if (name === 'connector' || name === 'credential' || form[name] === before[name]) continue
    body[name] = wireValue(name, form[name])
  }
  // The credential that wasn't chosen isn't sent, whatever was typed there before.
  const dropped = form.credential === 'secret' ? ['certificate', 'privateKey'] : ['secret']
  for (const name of dropped) delete body[name]
  return body
}

/** The body that creates a profile. @param mailboxes `all`, or addresses */
export function creationOf(
  form: ProfileForm,
  mailboxes: 'all' | readonly string[],
): Record<string, unknown> {
  const body = changesOf(form, { ...emptyForm(form.connector), clientId: '', secret: '' })
  return { ...body, connector: form.connector, name: form.name.trim(), mailboxes }
}

function wireValue(name: keyof ProfileForm, value: string | boolean): unknown {
  if (typeof value === 'boolean') return value
  const text = value.trim()
  if (name === 'minPollingMinutes' || name === 'maxConcurrentConnections') return Number(text)
  if (name === 'processEmailsReceivedAfter') return text === '' ? null : `${text}T00:00:00Z`
  const canBeNull = name === 'description' || name === 'graphUrl' || name === 'authorityUrl'
  if (canBeNull) return text === '' ? null : text
  // A secret may begin or end with anything.
  return name === 'secret' ? value : text
}

/** Addresses a person listed, one per line or with commas. */
export function addressesOf(text: string): {
  readonly addresses: readonly string[]
  /** The first one that is none. */
  readonly wrong: string | null
} {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '')
  const wrong = parts.find((part) => !isAddress(part)) ?? null
  return { addresses: [...new Set(parts.map((part) => part.toLowerCase()))], wrong }
}

export const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text.trim())

export interface ProfileQuery {
  readonly search: string
  readonly state: 'all' | 'active' | 'inactive'
  readonly sort: 'name' | 'mailboxes' | 'modifiedOn'
  readonly direction: 'asc' | 'desc'
}

/** The filter as the address has it; what it can't be is left out. */
export function readSearch(search: Partial<ProfileQuery> & SearchSchemaInput): ProfileQuery {
  const one = <T extends string>(name: keyof ProfileQuery, of: readonly [T, ...T[]]): T =>
    of.find((value) => value === search[name]) ?? of[0]
  return {
    search: typeof search.search === 'string' ? search.search : '',
    state: one('state', ['all', 'active', 'inactive']),
    sort: one('sort', ['name', 'mailboxes', 'modifiedOn']),
    direction: one('direction', ['asc', 'desc']),
  }
}
