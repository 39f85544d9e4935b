import type { OwnRows, Reach, RowAccess, Table } from './types.ts'

export const accessBy = (all: readonly Reach[], by: OwnRows['by'], column: string): RowAccess => ({
  all,
  own: { by, column },
})

/** Who sees mailboxes and how they are synchronized, besides their owners. */
export const SYNCHRONIZATION: readonly Reach[] = ['businessUnit', 'configuration']

export const OF_OWNERS = accessBy(['businessUnit'], 'user', 'ownerid')
/** Activities and their parties. */
export const OF_PARTIES = accessBy(['businessUnit'], 'activity', 'activityid')
export const OF_MAILBOXES = accessBy(SYNCHRONIZATION, 'mailbox', 'mailboxid')
export const FOR_CUSTOMIZERS: RowAccess = { all: ['configuration'], own: null }
export const FOR_ADMINISTRATORS: RowAccess = { all: [], own: null }

/** Whether a reach shows every row of a table. */
export const seesAll = ({ access }: Table, reach: readonly Reach[]): boolean =>
  access === undefined ||
  reach.includes('administration') ||
  access.all.some((one) => reach.includes(one))
