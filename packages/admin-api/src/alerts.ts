export type AlertLevel = 'information' | 'warning' | 'error'

/** `GET /api/admin/alerts` */
export interface Alerts {
  readonly alerts: readonly Alert[]
  readonly next: string | null
}

export interface Alert {
  readonly alertId: string
  readonly level: AlertLevel
  readonly code: number
  readonly text: string
  readonly details: string | null
  /** What the mail server called it, such as `ErrorItemNotFound`. */
  readonly errorCode: string | null
  /** Activity of the item it is about, where there is one. */
  readonly activityId: string | null
  readonly mailboxId: string | null
  readonly mailboxName: string | null
  readonly isOpen: boolean
  readonly question: string | null
  readonly answer: 'yes' | 'no' | null
  /** Renewals counted. */
  readonly timesRaised: number
  readonly createdOn: string
  readonly modifiedOn: string
}

/** Repeats as one: the alerts of one code about one mailbox. `GET /api/admin/alerts/groups` */
export interface AlertGroups {
  readonly groups: readonly AlertGroup[]
  readonly next: string | null
}

export interface AlertGroup {
  readonly code: number
  readonly level: AlertLevel
  readonly mailboxId: string | null
  readonly mailboxName: string | null
  readonly alerts: number
  /** Renewals counted. */
  readonly timesRaised: number
  readonly open: number
  /** Id of an open one that waits for a yes or no; null = none does. */
  readonly asking: string | null
  readonly firstOn: string
  readonly lastOn: string
  /** Of the one raised last. */
  readonly text: string
}

/** `GET /api/admin/alerts/counts` */
export type AlertCounts = Readonly<Record<AlertLevel, number>>

/** `POST /api/admin/alerts/delete` */
export interface AlertsDeleted {
  readonly deleted: number
  /** Those that wait for an answer: they are answered, not deleted. */
  readonly kept: number
}
