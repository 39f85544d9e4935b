/** A server profile as lists and forms show it. Its secret is never part of it. */
export interface ServerProfile {
  readonly profileId: string
  readonly name: string
  readonly description: string | null
  readonly connector: ServerProfileKind
  readonly connection: ServerProfileConnection
  readonly isActive: boolean
  /** Whether mailboxes of new users and queues get this profile. */
  readonly isDefault: boolean
  /** How many mailboxes it serves. */
  readonly mailboxes: number
  /** Null = unknown, or never set. */
  readonly secretSetOn: string | null
  readonly certificate: CertificateFacts | null
  readonly processEmailsReceivedAfter: string | null
  readonly minPollingMinutes: number
  readonly maxConcurrentConnections: number
  readonly moveUndeliveredEmails: boolean
  readonly sendEmailAlert: boolean
  readonly lastTest: LastProfileTest | null
  readonly modifiedOn: string
  readonly etag: string
}

export type ServerProfileKind = 'exchangeonline' | 'sandbox'

export interface ServerProfileConnection {
  readonly tenantId: string
  readonly clientId: string
  readonly credential: 'secret' | 'certificate'
  /** Addresses of national clouds and proxies; null = the public cloud's. */
  readonly graphUrl: string | null
  readonly authorityUrl: string | null
  readonly hasCertificate: boolean
}

export interface CertificateFacts {
  readonly subject: string
  readonly thumbprint: string
  readonly expiresOn: string
  readonly isExpired: boolean
}

export interface LastProfileTest {
  readonly on: string
  readonly result: 'Failure' | 'Success' | 'Warning'
  readonly message: string | null
}

/** `GET /api/admin/profiles` */
export interface ServerProfileList {
  readonly profiles: readonly ServerProfile[]
  readonly total: number
  readonly next: string | null
}

/** `POST /api/admin/profiles/:id/test` */
export interface ProfileTest {
  /** Whether all needed permissions were granted. */
  readonly ok: boolean
  readonly checks: Readonly<
    Record<ProfileTestStep, { readonly ok: boolean; readonly message: string | null }>
  >
  readonly steps: readonly ProfileTestResult[]
}

export type ProfileTestStep = 'signIn' | 'categories' | 'mail' | 'calendar' | 'tasks'

export interface ProfileTestResult {
  readonly step: ProfileTestStep
  /** `notRun`: an earlier step failed. `warning`: the step failed, but it is optional. */
  readonly result: 'success' | 'warning' | 'failure' | 'notRun'
  /** The permission of Microsoft Graph that the step needs. */
  readonly permission: string | null
  /** The server's own error code, such as `AADSTS7000215`. */
  readonly code: string | null
  /** What is wrong, in plain words. */
  readonly message: string | null
  /** What to do about it. */
  readonly advice: string | null
}
