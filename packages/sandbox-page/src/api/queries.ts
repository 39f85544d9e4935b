import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { control, graph, graphAll, graphBatch } from './graph.ts'
import type {
  Attachment,
  CalendarEvent,
  Customer,
  MailFolder,
  MasterCategory,
  Message,
  MessageRow,
  Rule,
  Task,
  TaskList,
  User,
} from './wire.ts'

/** How often is looked for what others did: Trackmark, colleagues, rules. */
const POLL_MS = 4000
const live = { refetchInterval: POLL_MS, refetchOnWindowFocus: true } as const

export const mailboxRoot = (user: User): string => `/users/${user.id}`

export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: () => graphAll<User>('/users?$top=999&$select=id,displayName,mail,jobTitle'),
})

export const customersQuery = queryOptions({
  queryKey: ['customers'],
  queryFn: () => control<readonly Customer[]>('GET', '/customers'),
})

export const switchesQuery = queryOptions({
  queryKey: ['switches'],
  queryFn: () => control<{ readonly renameRewritesItems: boolean }>('GET', '/switches'),
})

export const settingsQuery = (root: string) =>
  queryOptions({
    queryKey: [root, 'settings'],
    queryFn: () => graph<{ readonly timeZone?: string }>('GET', `${root}/mailboxSettings`),
  })

export const categoriesQuery = (root: string) =>
  queryOptions({
    queryKey: [root, 'categories'],
    queryFn: () => graphAll<MasterCategory>(`${root}/outlook/masterCategories`),
    ...live,
  })

export const foldersQuery = (root: string) =>
  queryOptions({
    queryKey: [root, 'folders'],
    // The one listing of all folders, however deep.
    queryFn: () => graphAll<MailFolder>(`${root}/mailFolders/delta`),
    ...live,
  })

export const WELL_KNOWN = [
  'inbox',
  'drafts',
  'sentitems',
  'deleteditems',
  'junkemail',
  'archive',
  'outbox',
] as const
export type WellKnown = (typeof WELL_KNOWN)[number]

/** Graph tells the well-known folders only to those who ask by name. */
export const wellKnownQuery = (root: string) =>
  queryOptions({
    queryKey: [root, 'wellKnown'],
    queryFn: async () => {
      const answers = await graphBatch(
        WELL_KNOWN.map((name) => ({
          method: 'GET',
          path: `${root}/mailFolders/${name}?$select=id`,
        })),
      )
      return new Map(
        answers.flatMap(({ body }, index) => {
          const id = (body as { id?: string } | undefined)?.id
          const name = WELL_KNOWN[index]
          return id === undefined || name === undefined ? [] : [[id, name] as const]
        }),
      )
    },
    staleTime: Number.POSITIVE_INFINITY,
  })

export const MESSAGE_FILTERS = ['all', 'unread', 'flagged', 'categorized'] as const
export type MessageFilter = (typeof MESSAGE_FILTERS)[number]

const FILTERS: Readonly<Record<MessageFilter, string>> = {
  all: '',
  unread: 'isRead eq false',
  flagged: "flag/flagStatus eq 'flagged'",
  categorized: "categories/any(c:c ne '')",
}
const ROW =
  'id,subject,bodyPreview,from,toRecipients,receivedDateTime,isRead,isDraft,hasAttachments,importance,flag,categories,parentFolderId'

export interface MessagePage {
  readonly value: readonly MessageRow[]
  readonly '@odata.count': number
}

export const messagesQuery = (root: string, folder: string, filter: MessageFilter, top: number) =>
  queryOptions({
    queryKey: [root, 'messages', folder, filter, top],
    queryFn: () => {
      const query = new URLSearchParams({ $select: ROW, $top: String(top), $count: 'true' })
      if (filter !== 'all') query.set('$filter', FILTERS[filter])
      const path = `${root}/mailFolders/${encodeURIComponent(folder)}/messages?${query}`
      return graph<MessagePage>('GET', path)
    },
    // Only while more of one folder is fetched, not from one folder to the next.
    placeholderData: (before, query) =>
      query?.queryKey[2] === folder ? keepPreviousData(before) : undefined,
    ...live,
  })

export const messageQuery = (root: string, id: string) =>
  queryOptions({
    queryKey: [root, 'message', id],
    queryFn: () =>
      graph<Message>(
        'GET',
        `${root}/messages/${id}?$expand=microsoft.graph.eventMessage/event($select=id,responseStatus)`,
      ),
    ...live,
  })

export const attachmentsQuery = (root: string, id: string) =>
  queryOptions({
    queryKey: [root, 'attachments', id],
    queryFn: () => graphAll<Attachment>(`${root}/messages/${id}/attachments`),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Mail from somebody, newest first. */
export const mailFromQuery = (root: string, address: string) =>
  queryOptions({
    queryKey: [root, 'mailFrom', address],
    queryFn: () => {
      const $filter = `from/emailAddress/address eq '${address.replaceAll("'", "''")}'`
      const query = new URLSearchParams({ $select: ROW, $top: '5', $filter })
      return graph<MessagePage>('GET', `${root}/messages?${query}`)
    },
    ...live,
  })

export const rulesQuery = (root: string) =>
  queryOptions({
    queryKey: [root, 'rules'],
    queryFn: () => graphAll<Rule>(`${root}/mailFolders/inbox/messageRules`),
  })

/** @param from, to local times of the zone, without an offset */
export const eventsQuery = (root: string, zone: string, span: { start: string; end: string }) =>
  queryOptions({
    queryKey: [root, 'events', zone, span.start, span.end],
    queryFn: () => {
      const query = new URLSearchParams({
        startDateTime: span.start,
        endDateTime: span.end,
        $top: '500',
      })
      return graphAll<CalendarEvent>(`${root}/calendarView?${query}`, { zone })
    },
    placeholderData: keepPreviousData,
    ...live,
  })

export const eventQuery = (root: string, zone: string, id: string) =>
  queryOptions({
    queryKey: [root, 'event', zone, id],
    queryFn: () => graph<CalendarEvent>('GET', `${root}/events/${id}`, { zone }),
    ...live,
  })

export const taskListsQuery = (root: string) =>
  queryOptions({
    queryKey: [root, 'taskLists'],
    queryFn: () => graphAll<TaskList>(`${root}/todo/lists`),
    ...live,
  })

export const tasksQuery = (root: string, list: string) =>
  queryOptions({
    queryKey: [root, 'tasks', list],
    queryFn: () => graphAll<Task>(`${root}/todo/lists/${list}/tasks?$top=200`),
    ...live,
  })
