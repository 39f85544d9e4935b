import type { WholeEvent, WholeMessage, WholeTask } from '@trackmark/core'

/** Makes items for tests; fields that a test doesn't name get plain defaults. */

interface Common {
  readonly key: string
  readonly folder: string
}

const bare = { changeKey: '', modifiedAt: null, categories: [] }

export function newMessage(message: Common & Partial<WholeMessage>): WholeMessage {
  return {
    ...bare,
    kind: 'message',
    isDraft: false,
    internetMessageId: `<${message.key}@customer.example>`,
    inReplyTo: null,
    conversationIndex: null,
    subject: 'Hello',
    body: { type: 'html', content: '<p></p>' },
    from: { name: 'Pat', address: 'pat@customer.example' },
    sender: null,
    to: [],
    cc: [],
    bcc: [],
    sentAt: 0,
    receivedAt: 0,
    importance: 'normal',
    isReadReceiptRequested: false,
    webLink: null,
    attachments: [],
    ...message,
  }
}

export function newEvent(event: Common & Partial<WholeEvent>): WholeEvent {
  return {
    ...bare,
    kind: 'event',
    eventType: 'single',
    masterKey: null,
    originalStart: null,
    iCalUId: `uid-${event.key}`,
    subject: 'Meeting',
    body: { type: 'text', content: '' },
    location: null,
    start: 0,
    end: 0,
    isAllDay: false,
    showAs: 'busy',
    importance: 'normal',
    isPrivate: false,
    isOrganizer: true,
    isCancelled: false,
    isDraft: false,
    organizer: null,
    attendees: [],
    recurrence: null,
    webLink: null,
    ...event,
  }
}

export function newTask(task: Common & Partial<WholeTask>): WholeTask {
  return {
    ...bare,
    kind: 'task',
    subject: 'Call',
    body: { type: 'text', content: '' },
    status: 'notStarted',
    importance: 'normal',
    start: null,
    due: null,
    completedAt: null,
    ...task,
  }
}
