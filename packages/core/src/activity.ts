import {
  type AddressBook,
  ownerOfEmail,
  PARTY,
  type ResolveOptions,
  resolveAll,
  resolveOne,
} from './parties.ts'
import { recurrenceColumns } from './recurrence.ts'
import type {
  ActivityDraft,
  ActivityType,
  Address,
  ColumnValue,
  Importance,
  PartyDraft,
  ShowAs,
  TaskStatus,
  WholeEvent,
  WholeItem,
  WholeMessage,
  WholeTask,
} from './types.ts'

export interface DraftContext extends ResolveOptions {
  readonly book: AddressBook
  readonly outgoing: boolean
  readonly syncPrivateFlag: boolean
}

/** All addresses of an item, so that a page needs one lookup. */
export function addressesOf(item: WholeItem): string[] {
  const people: (Address | null)[] =
    item.kind === 'message'
      ? [item.from, item.sender, ...item.to, ...item.cc, ...item.bcc]
      : item.kind === 'event'
        ? [item.organizer, ...item.attendees]
        : []
  return people.flatMap((person) => (person?.address ? [person.address.trim().toLowerCase()] : []))
}

/**
 * The activity that an item becomes. Columns and option values are Dataverse's. Microsoft's "What
 * fields can be synchronized with Outlook" says which Outlook field goes where. Bodies are stored
 * as they came and are never executed.
 */
export function draftActivity(item: WholeItem, context: DraftContext): ActivityDraft {
  switch (item.kind) {
    case 'message':
      return draftEmail(item, context)
    case 'event':
      return draftAppointment(item, context)
    case 'task':
      return draftTask(item, context)
  }
}

/** The kind of activity that an item becomes. */
export function activityTypeOf(item: WholeItem): ActivityType {
  switch (item.kind) {
    case 'message':
      return 'email'
    case 'event':
      return item.eventType === 'master' ? 'recurringappointmentmaster' : 'appointment'
    case 'task':
      return 'task'
  }
}

const PRIORITY: Record<Importance, number> = { low: 0, normal: 1, high: 2 }

function owner(id: string): Record<string, ColumnValue> {
  return { ownerid: id, owneridtype: 'systemuser' }
}

function ownerParty(id: string): PartyDraft {
  return { mask: PARTY.owner, addressUsed: null, partyId: id, partyType: 'systemuser' }
}

function draftEmail(item: WholeMessage, context: DraftContext): ActivityDraft {
  const { book } = context
  const people: PartyDraft[] = [
    ...resolveOne(
      PARTY.sender,
      item.from ?? item.sender,
      book,
      context,
      context.unresolveSenderOnMultipleMatch,
    ),
    ...resolveAll(PARTY.to, item.to, book, context),
    ...resolveAll(PARTY.cc, item.cc, book, context),
    ...resolveAll(PARTY.bcc, item.bcc, book, context),
  ]
  const ownerId = context.outgoing ? context.mailboxOwnerId : ownerOfEmail(people, book, context)
  const kept = item.attachments.filter((attachment) => attachment.content !== null)
  const when = context.outgoing ? (item.sentAt ?? item.receivedAt) : item.receivedAt
  const sender = people.find((party) => party.mask === PARTY.sender)
  return {
    type: 'email',
    columns: {
      subject: item.subject,
      description: item.body.content,
      mimetype: item.body.type === 'html' ? 'text/html' : 'text/plain',
      directioncode: context.outgoing,
      statecode: 1,
      statuscode: context.outgoing ? 3 : 4,
      messageid: item.internetMessageId,
      inreplyto: item.inReplyTo,
      conversationindex: item.conversationIndex,
      sender: (item.from ?? item.sender)?.address ?? null,
      torecipients: item.to.flatMap((person) => person.address ?? []).join(';') || null,
      emailsender: sender?.partyId ?? null,
      emailsendertype: sender?.partyType ?? null,
      senton: item.sentAt ?? item.receivedAt,
      actualend: when,
      sortdate: when,
      prioritycode: PRIORITY[item.importance],
      readreceiptrequested: item.isReadReceiptRequested,
      attachmentcount: kept.length,
      notifications: kept.length < item.attachments.length ? 1 : 0,
      exchangeitemid: item.key,
      exchangeweblink: item.webLink,
      ...owner(ownerId),
    },
    parties: [...people, ownerParty(ownerId)],
    attachments: kept,
  }
}

