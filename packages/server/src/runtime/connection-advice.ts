import type { ProfileTestStep } from '@trackmark/admin-api'
import { statusOf } from '@trackmark/connectors'
import type { SyncError } from '@trackmark/core'

interface Advice {
  /** What is wrong, in plain words. */
  readonly message: string
  /** What to do about it. */
  readonly advice: string
}

const SECRET =
  'Make a new client secret in the Microsoft Entra admin center (App registrations > your application > Certificates & secrets), copy its Value, not its Secret ID, and enter it here.'
const TENANT =
  'Copy "Directory (tenant) ID" from the overview of the app registration in the Microsoft Entra admin center.'
const CLIENT =
  'Copy "Application (client) ID" from the overview of the app registration in the Microsoft Entra admin center, and check that the tenant is the one it was registered in.'
const CERTIFICATE =
  'Upload the certificate to the app registration (Certificates & secrets > Certificates), and enter that certificate and its private key here.'
const CONSENT =
  'In the Microsoft Entra admin center choose App registrations > your application > API permissions, add the permissions as application permissions, and choose "Grant admin consent". Changes can take some minutes.'

/** Entra's error numbers (Microsoft, "Microsoft Entra authentication and authorization error codes"). */
const SIGN_IN: Readonly<Record<string, Advice>> = {
  AADSTS7000215: { message: 'The client secret is wrong.', advice: SECRET },
  AADSTS7000222: { message: 'The client secret has expired.', advice: SECRET },
  AADSTS7000218: { message: 'No client secret or certificate was sent.', advice: SECRET },
  AADSTS700016: {
    message: 'The tenant has no application with this client ID.',
    advice: CLIENT,
  },
  AADSTS700027: {
    message: 'The application does not know this certificate, or it has expired.',
    advice: CERTIFICATE,
  },
  AADSTS700024: {
    message: 'The signature of the certificate is not valid at this time.',
    advice: 'Correct the clock of this server, then test again.',
  },
  AADSTS7000112: {
    message: 'The application is disabled.',
    advice:
      'Enable it in the Microsoft Entra admin center (Enterprise applications > your application > Properties > Enabled for users to sign-in).',
  },
  AADSTS7000229: {
    message: 'The tenant has no enterprise application for it yet.',
    advice: CONSENT,
  },
  AADSTS65001: { message: 'Nobody has consented to the application.', advice: CONSENT },
  AADSTS500011: { message: 'The tenant does not know what access is asked for.', advice: CONSENT },
  AADSTS90002: { message: 'There is no such tenant.', advice: TENANT },
  AADSTS900023: { message: 'The tenant ID is neither an ID nor a domain.', advice: TENANT },
  AADSTS53003: {
    message: 'A Conditional Access policy blocks the application.',
    advice: 'Exclude the application from the policy, or add the address of this server to it.',
  },
}

/** The Microsoft Graph permission that a step needs. */
export const PERMISSIONS: Readonly<Record<ProfileTestStep, string | null>> = {
  signIn: null,
  categories: 'MailboxSettings.ReadWrite',
  mail: 'Mail.ReadWrite',
  calendar: 'Calendars.ReadWrite',
  tasks: 'Tasks.ReadWrite.All',
}

const MAILBOX_GONE: readonly string[] = [
  'ErrorInvalidUser',
  'ErrorNonExistentMailbox',
  'Request_ResourceNotFound',
  'ResourceNotFound',
]

/** Explains a failed step, and what to do about it. */
export function adviceFor(step: ProfileTestStep, error: SyncError, mailbox: string): Advice {
  const { message, advice } = adviceAbout(step, error, mailbox)
  return { message: withoutRetryPromise(message), advice }
}

/** Removes the promise to try again, which a test doesn't keep. */
const withoutRetryPromise = (message: string): string =>
  message.replace(/; (it will be|the mailbox is) tried again[^.]*(?=\.|$)/, '')

function adviceAbout(step: ProfileTestStep, error: SyncError, mailbox: string): Advice {
  const { serverCode } = error
  const known = SIGN_IN[serverCode ?? '']
  if (known !== undefined) return known
  if (serverCode === 'InvalidServerProfile') {
    return { message: error.message, advice: 'Open the server profile and enter what is missing.' }
  }
  if (error.answer === null) {
    return {
      message: error.message,
      advice:
        'Check that this server reaches the internet (login.microsoftonline.com and graph.microsoft.com), or the addresses under "Locations", then test again.',
    }
  }
  if (step === 'signIn') {
    return { message: error.message, advice: 'Check tenant, client ID and credentials.' }
  }
  if (serverCode !== null && MAILBOX_GONE.includes(serverCode)) {
    return {
      message: `There is no mailbox ${mailbox} in the tenant.`,
      advice: 'Check the address. It must be that of a mailbox in Exchange Online.',
    }
  }
  if (serverCode === 'MailboxNotEnabledForRESTAPI') {
    return {
      message: `The mailbox ${mailbox} is not in Exchange Online, or has no license.`,
      advice: 'Assign an Exchange Online license to its user, or test another mailbox.',
    }
  }
  const status = statusOf(error)
  if (status === 403 || status === 401) {
    return {
      message: `The application may not do this in ${mailbox}: ${PERMISSIONS[step]} is not granted.`,
      advice: `${CONSENT} Where access is limited to some mailboxes (RBAC for Applications), add ${mailbox} to the scope.`,
    }
  }
  return { message: error.message, advice: 'Test again in some minutes.' }
}
