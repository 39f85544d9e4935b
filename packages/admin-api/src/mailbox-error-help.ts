import type { FailureHelp } from './failure-help.ts'

const WAIT = 'Nothing has to be done: the mailbox is tried again by itself.'
const GONE: FailureHelp = {
  means: 'The mail server has no such mailbox.',
  todo: 'Check the address. If the mailbox was removed, deactivate it here.',
}
const DENIED: FailureHelp = {
  means: 'The application has no permission for this mailbox.',
  todo: 'Check the permissions of the server profile’s application, and whether the mailbox lies in their scope.',
}
const BUSY: FailureHelp = { means: 'The mail server asked for fewer requests.', todo: WAIT }
const DOWN: FailureHelp = { means: 'The mail server could not answer for a while.', todo: WAIT }

/** Codes of Exchange and Microsoft Graph (Microsoft Graph, "errors"), and our own. */
const HELP: Readonly<Record<string, FailureHelp>> = {
  ErrorAccessDenied: DENIED,
  accessDenied: DENIED,
  Authorization_RequestDenied: DENIED,
  ErrorInvalidUser: GONE,
  ErrorNonExistentMailbox: GONE,
  Request_ResourceNotFound: GONE,
  ResourceNotFound: GONE,
  MailboxNotEnabledForRESTAPI: {
    means: 'The mailbox has no Exchange Online licence, is disabled, or lies on premises.',
    todo: 'Assign an Exchange Online licence to its user, or deactivate the mailbox here.',
  },
  ErrorInvalidLicense: {
    means: 'The mailbox has no valid Exchange licence.',
    todo: 'Assign an Exchange Online licence to its user.',
  },
  ErrorMailboxMoveInProgress: { means: 'The mailbox is being moved.', todo: WAIT },
  ErrorMailboxStoreUnavailable: {
    means: 'The mailbox could not be opened for a while.',
    todo: WAIT,
  },
  ApplicationThrottled: BUSY,
  TooManyRequests: BUSY,
  ErrorServerBusy: BUSY,
  ErrorInternalServerError: DOWN,
  InternalServerError: DOWN,
  generalException: DOWN,
  ServiceUnavailable: DOWN,
  serviceNotAvailable: DOWN,
  FoldersLeftOut: {
    means: 'Some folders can’t be read; the rest is synchronized.',
    todo: 'They are tried again in each cycle. The alert of the mailbox names them.',
  },
  FoldersUnknown: {
    means: 'Folders that Exchange knows by name are missing or refused; the rest is synchronized.',
    todo: 'Nothing has to be done where the mailbox needs no such folder. They are asked for again once a day.',
  },
  CategoriesNotRead: {
    means: 'The category list can’t be read; items go on, and nothing is untracked meanwhile.',
    todo: 'The alert of the mailbox says why. It is tried again in each cycle.',
  },
  UnexpectedError: {
    means: 'An error occurred inside Trackmark.',
    todo: 'The log of the server has the details.',
  },
}

const SIGN_IN: FailureHelp = {
  means: 'The mail server refused to sign the application in.',
  todo: 'Open the server profile and test the connection: it says what is missing.',
}

/** Our own codes. Their error text says more than a general explanation of the code. */
const OUR_OWN: readonly string[] = ['FoldersLeftOut', 'FoldersUnknown', 'CategoriesNotRead']

/**
 * Explains the last error of a mailbox and what a person can do about it.
 * @returns null if nothing is known beyond the error's own text
 */
export function mailboxErrorHelp(code: string): FailureHelp | null {
  if (code.startsWith('AADSTS')) return SIGN_IN
  return Object.hasOwn(HELP, code) ? HELP[code]! : null
}

/**
 * The last error of a mailbox as a sentence for people.
 * @param lastError starts with the code, as `lastError` of a mailbox does
 */
export function mailboxErrorText(code: string | null, lastError: string): string {
  const known = code === null ? null : mailboxErrorHelp(code)
  const saysMore = code !== null && OUR_OWN.includes(code) && lastError !== code
  if (known !== null && !saysMore) return known.means
  return code !== null && lastError.startsWith(`${code}: `)
    ? lastError.slice(code.length + 2)
    : lastError
}
