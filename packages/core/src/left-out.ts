import type { CycleTrouble } from './cycle.ts'
import type { Folder, FolderRole } from './types.ts'

const FOLDER: Record<FolderRole, string> = {
  inbox: 'the Inbox',
  sent: 'Sent Items',
  drafts: 'Drafts',
  outbox: 'the Outbox',
  junk: 'Junk Email',
  deleted: 'Deleted Items',
  flagged: 'the list of flagged mail',
  other: 'a folder',
}

function folderInWords({ kind, role }: Folder): string {
  if (role !== 'other') return FOLDER[role]
  return { mail: 'a mail folder', calendar: 'a calendar', taskList: 'a task list' }[kind]
}

/**
 * Such as `the Inbox, a calendar (2 times)`. The names of folders that people made are left out:
 * they are as private as mail.
 */
export function foldersInWords(folders: readonly Folder[]): string {
  const names = folders.map(folderInWords)
  const which = [...new Set(names)].map((name) => {
    const count = names.filter((one) => one === name).length
    return count > 1 ? `${name} (${count} times)` : name
  })
  return which.join(', ')
}

/** Codes shown for a mailbox that is synchronized in part (CY25). */
export const LEFT_OUT = {
  /** Folders left out of the last cycle. Each cycle tries them again. */
  folders: 'FoldersLeftOut',
  categories: 'CategoriesNotRead',
  /** Well-known folders that the mailbox lacks or that the server refuses to name. */
  unknown: 'FoldersUnknown',
} as const

/** A well-known folder that a mailbox lacks, or that its server refuses to name (MB20). */
export interface UnknownFolder {
  readonly role: FolderRole
  readonly isMissing: boolean
  /** The server's error code. */
  readonly code: string
}

/**
 * CY20: what the list of mailboxes says about folders that were left out of the last cycle.
 *
 * @param folders folders left out as a whole; if empty, `reason` says which part of a folder was
 *   left out
 */
export function foldersLeftOut(folders: readonly Folder[], reason: string): CycleTrouble {
  if (folders.length === 0) return { code: LEFT_OUT.folders, message: reason }
  const verb = folders.length === 1 ? 'is' : 'are'
  return {
    code: LEFT_OUT.folders,
    message: `${capital(foldersInWords(folders))} ${verb} left out: ${reason}`,
  }
}

/** @returns null = the mailbox has all of them, and tells them */
export function unknownFoldersLeftOut(unknown: readonly UnknownFolder[]): CycleTrouble | null {
  if (unknown.length === 0) return null
  const sentences = unknown.map(({ role, isMissing, code }) =>
    isMissing
      ? `${capital(FOLDER[role])} is left out: the mailbox has no such folder (${code}).`
      : `${capital(FOLDER[role])} is left out as such: the mail server refuses to say which folder it is (${code}), so that its items count like those of any other folder.`,
  )
  return { code: LEFT_OUT.unknown, message: sentences.join(' ') }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
