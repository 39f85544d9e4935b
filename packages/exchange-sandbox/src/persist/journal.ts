import type { Mailbox } from '../model/types.ts'
import type { PersistPort } from './port.ts'
import { allLines, lineOf } from './records.ts'

/** Writes gather for this long before they reach the port. */
const DEBOUNCE_MS = 100
/** A journal with this many lines beyond twice what lives is written anew. */
const SLACK_LINES = 2_000

export interface Journal {
  readonly saved: (mailbox: Mailbox) => void
  readonly organizationSaved: () => void
  readonly forget: (mailboxId: string) => void
  /** Known from reading: how long a journal is. */
  readonly begin: (mailboxId: string, lines: number) => void
  /** Writes all that waits. @throws what the port threw last, once */
  readonly flush: () => Promise<void>
}

/**
 * Saves what has changed, some time later and one batch after the other.
 *
 * @param organization the organization's record as it is now
 */
export function createJournal(
  port: PersistPort,
  organization: () => string,
  failed: (error: unknown) => void,
): Journal {
  const waiting = new Map<string, Mailbox>()
  const dropped = new Set<string>()
  const lengths = new Map<string, number>()
  let organizationWaits = false
  let timer: ReturnType<typeof setTimeout> | null = null
  let running: Promise<void> = Promise.resolve()

  const schedule = (): void => {
    timer ??= setTimeout(() => {
      timer = null
      running = running.then(write).catch(failed)
    }, DEBOUNCE_MS)
  }

  const write = async (): Promise<void> => {
    const mailboxes = [...waiting.values()]
    waiting.clear()
    for (const id of [...dropped]) {
      dropped.delete(id)
      lengths.delete(id)
      await port.drop(id)
    }
    if (organizationWaits) {
      organizationWaits = false
      await port.saveOrganization(organization())
    }
    for (const mailbox of mailboxes) await writeMailbox(mailbox)
  }

  const writeMailbox = async (mailbox: Mailbox): Promise<void> => {
    const lines = [...mailbox.dirty].map((name) => lineOf(mailbox, name))
    const names = [...mailbox.dirty]
    mailbox.dirty.clear()
    const length = (lengths.get(mailbox.userId) ?? 0) + lines.length
    try {
      if (length > SLACK_LINES + 2 * liveLines(mailbox)) {
        const all = [...allLines(mailbox)]
        await port.replace(mailbox.userId, all)
        lengths.set(mailbox.userId, all.length)
      } else {
        await port.append(mailbox.userId, lines)
        lengths.set(mailbox.userId, length)
      }
    } catch (error) {
      // Nothing is forgotten: the next change tries again.
      for (const name of names) mailbox.dirty.add(name)
      waiting.set(mailbox.userId, mailbox)
      throw error
    }
  }

  return {
    saved: (mailbox) => {
      waiting.set(mailbox.userId, mailbox)
      schedule()
    },
    organizationSaved: () => {
      organizationWaits = true
      schedule()
    },
    forget: (id) => {
      waiting.delete(id)
      dropped.add(id)
      schedule()
    },
    begin: (id, lines) => lengths.set(id, lines),
    flush: async () => {
      if (timer) clearTimeout(timer)
      timer = null
      const work = running.then(write)
      running = work.catch(() => {})
      await work
    },
  }
}

const liveLines = (mailbox: Mailbox): number =>
  2 * mailbox.messages.size + mailbox.events.size + mailbox.tasks.size + mailbox.folders.size
