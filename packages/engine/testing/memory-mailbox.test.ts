import type { ItemKey, RecurrencePattern } from '@trackmark/core'
import { describe } from 'vitest'
import { mailboxContract } from '../contracts/mailbox.contract.ts'
import { DAY, type MailboxWorld, type NewEvent } from '../contracts/mailbox-world.ts'
import { newEvent, newMessage, newTask } from './items.ts'
import { type MemoryMailbox, memoryMailbox } from './memory-mailbox.ts'

const NOW = Date.UTC(2026, 0, 5, 9)
const ADDRESS = 'nina@northwind.example'

describe.each([true, false])('a mailbox in memory, keys survive moves: %s', (keysSurviveMoves) => {
  mailboxContract(
    async () =>
      worldOf(
        memoryMailbox({
          address: ADDRESS,
          keysSurviveMoves,
          pageSize: 4,
        }),
      ),
    false,
  )
})

/** Well-known folders by the names that the contract uses. */
const FOLDERS: Readonly<Record<string, 'inbox' | 'deleted'>> = {
  inbox: 'inbox',
  deleteditems: 'deleted',
}

function worldOf(memory: MemoryMailbox): MailboxWorld {
  let count = 0
  const newKey = () => `item${++count}`
  const folderOf = (name: string) => (name in FOLDERS ? memory.folder(FOLDERS[name]!) : name)
  return {
    connector: memory.connector,
    address: ADDRESS,
    port: memory.mailbox,
    access: memory.connector.access(ADDRESS),
    pageSize: 4,
    now: NOW,
    addMail: async (folder, mail = {}) => {
      const attachments = (mail.attachments ?? []).map(({ name, base64 }) => ({
        id: name,
        name,
        contentType: null,
        size: (base64.length * 3) / 4,
        contentId: null,
        content: base64,
        refusal: null,
      }))
      const body = { type: 'html', content: mail.html ?? '<p></p>' } as const
      const { subject = 'Hello', categories = [] } = mail
      return memory.put(
        newMessage({
          key: newKey(),
          folder: folderOf(folder),
          subject,
          categories,
          body,
          attachments,
        }),
      )
    },
    addFolder: async (parent) => memory.addFolder(folderOf(parent)),
    addEvent: async (event) => addEvent(memory, event, newKey),
    addTask: async ({ title, categories = [] }) =>
      memory.put(
        newTask({ key: newKey(), folder: memory.folder('tasks'), subject: title, categories }),
      ),
    write: async ({ key }, categories) => memory.setCategories(key, categories),
    moveMail: async (key, folder) => void memory.move(key, folderOf(folder)),
    erase: async ({ key }) => memory.erase(key),
    eraseFolder: async (folder) => memory.removeFolder(folder),
    expireCursors: async () => memory.expireCursors(),
    forbid: async () => memory.forbidTasks(),
    refuseReading: async ({ key }) => memory.refuseReading(key),
    refuse: async () => memory.refuse(),
    server: null,
  }
}

function addEvent(memory: MemoryMailbox, event: NewEvent, newKey: () => ItemKey): ItemKey {
  const { subject, categories = [], start, minutes, times } = event
  const key = newKey()
  const common = { folder: memory.folder('calendar'), subject, categories, iCalUId: `uid-${key}` }
  const at = (day: number) => ({
    start: start + day * DAY,
    end: start + day * DAY + minutes * 60_000,
  })
  if (times === undefined) return memory.put(newEvent({ ...common, key, ...at(0) }))
  memory.put(
    newEvent({ ...common, key, ...at(0), eventType: 'master', recurrence: daily(start, times) }),
  )
  for (let day = 0; day < times; day++) {
    const occurrence = {
      eventType: 'occurrence',
      masterKey: key,
      originalStart: at(day).start,
    } as const
    memory.put(newEvent({ ...common, key: newKey(), ...at(day), ...occurrence }))
  }
  return key
}

const daily = (start: number, occurrences: number): RecurrencePattern => ({
  type: 'daily',
  interval: 1,
  daysOfWeek: [],
  dayOfMonth: null,
  month: null,
  index: null,
  firstDayOfWeek: null,
  startDate: new Date(start).toISOString().slice(0, 10),
  endDate: null,
  occurrences,
})
