export type ActivityType = 'email' | 'appointment' | 'recurringappointmentmaster' | 'task'

/** `GET /api/admin/activities` */
export interface Activities {
  readonly activities: readonly ListedActivity[]
  readonly next: string | null
}

export interface ListedActivity {
  readonly activityId: string
  readonly type: ActivityType
  readonly subject: string | null
  /** Only emails have it. */
  readonly isOutgoing: boolean | null
  readonly sender: string | null
  readonly recipients: string | null
  readonly location: string | null
  /** When it was sent, starts, or is due. */
  readonly takesPlaceOn: string | null
  readonly status: string
  readonly attachments: number
  readonly createdOn: string
}

/** `GET /api/admin/activities/{id}` */
export interface Activity {
  readonly activityId: string
  readonly type: ActivityType
  readonly subject: string | null
  readonly body: string | null
  readonly isHtml: boolean
  readonly isOutgoing: boolean | null
  readonly sentOn: string | null
  readonly scheduledStart: string | null
  readonly scheduledEnd: string | null
  readonly location: string | null
  readonly status: string
  readonly ownerName: string | null
  readonly regarding: {
    readonly type: string
    readonly id: string
    readonly name: string | null
  } | null
  readonly webLink: string | null
  readonly createdOn: string
  readonly modifiedOn: string
  readonly parties: readonly ActivityParty[]
  readonly attachments: readonly ActivityAttachment[]
  /** The items it was made from, with the reason. */
  readonly links: readonly ActivityLink[]
}

export interface ActivityParty {
  /** Label of Dataverse's `participationtypemask`, such as `To`. */
  readonly role: string
  readonly name: string | null
  readonly address: string | null
  /** Logical name of the table in which the party was found; null = unresolved. */
  readonly type: string | null
}

export interface ActivityAttachment {
  readonly attachmentId: string
  readonly name: string
  readonly mimeType: string | null
  readonly bytes: number
  /** The content id by which the body refers to it (`cid:`). */
  readonly contentId: string | null
}

export interface ActivityLink {
  readonly mailboxId: string
  readonly mailboxName: string
  readonly itemKind: 'message' | 'event' | 'task'
  readonly state: 'noted' | 'parked' | 'linked' | 'ended'
  /** Ordered from the newest to the oldest. */
  readonly trail: readonly TrailEntry[]
}

/** One decision: which rule, when, and what was seen. */
export interface TrailEntry {
  readonly rule: string
  readonly at: string
  readonly seen: string
}
