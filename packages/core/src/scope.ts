import type { CycleInput } from './cycle.ts'

export function isSynchronized({ mailbox }: Pick<CycleInput, 'mailbox'>): boolean {
  return mailbox.mail || mailbox.appointmentsAndTasks
}

/** CL6: while the feature is off, only what is linked is followed. */
export function readsFolders(
  input: Pick<CycleInput, 'mailbox' | 'settings'> & {
    readonly counts: Pick<CycleInput['counts'], 'hasLinks'>
  },
): boolean {
  return isSynchronized(input) && (input.settings.trackCategorizedItems || input.counts.hasLinks)
}
