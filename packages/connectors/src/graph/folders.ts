import { SyncError, type UnknownFolder } from '@trackmark/core'
import type { FolderListing, Outcome } from '@trackmark/engine'
import { askAll } from './batch.ts'
import { calendarAsks, readCalendars } from './calendars.ts'
import { malformed, statusOf } from './errors.ts'
import {
  applyMailFolders,
  applyTaskLists,
  foldersOf,
  formatMemory,
  type MailMemory,
  type Memory,
  parseMemory,
  type TaskListMemory,
  wellKnownNames,
} from './hierarchy.ts'
import { collect } from './pages.ts'
import { relativeLink, route, withQuery } from './route.ts'
import { idSchema } from './schemas.ts'
import { type Answer, type Ask, IMMUTABLE_IDS, type Wire } from './wire.ts'

/** Pause before a well-known folder that the mailbox lacks is requested again. */
const ASK_AGAIN_MS = 86_400_000
/** Number of listings in a row that may fail because of a temporary failure of one folder. */
const PATIENCE = 3

const MAIL = 'the mail folders'
const LISTS = 'the task lists'
const PREFER = { Prefer: `${IMMUTABLE_IDS}, odata.maxpagesize=500` }

export interface Listing extends FolderListing {
  readonly primaryCalendar: string | null
}

interface Scope {
  readonly mail: boolean
  readonly calendar: boolean
  readonly tasks: boolean
}

/**
 * Usually needs one batch: the changes of the folder hierarchy, the calendars, the changes of the
 * task lists, and whatever the memory lacks. If calendars or tasks are refused, mail is still
 * synchronized.
 * @param failedBefore number of failed cycles in a row before this one
 */
export async function listFolders(
  wire: Wire,
  memoryText: string | null,
  scope: Scope,
  failedBefore = 0,
): Promise<Listing> {
  const memory = parseMemory(memoryText)
  const asks = plan(wire, memory, scope)
  const names = Object.keys(asks)
  const answers = await askAll(wire, Object.values(asks))
  const answerOf = (name: string): Outcome<Answer> => answers[names.indexOf(name)]!

  const unavailable: { kind: 'calendar' | 'taskList'; error: SyncError }[] = []
  const unless = async <T>(kind: 'calendar' | 'taskList', known: T | null, read: Promise<T>) => {
    const outcome = await settled(read)
    if (outcome.ok) return outcome.value
    // A Retry-After binds the whole mailbox.
    if (outcome.error.retryAfterMs !== null) throw outcome.error
    // After a temporary failure the known folders stay. Any other failure shuts the kind off until
    // access is granted.
    if (outcome.error.isPassing && known !== null) return known
    unavailable.push({ kind, error: outcome.error })
    return null
  }
  const next: Memory = {
    version: 1,
    mail: scope.mail
      ? await readMail(wire, memory.mail, { asks, answerOf, failedBefore })
      : memory.mail,
    calendars: scope.calendar
      ? await unless('calendar', memory.calendars, readCalendars(wire, asks, answerOf, memory))
      : memory.calendars,
    taskLists: scope.tasks
      ? await unless('taskList', memory.taskLists, readLists(wire, memory, asks, answerOf))
      : memory.taskLists,
  }
  const shown: Memory = {
    version: 1,
    mail: scope.mail ? next.mail : null,
    calendars: scope.calendar ? next.calendars : null,
    taskLists: scope.tasks ? next.taskLists : null,
  }
  return {
    folders: foldersOf(shown),
    memory: formatMemory(next),
    unavailable,
    unknown: unknownOf(shown.mail),
    primaryCalendar: next.calendars?.primary ?? null,
  }
}

type Asks = Readonly<Record<string, Ask>>

function plan(wire: Wire, memory: Memory, scope: Scope): Asks {
  const asks: Record<string, Ask> = {}
  if (scope.mail) {
    asks.mail = mailAsk(wire, memory.mail?.delta ?? null)
    for (const name of namesToAsk(wire, memory.mail)) asks[name] = wellKnownAsk(wire, name)
  }
  if (scope.calendar) Object.assign(asks, calendarAsks(wire, memory.calendars))
  if (scope.tasks) asks.lists = listsAsk(wire, memory.taskLists?.delta ?? null)
  return asks
}

function namesToAsk(wire: Wire, mail: MailMemory | null): readonly string[] {
  const isTime = wire.context.options.clock() >= (mail?.askedAt ?? 0) + ASK_AGAIN_MS
  if (!isTime) return []
  return Object.keys(wellKnownNames).filter((name) => mail?.wellKnown[name] === undefined)
}

async function settled<T>(work: Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work }
  } catch (error) {
    if (error instanceof SyncError) return { ok: false, error }
    throw error
  }
}

function mailAsk(wire: Wire, delta: string | null): Ask {
  const start = withQuery(route`/users/${wire.mailbox}/mailFolders/delta`, {
    $select: 'parentFolderId',
  })
  return deltaAsk(wire, start, delta, MAIL)
}

function listsAsk(wire: Wire, delta: string | null): Ask {
  return deltaAsk(wire, route`/users/${wire.mailbox}/todo/lists/delta`, delta, LISTS)
}

