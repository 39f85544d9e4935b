import {
  explainRule,
  type MailboxDetail,
  type MailboxItem,
  type MailboxListRow,
  type MailboxTest,
  type MailboxTestStep,
  type TrackedHow,
} from '@trackmark/admin-api'
import type {
  ItemExplanation,
  MailboxState,
  MailboxTestState,
  MailboxDetail as StoredDetail,
} from '@trackmark/store'
import { instantText, isoOrNull } from '../shared/instants.ts'

/** The state of a mailbox in one word. */
function conditionOf(mailbox: MailboxState): MailboxListRow['state'] {
  if (!mailbox.isSynchronized) return 'off'
  if (mailbox.failures > 0) return 'failing'
  if (mailbox.lastErrorCode !== null) return 'partial'
  return mailbox.lastSuccessfulSyncOn === null ? 'waiting' : 'synchronized'
}

export function mailboxJson(mailbox: MailboxState): MailboxListRow {
  return {
    ...mailbox,
    state: conditionOf(mailbox),
    lastSyncStartedOn: isoOrNull(mailbox.lastSyncStartedOn),
    lastSuccessfulSyncOn: isoOrNull(mailbox.lastSuccessfulSyncOn),
    nextDueOn: isoOrNull(mailbox.nextDueOn),
    failingSince: isoOrNull(mailbox.failingSince),
  }
}

export function detailJson(mailbox: StoredDetail, test: MailboxTestState | null): MailboxDetail {
  const { trackedCategory } = mailbox
  return {
    ...mailbox,
    ...mailboxJson(mailbox),
    createdOn: instantText(mailbox.createdOn),
    approvedOn: isoOrNull(mailbox.approvedOn),
    processEmailsReceivedAfter: isoOrNull(mailbox.processEmailsReceivedAfter),
    lastErrorOn: isoOrNull(mailbox.lastErrorOn),
    trackedCategory: trackedCategory && {
      ...trackedCategory,
      state: mailbox.category,
      since: isoOrNull(trackedCategory.since),
    },
    test: test && testJson(test),
  }
}

export const testJson = (test: MailboxTestState): MailboxTest => ({
  ...test,
  steps: test.steps as unknown as readonly MailboxTestStep[],
  requestedOn: instantText(test.requestedOn),
  completedOn: isoOrNull(test.completedOn),
})

export function itemJson(
  { link, subject, takesPlaceOn, modifiedOn, earlierRules }: ItemExplanation,
  ownerName: string | null,
): MailboxItem {
  const wasTracked = link.activityId !== null
  return {
    key: link.key,
    kind: link.kind,
    state: link.state,
    subject,
    takesPlaceOn: isoOrNull(takesPlaceOn),
    activityId: link.activityId,
    activityType: link.activityType,
    tracked: wasTracked
      ? { by: ownerName, how: howTracked(link.masterKey, [link.decision.rule, ...earlierRules]) }
      : null,
    decision: {
      ...link.decision,
      at: instantText(link.decision.at),
      inWords: explainRule(link.decision.rule),
    },
    park: link.park && { ...link.park, nextTryAt: isoOrNull(link.park.nextTryAt) },
    pendingEnd: link.pendingEnd,
    modifiedOn: instantText(modifiedOn),
  }
}

/** How an item came to be tracked, by the rules of its decisions: TR10 follows a series, TR3 is our own mark. */
function howTracked(masterKey: string | null, rules: readonly string[]): TrackedHow {
  if (masterKey !== null) return 'series'
  return rules.includes('TR3') && !rules.includes('TR1') ? 'stamp' : 'hand'
}
