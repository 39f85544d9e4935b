import type { MailboxDetail } from '@trackmark/admin-api'
import type { ApiRow, FolderState, Organization } from '@trackmark/store'
import { TRACKMARK_VERSION } from '../../config/version.ts'
import { instantText } from '../shared/instants.ts'

interface LogOf {
  readonly detail: MailboxDetail
  /** The row's columns, by their logical names. */
  readonly values: ApiRow['values']
  readonly folders: readonly FolderState[]
  readonly organization: Organization
  readonly now: number
}

type Line = readonly [name: string, value: unknown]

const INCOMING = [
  'None',
  'Dynamics 365 for Outlook',
  'Server-Side Synchronization',
  'Forward Mailbox',
]
const ACT = ['Dynamics 365 for Outlook', 'Server-Side Synchronization', 'None']

/** Columns with secrets, or with state that is of no use to readers. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'password',
  'username',
  'exchangesyncstatexml',
  'folderhierarchy',
])

/**
 * Writes the file of "Download Mailbox Details": everything known of a mailbox, for the person who helps with it, in
 * sections of `name : value` with times in UTC. It contains neither mail nor secrets.
 */
export function mailboxLog({ detail, values, folders, organization, now }: LogOf): string {
  const sections = [
    ...processingSections({ detail, folders, organization, now }),
    ...settingSections(detail, values),
    ...recordSections(folders, values),
  ]
  return `${sections.map(([title, lines]) => section(title, lines)).join('\n\n')}\n`
}

type Section = readonly [string, readonly Line[]]

function processingSections({
  detail,
  folders,
  organization,
  now,
}: Omit<LogOf, 'values'>): readonly Section[] {
  const { backlog } = detail
  const unread = folders.filter(({ state }) => state !== 'read').length
  return [
    [
      'Mailbox Details',
      [
        ['Generated On', instantText(now)],
        ['Trackmark Version', TRACKMARK_VERSION],
        ['Organization', organization.uniqueName],
        ['Organization Version', organization.version],
        ['Mailbox Id', detail.mailboxId],
        ['Name', detail.name],
        ['Email Address', detail.emailAddress],
        ['Regarding', detail.kind],
        ['Owner', detail.ownerName],
        ['Server Profile', detail.profileName],
        ['Created On', detail.createdOn],
      ],
    ],
    [
      'Mailbox Async Processing State',
      [
        ['Condition', detail.state],
        ['Is Running', detail.isRunning],
        ['Last Cycle Started On', detail.lastSyncStartedOn],
        ['Last Successful Cycle Completed On', detail.lastSuccessfulSyncOn],
        ['Last Cycle Duration Milliseconds', detail.lastDurationMs],
        ['Items Processed In Last Cycle', detail.lastProcessed],
        ['Items Failed In Last Cycle', detail.lastFailed],
        ['Next Cycle Due On', detail.nextDueOn],
        ['Failed Cycles In A Row', detail.failures],
        ['Failing Since', detail.failingSince],
        ['Last Error', detail.lastError],
        ['Last Error On', detail.lastErrorOn],
        ['Outgoing Writes Waiting', backlog.outgoingWrites],
        ['Items Set Aside', backlog.parked],
        ['Items Set Aside And Due', backlog.parkedDue],
        ['Pending Ends', backlog.pendingEnds],
        ['Bulk Stop Waits For An Answer', backlog.isAsking],
        ['Folders', folders.length],
        ['Folders Not Read To Their End', unread],
      ],
    ],
  ]
}

function settingSections(detail: LogOf['detail'], values: LogOf['values']): readonly Section[] {
  const { test, trackedCategory, methods, results } = detail
  return [
    [
      'Mailbox Synchronization Methods',
      [
        ['Incoming Email', INCOMING[methods.incoming]],
        ['Outgoing Email', INCOMING[methods.outgoing]],
        ['Appointments, Contacts, and Tasks', ACT[methods.act]],
        ['Process Emails Received After', detail.processEmailsReceivedAfter],
      ],
    ],
    [
      'Mailbox Enabled State',
      [
        ['State', detail.isActive ? 'Active' : 'Inactive'],
        ['Is Synchronized', detail.isSynchronized],
        ['Enabled For Incoming Email', values.enabledforincomingemail],
        ['Enabled For Outgoing Email', values.enabledforoutgoingemail],
        ['Enabled For Appointments, Contacts, And Tasks', values.enabledforact],
      ],
    ],
    [
      'Mailbox Email Address Approval',
      [
        ['Approval', detail.approval],
        ['Approval Is Missing', detail.lacksApproval],
        ['Email Address Approved By', detail.approvedBy],
        ['Email Address Approved On', detail.approvedOn],
      ],
    ],
    [
      'Mailbox Test And Enable Results',
      [
        ['Incoming Email Status', results.incoming],
        ['Outgoing Email Status', results.outgoing],
        ['Appointments, Contacts, and Tasks Status', results.act],
        ['Mailbox Status', results.mailbox],
        ['Test and Enable Last Attempted By', test?.requestedBy],
        ['Test and Enable Last Attempted On', test?.requestedOn],
        ['Test Completed On', test?.completedOn],
        ...(test?.steps ?? []).map(
          (step): Line => [
            `Step ${step.step}`,
            [step.result, step.code, step.message].filter((part) => part !== null).join(' | '),
          ],
        ),
      ],
    ],
    [
      'Mailbox Tracking Category',
      [
        ['State', detail.category],
        ['Name', trackedCategory?.name],
        ['Earlier Names', trackedCategory?.earlierNames.join(', ')],
        ['Color', trackedCategory?.color],
        ['Since', trackedCategory?.since],
        ['Tracked Items', detail.linked],
      ],
    ],
  ]
}

function recordSections(folders: LogOf['folders'], values: LogOf['values']): readonly Section[] {
  return [
    [
      'Mailbox Folders',
      folders.map(
        (folder): Line => [
          `${folder.kind} ${folder.folderId}`,
          [
            folder.state,
            `${folder.linked} tracked`,
            folder.windowStart === null || folder.windowEnd === null
              ? null
              : `${instantText(folder.windowStart)} to ${instantText(folder.windowEnd)}`,
          ]
            .filter((part) => part !== null)
            .join(' | '),
        ],
      ),
    ],
    [
      'Mailbox Record',
      Object.entries(values)
        .filter(([name, value]) => value !== null && !LEFT_OUT.has(name))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ],
  ]
}

const section = (title: string, lines: readonly Line[]): string =>
  [
    title,
    '-'.repeat(title.length),
    ...lines.map(([name, value]) => `${name} : ${shown(value)}`),
  ].join('\n')

function shown(value: unknown): string {
  if (value === null || value === undefined) return ''
  // Each value stays on one line, even if a name contains line breaks.
  return (typeof value === 'object' ? JSON.stringify(value) : String(value)).replace(/\s+/g, ' ')
}
