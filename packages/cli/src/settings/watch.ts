import type { Client } from '../client.ts'
import { allMailboxes, type Mailbox } from '../commands/mailboxes.ts'
import { EXIT, Failure } from '../failure.ts'

/** The part of a mailbox that shows whether the category was created or removed as wanted. */
export type Watched = Pick<
  Mailbox,
  'mailboxId' | 'emailAddress' | 'state' | 'category' | 'lastError' | 'lastSyncStartedOn'
>

export interface Progress {
  readonly total: number
  readonly done: number
  /** Mailboxes whose try since then failed. The server goes on trying. */
  readonly failed: readonly Watched[]
  readonly left: readonly Watched[]
}

/**
 * @param wanted true = the category is to be created; then mailboxes that are off are ignored
 * @param before the mailboxes before the change, to distinguish new failures from old ones
 */
export function progressOf(
  mailboxes: readonly Watched[],
  wanted: boolean,
  before: readonly Watched[],
): Progress {
  const startedBefore = new Map(before.map((one) => [one.mailboxId, one.lastSyncStartedOn]))
  const concerned = mailboxes.filter((one) => !wanted || one.state !== 'off')
  const open = concerned.filter((one) => (one.category === 'provisioned') !== wanted)
  const isFailed = (one: Watched) =>
    one.state === 'failing' && one.lastSyncStartedOn !== startedBefore.get(one.mailboxId)
  return {
    total: concerned.length,
    done: concerned.length - open.length,
    failed: open.filter(isFailed),
    left: open.filter((one) => !isFailed(one)),
  }
}

/** Shows a progress bar on a terminal; elsewhere it prints a line for each change. */
export function reporter(label: string, stream: NodeJS.WriteStream): (now: Progress) => void {
  const WIDTH = 30
  let last = ''
  return ({ done, total, failed, left }) => {
    const failures = failed.length === 0 ? '' : `, ${failed.length} failed`
    const line = `${done}/${total}${failures}`
    if (line === last) return
    last = line
    const filled = total === 0 ? WIDTH : Math.floor((WIDTH * done) / total)
    const bar = `[${'#'.repeat(filled).padEnd(WIDTH, '.')}]`
    const end = left.length === 0 ? '\n' : ''
    stream.write(stream.isTTY ? `\r${label} ${bar} ${line} ${end}` : `${label}: ${line}\n`)
  }
}

const PAUSE_MS = 500

export interface WatchOptions {
  readonly wanted: boolean
  readonly before: readonly Watched[]
  readonly timeoutMs: number
}

/**
 * Waits until the category was created in, or removed from, every mailbox, or the try failed.
 * @throws Failure naming the mailboxes that failed or weren't done in time
 */
export async function watchCategory(client: Client, options: WatchOptions): Promise<Progress> {
  const label = options.wanted ? 'Category created' : 'Category removed'
  const report = reporter(label, process.stderr)
  const end = performance.now() + options.timeoutMs
  for (;;) {
    const now = progressOf(await allMailboxes(client), options.wanted, options.before)
    report(now)
    if (now.left.length === 0 && now.failed.length === 0) return now
    if (now.left.length === 0) throw new Failure(EXIT.refused, failures(now))
    if (performance.now() > end) throw new Failure(EXIT.timedOut, timeout(now, options.timeoutMs))
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}

const NAMED_MAX = 20

function named(mailboxes: readonly Watched[], line: (one: Watched) => string): string {
  const more = mailboxes.length - NAMED_MAX
  const lines = mailboxes.slice(0, NAMED_MAX).map((one) => `  ${line(one)}`)
  return [...lines, ...(more > 0 ? [`  and ${more} more`] : [])].join('\n')
}

function failures({ failed, total }: Progress): string {
  const list = named(failed, (one) => `${one.emailAddress}: ${one.lastError ?? 'failed'}`)
  return `${failed.length} of ${total} mailboxes failed and will be tried again:\n${list}`
}

function timeout({ left, failed, total }: Progress, timeoutMs: number): string {
  const open = [...left, ...failed]
  const list = named(open, (one) => `${one.emailAddress}: ${one.lastError ?? one.state}`)
  return `After ${Math.round(timeoutMs / 1000)} s ${open.length} of ${total} mailboxes aren't done:\n${list}`
}