function deltaAsk(wire: Wire, start: Ask['to'], delta: string | null, subject: string): Ask {
  const path = delta === null ? null : relativeLink(wire.baseUrl, delta)
  const to = path === null ? start : { ...start, path }
  return { method: 'GET', to, headers: PREFER, subject, level: 'mailbox', resumes: path !== null }
}

function wellKnownAsk(wire: Wire, name: string): Ask {
  return {
    method: 'GET',
    to: withQuery(
      {
        path: route`/users/${wire.mailbox}/mailFolders/${name}`.path,
        template: `/users/{}/mailFolders/${name}`,
      },
      { $select: 'id' },
    ),
    subject: `the folder ${name}`,
    level: 'folder',
  }
}

interface Answers {
  readonly asks: Asks
  readonly answerOf: (name: string) => Outcome<Answer>
  readonly failedBefore: number
}

async function readMail(
  wire: Wire,
  known: MailMemory | null,
  answers: Answers,
): Promise<MailMemory> {
  const { asks, answerOf } = answers
  const { entries, delta, isWhole } = await readDelta(wire, {
    ask: asks.mail!,
    answer: answerOf('mail'),
    startsWhole: known === null || relativeLink(wire.baseUrl, known.delta) === null,
    fromStart: () => mailAsk(wire, null),
  })
  const parents = applyMailFolders(isWhole ? {} : known!.parents, entries)
  return { parents, delta, ...wellKnownIds(wire, known, answers) }
}

/**
 * Some shared and resource mailboxes lack a well-known folder or refuse access to it. Whatever the
 * answer, the rest goes on, and the folder is requested again later (MB20).
 */
function wellKnownIds(
  wire: Wire,
  known: MailMemory | null,
  { asks, answerOf, failedBefore }: Answers,
): Pick<MailMemory, 'wellKnown' | 'askedAt' | 'unknown'> {
  const wellKnown = { ...known?.wellKnown }
  const asked = Object.keys(wellKnownNames).filter((name) => asks[name] !== undefined)
  if (asked.length === 0) return { wellKnown, askedAt: known?.askedAt, unknown: known?.unknown }
  let isSettled = true
  const unknown: NonNullable<MailMemory['unknown']> = {}
  for (const name of asked) {
    const answer = answerOf(name)
    if (answer.ok) {
      const parsed = idSchema.safeParse(answer.value.body)
      if (parsed.success) wellKnown[name] = parsed.data.id
      else unknown[name] = { isMissing: false, code: 'InvalidAnswer' }
      continue
    }
    const status = statusOf(answer.error)
    const code = answer.error.serverCode ?? String(status ?? 'NoAnswer')
    unknown[name] = { isMissing: status === 404, code }
    if (isOfTheMoment(answer.error)) {
      // Without folder roles, mail in Junk Email or Sent Items would be treated as other mail.
      const isFirst = known === null && failedBefore < PATIENCE
      if (answer.error.remedy === 'wait' || isFirst) throw answer.error
      isSettled = false
    }
  }
  return { wellKnown, askedAt: isSettled ? wire.context.options.clock() : undefined, unknown }
}

function unknownOf(mail: MailMemory | null): readonly UnknownFolder[] {
  return Object.entries(wellKnownNames).flatMap(([name, role]) => {
    const found = mail?.unknown?.[name]
    return found === undefined ? [] : [{ role, ...found }]
  })
}

function isOfTheMoment(error: SyncError): boolean {
  const status = statusOf(error)
  return status === null || status >= 500 || status === 429 || status === 408
}

async function readLists(
  wire: Wire,
  memory: Memory,
  asks: Asks,
  answerOf: (name: string) => Outcome<Answer>,
): Promise<TaskListMemory> {
  const known = memory.taskLists
  const { entries, delta, isWhole } = await readDelta(wire, {
    ask: asks.lists!,
    answer: answerOf('lists'),
    startsWhole: known === null || relativeLink(wire.baseUrl, known.delta) === null,
    fromStart: () => listsAsk(wire, null),
  })
  return { flagged: applyTaskLists(isWhole ? {} : known!.flagged, entries), delta }
}

interface DeltaRead {
  readonly ask: Ask
  readonly answer: Outcome<Answer>
  /** Whether the first request lists from the start. */
  readonly startsWhole: boolean
  readonly fromStart: () => Ask
}

/** Reads all changes. After an expired link it lists from the start, once. */
async function readDelta(
  wire: Wire,
  read: DeltaRead,
): Promise<{ entries: readonly unknown[]; delta: string; isWhole: boolean }> {
  const first = await settled(toEnd(wire, read.ask, read.answer))
  if (first.ok) return { ...first.value, isWhole: read.startsWhole }
  if (first.error.remedy !== 'relist') throw first.error
  const ask = read.fromStart()
  const whole = await toEnd(wire, ask, { ok: true, value: await wire.ask(ask) })
  return { ...whole, isWhole: true }
}

async function toEnd(
  wire: Wire,
  ask: Ask,
  answer: Outcome<Answer>,
): Promise<{ entries: readonly unknown[]; delta: string }> {
  if (!answer.ok) throw answer.error
  const { entries, deltaLink } = await collect(wire, ask, answer.value.body)
  if (deltaLink === null) throw malformed('mailbox', ask.subject, wire.mailbox, null)
  return { entries, delta: deltaLink }
}
