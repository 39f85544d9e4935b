import type { ClosedAlert } from './cycle.ts'
import type { SyncError } from './errors.ts'
import { foldersInWords } from './left-out.ts'
import type { Alert, Folder, ItemKey, ItemKind } from './types.ts'

/**
 * Codes of our alerts, stored as `tracelog.tracecode`; docs/spec/alerts.md lists them. The texts
 * follow the original's catalogue: they say what failed, for which mailbox, who was informed and
 * what happens next. They never hold mail content. The text of A1 is the original's own, from
 * Microsoft KB 4501716.
 */
export const ALERT = {
  categoryEnabled: 1,
  categoryRemoved: 2,
  categoryFailed: 3,
  itemParked: 10,
  itemGivenUp: 11,
  bulkEnd: 12,
  mailboxRetry: 20,
  mailboxRefused: 21,
  mailboxRecovered: 22,
  tasksUnavailable: 24,
  calendarUnavailable: 25,
  writeFailed: 26,
  foldersUnreadable: 27,
  attachmentsLeftOut: 28,
  testPassed: 30,
  testFailedMail: 31,
  testFailedAct: 32,
} as const

const FAILING: readonly number[] = [ALERT.mailboxRetry, ALERT.mailboxRefused]

const OUTDATED: Readonly<Record<number, readonly number[]>> = {
  [ALERT.categoryEnabled]: [ALERT.categoryRemoved],
  [ALERT.categoryRemoved]: [ALERT.categoryEnabled],
  [ALERT.mailboxRetry]: [ALERT.mailboxRecovered],
  [ALERT.mailboxRefused]: [ALERT.mailboxRecovered],
  [ALERT.mailboxRecovered]: FAILING,
}

/**
 * AL1: codes of open alerts that an alert of this code makes untrue. They are closed when it is
 * raised.
 */
export const outdatedBy = (code: number): readonly number[] => OUTDATED[code] ?? []

const base = { subject: '', details: null, question: null } as const

/** A1, CL1 */
export function categoryEnabled(mailbox: string, epoch: number): Alert {
  return {
    ...base,
    code: ALERT.categoryEnabled,
    level: 'information',
    subject: String(epoch),
    text: `Outlook Category "Tracked To Dynamics 365" has been enabled for the mailbox ${mailbox} as the OrgDBOrgSetting is enabled. Use this Outlook category to track emails, appointments and tasks.`,
  }
}

/** CL5, CL8 */
export function categoryRemoved(
  mailbox: string,
  epoch: number,
  why: 'off' | 'left' | 'unapproved',
): Alert {
  const because = {
    off: 'as the OrgDBOrgSetting is disabled',
    left: 'as the mailbox is no longer synchronized',
    unapproved:
      'as its email address is not approved, and the mailbox is no longer synchronized. Approve the email address to synchronize it again',
  }[why]
  return {
    ...base,
    code: ALERT.categoryRemoved,
    level: 'information',
    subject: String(epoch),
    text: `Outlook Category "Tracked To Dynamics 365" has been removed from the mailbox ${mailbox} ${because}. Items that carry the category keep it, and activities tracked with it stay.`,
  }
}

/** CL10 */
export function categoryFailed(
  mailbox: string,
  failure: Failure,
  doing: 'reading' | 'creating' | 'removing',
): Alert {
  return {
    ...base,
    code: ALERT.categoryFailed,
    level: 'warning',
    subject: doing,
    text: `An error occurred while ${doing} the Outlook category "Tracked to Dynamics 365" in the mailbox ${mailbox}. ${failure.message} ${again(failure.nextTry)}`,
    details: errorCode(failure),
  }
}

export interface Failure {
  readonly code: string
  readonly message: string
  /** When the next try is, in words, such as `in 15 minutes`; null if there is none. */
  readonly nextTry: string | null
}

/** Closes the alerts that were raised about an item while it failed. */
export function alertsClosed(item: ItemKey, codes: readonly number[]): readonly ClosedAlert[] {
  return codes.map((code) => ({ code, subject: item }))
}

/** @param waitMs until the next try; null = there is none */
export function failureOf({ code, message }: SyncError, waitMs: number | null): Failure {
  return { code, message, nextTry: waitMs === null ? null : inWords(waitMs) }
}

/** `in 15 minutes` */
export function inWords(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000))
  if (seconds < 90) return `in ${seconds} seconds`
  const minutes = Math.round(seconds / 60)
  return minutes < 90 ? `in ${minutes} minutes` : `in ${Math.round(minutes / 60)} hours`
}

function again(nextTry: string | null): string {
  return nextTry === null
    ? 'The system will not try again by itself.'
    : `The system will try again ${nextTry}.`
}

function errorCode(failure: Failure): string {
  return `Email Server Error Code: ${failure.code}`
}

/** The item's key identifies it and reveals nothing of its content. */
function errorCodeAndItem(failure: Failure, key: string): string {
  return `${errorCode(failure)}\nItem: ${key}`
}

const KIND: Record<ItemKind, string> = {
  message: 'an email',
  event: 'an appointment',
  task: 'a task',
}

