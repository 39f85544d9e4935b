import type { Command } from 'commander'
import { z } from 'zod'
import { EXIT, Failure } from '../failure.ts'
import { print, printJson, relative } from '../output.ts'
import { type Connection, clientOf, online } from '../program.ts'

const alerts = z.object({
  alerts: z.array(
    z.looseObject({
      alertId: z.string(),
      level: z.string(),
      text: z.string(),
      details: z.string().nullable(),
      isOpen: z.boolean(),
      question: z.string().nullable(),
      modifiedOn: z.string(),
      mailboxId: z.string().nullable(),
    }),
  ),
})

type Asking = Pick<z.infer<typeof alerts>['alerts'][number], 'alertId' | 'mailboxId'>

interface Filter {
  readonly level?: string
  readonly mailbox?: string
  readonly all?: boolean
  readonly limit?: string
}

export function addAlerts(program: Command): void {
  const group = program.command('alerts').description('what mailboxes and administrators are told')
  online(group, 'list', 'open alerts, the newest first')
    .option('--level <level>', 'information, warning or error')
    .option('--mailbox <address>', 'of one mailbox')
    .option('--all', 'closed ones too')
    .option('--limit <count>', 'how many', '50')
    .action(list)
  group.action(() => list({}))
  online(group, 'answer <alert> <answer>', 'answers an alert that asks: yes or no').action(
    async (alert: string, answer: string, options: Connection) => {
      const word = answer.toLowerCase()
      if (word !== 'yes' && word !== 'no') {
        throw new Failure(EXIT.usage, `The answer must be yes or no; got ${answer}.`)
      }
      await clientOf(options).send('POST', `/alerts/${encodeURIComponent(alert)}/answer`, {
        answer: word,
      })
      print('Answered.')
    },
  )
  online(group, 'close <alert>', 'closes an alert').action(
    async (alert: string, options: Connection) => {
      await clientOf(options).send('DELETE', `/alerts/${encodeURIComponent(alert)}`)
      print('Closed.')
    },
  )
}

async function list(options: Connection & Filter): Promise<void> {
  const query = new URLSearchParams({
    limit: options.limit ?? '50',
    ...(options.level ? { level: options.level } : {}),
    ...(options.mailbox ? { mailbox: options.mailbox } : {}),
    ...(options.all ? {} : { open: 'true' }),
  })
  const { alerts: value } = await clientOf(options).call('GET', `/alerts?${query}`, alerts)
  if (options.json) return printJson(value)
  if (value.length === 0) return print('No open alerts.')
  const now = Date.now()
  for (const alert of value) {
    const closed = alert.isOpen ? '' : ', closed'
    print(`${alert.level.toUpperCase()}, ${relative(alert.modifiedOn, now)}${closed}`)
    print(`  ${alert.text}`)
    if (alert.details) print(`  ${alert.details}`)
    if (alert.question && alert.isOpen) await printQuestion(options, alert)
    print('')
  }
}

const items = z.object({
  items: z.array(z.looseObject({ kind: z.string(), subject: z.string().nullable() })),
  next: z.string().nullable(),
})
const ITEMS_SHOWN = 5

/** Shows the question first, so that nobody answers without having read it. */
async function printQuestion(options: Connection, { alertId, mailboxId }: Asking): Promise<void> {
  if (mailboxId !== null) {
    const path = `/mailboxes/${mailboxId}/items?isEnding=true&limit=${ITEMS_SHOWN}`
    const { items: first, next } = await clientOf(options).call('GET', path, items)
    for (const { kind, subject } of first) print(`    ${kind}: ${subject ?? '(no subject)'}`)
    if (next !== null) print(`    and more: trackmark mailboxes items ${mailboxId} --ending`)
  }
  print(`  trackmark alerts answer ${alertId} no    keeps tracking`)
  print(`  trackmark alerts answer ${alertId} yes   untracks them`)
}
