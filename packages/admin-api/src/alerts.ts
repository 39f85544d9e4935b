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
  /** The mail server's own code, such as `ErrorItemNotFound`. */
  readonly errorCode: string | null
  /** Activity of the item that the alert is about; null if there is none. */
  readonly activityId: string | null
  readonly mailboxId: string | null
  readonly mailboxName: string | null
  readonly isOpen: boolean
  readonly question: string | null
  readonly answer: 'yes' | 'no' | null
  /** Also counts renewals. */
  readonly timesRaised: number
  readonly createdOn: string
  readonly modifiedOn: string
}

/** Alerts grouped by code and mailbox. `GET /api/admin/alerts/groups` */
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
  /** Also counts renewals. */
  readonly timesRaised: number
  readonly open: number
  /** Id of an open alert that waits for a yes or no; null = none waits. */
  readonly asking: string | null
  readonly firstOn: string
  readonly lastOn: string
  /** Text of the alert that was raised last. */
  readonly text: string
}

/** `GET /api/admin/alerts/counts` */
export type AlertCounts = Readonly<Record<AlertLevel, number>>

/** `POST /api/admin/alerts/delete` */
export interface AlertsDeleted {
  readonly deleted: number
  /** Number of alerts that wait for an answer and therefore weren't deleted. */
  readonly kept: number
}
