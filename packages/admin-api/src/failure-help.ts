/** What a failure's code means, and what a person can do about it. */
export interface FailureHelp {
  readonly means: string
  readonly todo: string
}

const BY_ITSELF = 'Nothing has to be done: it is tried again by itself.'
const ADMINISTRATOR = 'An administrator of the mail server has to look at the mailbox.'

/**
 * Codes of Exchange and Microsoft Graph, of the original's item level monitoring, and our own.
 * Sources: Microsoft Graph "errors"; "Troubleshooting and monitoring server-side synchronization".
 */
const HELP: Readonly<Record<string, FailureHelp>> = {
  ErrorItemNotFound: {
    means: 'The item is no longer where it was.',
    todo: 'If it was moved, put the category on it again.',
  },
  ErrorItemCorrupt: {
    means: 'The mail server cannot read the item.',
    todo: 'Open it in Outlook; copying its content into a new item often helps.',
  },
  ErrorAccessDenied: {
    means: 'The application has no permission for this item.',
    todo: 'Check the permissions of the server profile’s application, and whether the mailbox lies in their scope.',
  },
  ErrorQuotaExceeded: {
    means: 'The mailbox is full, so nothing can be written to it.',
    todo: 'Free some space in the mailbox, then try again.',
  },
  ErrorIrresolvableConflict: {
    means: 'Somebody else changes the item again and again.',
    todo: BY_ITSELF,
  },
  ErrorMailboxMoveInProgress: { means: 'The mailbox is being moved.', todo: BY_ITSELF },
  ErrorMailboxStoreUnavailable: {
    means: 'The mailbox could not be opened for a while.',
    todo: BY_ITSELF,
  },
  ApplicationThrottled: {
    means: 'The mail server asked for fewer requests.',
    todo: BY_ITSELF,
  },
  TooManyRequests: { means: 'The mail server asked for fewer requests.', todo: BY_ITSELF },
  ErrorCannotOpenFileAttachment: {
    means: 'An attachment of the item cannot be read.',
    todo: 'Save the attachment and attach it again.',
  },
  MailboxNotEnabledForRESTAPI: {
    means: 'The mailbox has no Exchange Online licence, is disabled, or lies on premises.',
    todo: ADMINISTRATOR,
  },
  ErrorInvalidLicense: {
    means: 'The mailbox has no valid Exchange licence.',
    todo: ADMINISTRATOR,
  },
  PreconditionFailedError: {
    means: 'The item changed while it was being written.',
    todo: BY_ITSELF,
  },
  ItemGoneError: {
    means: 'The item is no longer in the mailbox.',
    todo: 'If it was moved, put the category on it again.',
  },
  RefusedDataError: {
    means: 'A value of the item cannot be stored.',
    todo: 'Look for unusual dates or very long texts in the item.',
  },
  SyncError: { means: 'The mail server gave no answer that could be understood.', todo: BY_ITSELF },
  UnexpectedError: {
    means: 'An error occurred inside Trackmark.',
    todo: 'The log of the server has the details.',
  },
  AC1: {
    means: 'It is a meeting of another organizer.',
    todo: 'Turn on the setting TrackAppointmentsFromNonOrganizer to track such meetings.',
  },
  TR8: {
    means: 'It lies where nothing is tracked, or has not been sent yet.',
    todo: 'Send it, or move it to another folder.',
  },
  TR9: {
    means: 'It is flagged mail in the task list.',
    todo: 'Put the category on the email instead.',
  },
  TR10: {
    means: 'It is a meeting request or response.',
    todo: 'Put the category on the meeting in the calendar instead.',
  },
}

/** Families of codes, by prefix. */
const FAMILIES: readonly (readonly [string, FailureHelp])[] = [
  [
    'DataRefused',
    {
      means: 'The database refused a value of the item.',
      todo: 'Look for unusual dates or very long texts in the item.',
    },
  ],
]

/** @returns null if nothing is known beyond the reason itself */
export function failureHelp(code: string): FailureHelp | null {
  if (Object.hasOwn(HELP, code)) return HELP[code]!
  return FAMILIES.find(([start]) => code.startsWith(start))?.[1] ?? null
}