/** TR13 */
export function itemParked(mailbox: string, kind: ItemKind, key: string, failure: Failure): Alert {
  return {
    ...base,
    code: ALERT.itemParked,
    level: 'warning',
    subject: key,
    text: `An error occurred while synchronizing ${KIND[kind]} of the mailbox ${mailbox}. ${failure.message} ${again(failure.nextTry)}`,
    details: errorCodeAndItem(failure, key),
  }
}

/** TR20 */
export function itemUnreadable(
  mailbox: string,
  kind: ItemKind,
  key: string,
  failure: Failure,
): Alert {
  return {
    ...base,
    code: ALERT.itemParked,
    level: 'warning',
    subject: key,
    text: `${capital(KIND[kind])} of the mailbox ${mailbox} changed and can't be read, so it isn't known whether it is to be tracked. ${failure.message} Everything else goes on. ${again(failure.nextTry)}`,
    details: errorCodeAndItem(failure, key),
  }
}

/** TR13, after the last retry */
export function itemGivenUp(mailbox: string, kind: ItemKind, key: string, failure: Failure): Alert {
  return {
    ...base,
    code: ALERT.itemGivenUp,
    level: 'error',
    subject: key,
    text: `${capital(KIND[kind])} of the mailbox ${mailbox} could not be tracked. ${failure.message} It has been given the category "Tracked to Dynamics 365 (Undeliverable)". Once the cause is removed, put the category "Tracked to Dynamics 365" on it again.`,
    details: errorCodeAndItem(failure, key),
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** TR12 */
export function bulkEnd(mailbox: string, count: number, linked: number): Alert {
  return {
    ...base,
    code: ALERT.bulkEnd,
    level: 'warning',
    text: `${count} of ${linked} tracked items of the mailbox ${mailbox} lost the category or disappeared at once. They have not been untracked, in case this was an accident. Do you want to untrack them?`,
    question: 'bulkEnd',
  }
}

/** After A4 */
export function mailboxRetry(mailbox: string, profile: string, failure: Failure): Alert {
  return {
    ...base,
    code: ALERT.mailboxRetry,
    level: 'warning',
    text: `An error occurred while synchronizing the mailbox ${mailbox}. ${failure.message} The owner of the associated email server profile ${profile} has been notified. ${again(failure.nextTry)}`,
    details: errorCode(failure),
  }
}

/** Follows A16, but the mailbox isn't disabled: it is tried again and recovers by itself. */
export function mailboxRefused(mailbox: string, profile: string, failure: Failure): Alert {
  return {
    ...base,
    code: ALERT.mailboxRefused,
    level: 'error',
    text: `The mailbox ${mailbox} can't be synchronized. ${failure.message} Make sure that the mailbox exists, is licensed, and that the email server profile ${profile} has permission for it. ${again(failure.nextTry)}`,
    details: errorCode(failure),
  }
}

export function mailboxRecovered(mailbox: string, since: string): Alert {
  return {
    ...base,
    code: ALERT.mailboxRecovered,
    level: 'information',
    subject: since,
    text: `The mailbox ${mailbox} synchronizes again. What changed in the meantime has been caught up with.`,
  }
}

export function folderKindUnavailable(
  mailbox: string,
  kind: 'calendar' | 'taskList',
  failure: Failure,
): Alert {
  const what = kind === 'calendar' ? 'Appointments' : 'Tasks'
  return {
    ...base,
    code: kind === 'calendar' ? ALERT.calendarUnavailable : ALERT.tasksUnavailable,
    level: 'information',
    text: `${what} of the mailbox ${mailbox} aren't synchronized: the mail server refuses access to them. Everything else goes on. Grant the application permission ${kind === 'calendar' ? 'Calendars.ReadWrite' : 'Tasks.ReadWrite.All'} to include them.`,
    details: errorCode(failure),
  }
}

export function writeFailed(mailbox: string, key: string, failure: Failure): Alert {
  return {
    ...base,
    code: ALERT.writeFailed,
    level: 'warning',
    subject: key,
    text: `A category could not be written to an item of the mailbox ${mailbox}. ${failure.message} ${again(failure.nextTry)}`,
    details: errorCodeAndItem(failure, key),
  }
}

/**
 * AC11. File names are as private as mail, so each attachment is named by its position.
 * @param which as `attachment 2 of 3`
 */
export function attachmentsLeftOut(
  mailbox: string,
  key: string,
  which: string,
  failure: Failure,
): Alert {
  return {
    ...base,
    code: ALERT.attachmentsLeftOut,
    level: 'warning',
    subject: key,
    text: `An email of the mailbox ${mailbox} was tracked without ${which}, which can't be read. ${failure.message}`,
    details: errorCodeAndItem(failure, key),
  }
}

/** CY20. The names of folders that people made are left out: they are as private as mail. */
export function foldersUnreadable(
  mailbox: string,
  folders: readonly Folder[],
  failure: Failure,
): Alert {
  return {
    ...base,
    code: ALERT.foldersUnreadable,
    level: 'warning',
    text: `Not every folder of the mailbox ${mailbox} can be read: ${foldersInWords(folders)}. ${failure.message} Everything else goes on. ${again(failure.nextTry)}`,
    details: [errorCode(failure), ...folders.map(({ id }) => `Folder: ${id}`)].join('\n'),
  }
}
