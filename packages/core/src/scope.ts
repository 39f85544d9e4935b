import { type Approval, isApproved } from './approval.ts'
import type { CycleInput } from './cycle.ts'

/** Dataverse columns that determine whether a mailbox is synchronized, and which kinds of items. */
export interface MailboxColumns extends Approval {
  readonly isActive: boolean
  /** The mailbox has an email server profile, and that is active. */
  readonly hasActiveProfile: boolean
  /** `incomingemaildeliverymethod`; 2 = server-side synchronization */
  readonly incomingDelivery: number | null
  /** `actdeliverymethod`; 1 = server-side synchronization */
  readonly activityDelivery: number | null
}

/**
 * Which kinds of items of a mailbox are synchronized. Queues take part in email only. The store's
 * `IS_SYNCHRONIZED` says the same in SQL, and a test compares them.
 */
export function synchronizedKinds(
  columns: MailboxColumns,
): Pick<CycleInput['mailbox'], 'isApproved' | 'mail' | 'appointmentsAndTasks'> {
  const approved = isApproved(columns)
  const isOn = approved && columns.isActive && columns.hasActiveProfile
  return {
    isApproved: approved,
    mail: isOn && columns.incomingDelivery === 2,
    appointmentsAndTasks:
      isOn && columns.regardingType !== 'queue' && columns.activityDelivery === 1,
  }
}

export function isSynchronized({
  mailbox,
}: {
  readonly mailbox: Pick<CycleInput['mailbox'], 'mail' | 'appointmentsAndTasks'>
}): boolean {
  return mailbox.mail || mailbox.appointmentsAndTasks
}

/** CL6: while the feature is off, only linked items are followed. */
export function readsFolders(
  input: Pick<CycleInput, 'mailbox' | 'settings'> & {
    readonly counts: Pick<CycleInput['counts'], 'hasLinks'>
  },
): boolean {
  return isSynchronized(input) && (input.settings.trackCategorizedItems || input.counts.hasLinks)
}
