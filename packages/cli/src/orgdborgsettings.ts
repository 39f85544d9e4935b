import type { Command } from 'commander'
import { z } from 'zod'
import type { Client } from './client.ts'
import { allMailboxes } from './commands/mailboxes.ts'
import { EXIT, Failure } from './failure.ts'
import { original } from './original-form.ts'
import { main, print, printJson, progress, table } from './output.ts'
import { type Connection, clientOf, newProgram, online } from './program.ts'

const settingValue = z.union([z.string(), z.number(), z.boolean()]).nullable()
const setting = z.looseObject({
  name: z.string(),
  /** Type and range in words. */
  mustBe: z.string(),
  value: settingValue,
  default: settingValue,
  from: z.string(),
  effect: z.enum(['acts', 'kept']),
  description: z.string().nullable(),
})
type Setting = z.infer<typeof setting>

interface Options extends Connection {
  readonly org?: string
  readonly wait?: boolean
}

const program = newProgram(
  'orgdborgsettings',
  'Reads and writes the OrgDBOrgSettings of an organization.',
  `  orgdborgsettings retrieve
  orgdborgsettings retrieve TrackCategorizedItems
  orgdborgsettings update TrackCategorizedItems false --wait
  orgdborgsettings delete TrackCategorizedItems
  orgdborgsettings Update /u trackmark TrackCategorizedItems false   (the original's form)`,
)

const settingCommand = (usage: string, description: string): Command =>
  online(program, usage, description).option('-o, --org <name>', 'unique name of the organization')

settingCommand(
  'retrieve [name]',
  'one setting, or all: value in force, default, where it comes from',
).action(async (name: string | undefined, options: Options) => {
  const client = await open(options)
  if (name !== undefined) return show(await one(client, name), options)
  const schema = z.object({ settings: z.array(setting) })
  const { settings: value } = await client.call('GET', '/settings', schema)
  if (options.json) return printJson(value)
  print(
    table(
      ['NAME', 'VALUE', 'DEFAULT', 'FROM', 'TRACKMARK'],
      value.map((entry) => [
        entry.name,
        String(entry.value ?? '-'),
        String(entry.default ?? '-'),
        entry.from,
        entry.effect === 'acts' ? 'acts on it' : 'keeps it',
      ]),
    ),
  )
})

settingCommand('update <name> <value>', 'sets a setting; it takes effect at once')
  .option('--wait', 'until the category has appeared in, or left, every mailbox')
  .action(async (name: string, value: string, options: Options) => {
    const client = await open(options)
    await client.send('PATCH', '/settings', { [name]: value })
    show(await one(client, name), options)
    if (options.wait) await waitForCategory(client)
  })

settingCommand('delete <name>', 'takes a setting out: its default holds again')
  .option('--wait', 'until the category has appeared in, or left, every mailbox')
  .action(async (name: string, options: Options) => {
    const client = await open(options)
    await client.send('DELETE', `/settings/${encodeURIComponent(name)}`)
    show(await one(client, name), options)
    if (options.wait) await waitForCategory(client)
  })

/** @throws Failure when the server's organization isn't the one named */
async function open(options: Options): Promise<Client> {
  const client = clientOf(options)
  const wanted = (options.org ?? process.env.TRACKMARK_ORG)?.toLowerCase()
  if (wanted === undefined) return client
  const { organizations: value } = await client.call(
    'GET',
    '/organizations',
    z.object({ organizations: z.array(z.looseObject({ uniqueName: z.string() })) }),
  )
  const names = value.map((organization) => organization.uniqueName)
  if (names.includes(wanted)) return clientOf({ ...options, environment: wanted })
  throw new Failure(
    EXIT.refused,
    `There is no organization ${wanted} at ${client.url}; there is ${names.join(', ')}.`,
  )
}

const one = (client: Client, name: string): Promise<Setting> =>
  client.call('GET', `/settings/${encodeURIComponent(name)}`, setting)

function show(entry: Setting, options: Options): void {
  if (options.json) {
    printJson(entry)
    return
  }
  print(`${entry.name} = ${entry.value ?? '(none)'}`)
  print(
    `  ${entry.from === 'set' ? 'set' : 'by default'}; the default is ${entry.default ?? '(none)'}`,
  )
  print(`  must be ${entry.mustBe}`)
  if (entry.description !== null) print(`  ${entry.description}`)
  if (entry.effect === 'kept') print('  Trackmark keeps this setting and does not act on it.')
}

/** Watches the category come or go, as `TrackCategorizedItems` now wants it. */
async function waitForCategory(client: Client): Promise<void> {
  const wanted = (await one(client, 'TrackCategorizedItems')).value === true
  const bar = progress(wanted ? 'Category created' : 'Category removed')
  for (;;) {
    const value = await allMailboxes(client)
    const here = value.filter((mailbox) => !wanted || mailbox.state !== 'off')
    const done = here.filter((mailbox) => (mailbox.category === 'provisioned') === wanted)
    bar.update(done.length, here.length)
    if (done.length === here.length) break
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  bar.end()
}

await main(() => program.parseAsync(original(process.argv.slice(2)), { from: 'user' }))
