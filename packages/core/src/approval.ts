/** `mailbox_emailrouteraccessapproval` */
export const APPROVED = 1

export interface Approval {
  readonly approval: number | null
  readonly regardingType: 'systemuser' | 'queue' | null
  /** "Process emails only for approved users" */
  readonly usersNeedIt: boolean
  /** "Process emails only for approved queues" */
  readonly queuesNeedIt: boolean
}

/**
 * AP1: an organization may ask that somebody approves the address of a mailbox before it is
 * synchronized. Source: Microsoft, "Connect to Exchange Online", Approve mailboxes.
 */
export function isApproved({ approval, regardingType, usersNeedIt, queuesNeedIt }: Approval) {
  return approval === APPROVED || !(regardingType === 'queue' ? queuesNeedIt : usersNeedIt)
}
