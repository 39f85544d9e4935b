import type { Command } from 'commander'
import { z } from 'zod'
import { due, print, printJson, relative } from '../output.ts'
import { type Connection, clientOf, online } from '../program.ts'

const status = z.looseObject({
  version: z.string(),
  organization: z.looseObject({ uniqueName: z.string() }),
  database: z.string(),
  trackCategorizedItems: z.boolean().nullable(),
  mailboxes: z.object({
    off: z.number(),
    waiting: z.number(),
    failing: z.number(),
    partial: z.number().default(0),
    synchronized: z.number(),
  }),
  items: z.looseObject({ linked: z.number(), parked: z.number() }),
  openAlerts: z.object({ information: z.number(), warning: z.number(), error: z.number() }),
  lastSuccessfulSyncOn: z.string().nullable(),
  nextDueOn: z.string().nullable(),
  standstill: z.object({ since: z.string(), workers: z.number() }).nullish(),
})

const DATABASE: Record<string, string> = {
  pglite: 'with the embedded database',
  postgres: 'on PostgreSQL',
}

export function addStatus(program: Command): void {
  online(program, 'status', 'one look at the installation').action(async (options: Connection) => {
    const client = clientOf(options)
    const now = await client.call('GET', '/status', status)
    if (options.json) return printJson(now)
    const { mailboxes, items, openAlerts } = now
    const on = now.trackCategorizedItems
    print(`Trackmark ${now.version} at ${client.url}, ${DATABASE[now.database] ?? now.database}`)
    print(`Organization  ${now.organization.uniqueName}`)
    print(`Category      ${on === null ? 'unknown' : on ? 'on' : 'off'}`)
    print(
      `Mailboxes     ${mailboxes.synchronized} synchronized, ${mailboxes.partial} in part, ${mailboxes.waiting} waiting, ${mailboxes.failing} failing, ${mailboxes.off} off`,
    )
    print(`Items         ${items.linked} tracked, ${items.parked} set aside`)
    print(
      `Open alerts   ${openAlerts.error} errors, ${openAlerts.warning} warnings, ${openAlerts.information} for information`,
    )
    print(`Last cycle    ${relative(now.lastSuccessfulSyncOn, Date.now())}`)
    print(`Next cycle    ${due(now.nextDueOn, Date.now())}`)
    if (now.standstill) {
      const { since, workers } = now.standstill
      print(
        `Stands still  since ${relative(since, Date.now())}: ${workers === 0 ? 'no process synchronizes mailboxes' : 'no cycle ends; the log of the server says why'}`,
      )
    }
  })
}
