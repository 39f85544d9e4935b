/** What of Microsoft Graph this page reads. */
export interface EmailAddress {
  readonly name?: string | null
  readonly address?: string | null
}
export interface Recipient {
  readonly emailAddress: EmailAddress
}
export interface DateTimeZone {
  readonly dateTime: string
  readonly timeZone: string
}
export interface ItemBody {
  readonly contentType: 'text' | 'html'
  readonly content: string
}
/** An item people put categories on. */
export interface Categorized {
  readonly id: string
  readonly '@odata.etag': string
  readonly categories: readonly string[]
}

export interface User {
  readonly id: string
  readonly displayName: string
  readonly mail: string
  readonly jobTitle: string | null
}
export interface Customer {
  readonly name: string
  readonly address: string
}
export interface MasterCategory {
  readonly id: string
  readonly displayName: string
  readonly color: string
}
export interface MailFolder {
  readonly id: string
  readonly displayName: string
  readonly parentFolderId: string
  readonly unreadItemCount: number
  readonly totalItemCount: number
}

export interface MessageRow extends Categorized {
  readonly '@odata.type'?: string
  readonly subject: string | null
  readonly bodyPreview: string
  readonly from?: Recipient
  readonly toRecipients: readonly Recipient[]
  readonly receivedDateTime: string
  readonly isRead: boolean
  readonly isDraft: boolean
  readonly hasAttachments: boolean
  readonly importance: 'low' | 'normal' | 'high'
  readonly flag: { readonly flagStatus: 'notFlagged' | 'flagged' | 'complete' }
  readonly parentFolderId: string
}
export interface Message extends MessageRow {
  readonly ccRecipients: readonly Recipient[]
  readonly body: ItemBody
  readonly meetingMessageType?: string
  readonly event?: { readonly id: string; readonly responseStatus: ResponseStatus }
}
export interface Attachment {
  readonly id: string
  readonly name: string
  readonly contentType: string | null
  readonly size: number
  readonly isInline: boolean
  readonly contentId?: string | null
  readonly contentBytes?: string | null
}

export interface ResponseStatus {
  readonly response: string
}
export interface Attendee extends Recipient {
  readonly type: string
  readonly status: ResponseStatus
}
export interface Recurrence {
  readonly pattern: {
    readonly type: string
    readonly interval: number
    readonly daysOfWeek?: readonly string[]
    readonly dayOfMonth?: number
    readonly firstDayOfWeek?: string
    readonly index?: string
    readonly month?: number
  }
  readonly range: {
    readonly type: 'noEnd' | 'endDate' | 'numbered'
    readonly startDate: string
    readonly endDate?: string
    readonly numberOfOccurrences?: number
    readonly recurrenceTimeZone?: string
  }
}
export interface CalendarEvent extends Categorized {
  readonly subject: string | null
  readonly body: ItemBody
  readonly start: DateTimeZone
  readonly end: DateTimeZone
  readonly isAllDay: boolean
  readonly isCancelled: boolean
  readonly isOrganizer: boolean
  readonly showAs: string
  readonly location: { readonly displayName?: string | null }
  readonly organizer: Recipient
  readonly attendees: readonly Attendee[]
  readonly responseStatus: ResponseStatus
  readonly type: 'singleInstance' | 'occurrence' | 'exception' | 'seriesMaster'
  readonly seriesMasterId: string | null
  readonly recurrence: Recurrence | null
}

export interface TaskList {
  readonly id: string
  readonly displayName: string
  readonly wellknownListName: 'none' | 'defaultList' | 'flaggedEmails'
}
export interface Task extends Categorized {
  readonly title: string
  readonly body: ItemBody
  readonly status: string
  readonly importance: 'low' | 'normal' | 'high'
  readonly dueDateTime?: DateTimeZone
}

export interface Rule {
  readonly id: string
  readonly displayName: string
  readonly sequence: number
  readonly isEnabled: boolean
  readonly hasError: boolean
  readonly conditions: {
    readonly subjectContains?: readonly string[]
    readonly bodyContains?: readonly string[]
    readonly senderContains?: readonly string[]
    readonly fromAddresses?: readonly Recipient[]
  }
  readonly actions: {
    readonly assignCategories?: readonly string[]
    readonly moveToFolder?: string
    readonly markAsRead?: boolean
    readonly stopProcessingRules?: boolean
  }
}