/** Appointment status as Outlook's "Show as"; working elsewhere counts as free (spec 5.6). */
const SHOW_AS: Record<ShowAs, readonly [state: number, status: number]> = {
  free: [0, 1],
  workingElsewhere: [0, 1],
  unknown: [3, 5],
  tentative: [3, 2],
  busy: [3, 5],
  oof: [3, 6],
}
const INSTANCE_TYPE = { single: 0, master: 1, occurrence: 2, exception: 3 } as const

function draftAppointment(item: WholeEvent, context: DraftContext): ActivityDraft {
  const { book } = context
  const attendees = (type: string) => item.attendees.filter((attendee) => attendee.type === type)
  const one = (mask: number, people: readonly Address[]) =>
    people.flatMap((person) => resolveOne(mask, person, book, context, false))
  const people: PartyDraft[] = [
    ...one(PARTY.organizer, item.organizer ? [item.organizer] : []),
    ...one(PARTY.required, attendees('required')),
    ...one(PARTY.optional, attendees('optional')),
    ...one(PARTY.resource, attendees('resource')),
  ]
  const organizer = people[0]
  // The organizer owns it if they are one of our users, else the person who tracked it (spec 5.6).
  const ownerId =
    organizer?.mask === PARTY.organizer && organizer.partyType === 'systemuser'
      ? organizer.partyId!
      : context.mailboxOwnerId
  const [statecode, statuscode] = item.isCancelled ? [2, 4] : SHOW_AS[item.showAs]
  const master = item.eventType === 'master'
  return {
    type: activityTypeOf(item),
    columns: {
      subject: item.subject,
      description: item.body.content,
      location: item.location,
      ...(master
        ? recurrenceColumns(item)
        : {
            scheduledstart: item.start,
            scheduledend: item.end,
            scheduleddurationminutes: Math.max(0, Math.round((item.end - item.start) / 60_000)),
            originalstartdate: item.originalStart,
            sortdate: item.start,
          }),
      isalldayevent: item.isAllDay,
      instancetypecode: INSTANCE_TYPE[item.eventType],
      globalobjectid: item.iCalUId,
      statecode,
      statuscode,
      prioritycode: PRIORITY[item.importance],
      ...(context.syncPrivateFlag ? { ismapiprivate: item.isPrivate } : {}),
      exchangeitemid: item.key,
      exchangeweblink: item.webLink,
      ...owner(ownerId),
    },
    parties: [...people, ownerParty(ownerId)],
    attachments: [],
  }
}

const TASK_STATUS: Record<TaskStatus, readonly [state: number, status: number]> = {
  notStarted: [0, 2],
  inProgress: [0, 3],
  waitingOnOthers: [0, 4],
  deferred: [0, 7],
  completed: [1, 5],
}

function draftTask(item: WholeTask, context: DraftContext): ActivityDraft {
  const [statecode, statuscode] = TASK_STATUS[item.status]
  const done = item.status === 'completed'
  return {
    type: 'task',
    columns: {
      subject: item.subject,
      description: item.body.content,
      scheduledstart: item.start,
      scheduledend: item.due,
      actualend: done ? item.completedAt : null,
      sortdate: item.due,
      statecode,
      statuscode,
      // Graph has no percentage. A finished task is 100 percent complete; any other keeps the
      // CRM's value.
      ...(done ? { percentcomplete: 100 } : {}),
      prioritycode: PRIORITY[item.importance],
      exchangeitemid: item.key,
      ...owner(context.mailboxOwnerId),
    },
    parties: [ownerParty(context.mailboxOwnerId)],
    attachments: [],
  }
}
