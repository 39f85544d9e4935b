import type { Command } from 'commander'
import { z } from 'zod'
import { EXIT, Failure } from '../failure.ts'
import { print, printJson, table } from '../output.ts'
import { type Connection, clientOf, online } from '../program.ts'

const environment = z.looseObject({
  uniqueName: z.string(),
  displayName: z.string(),
  version: z.string(),
  hostNames: z.array(z.string()),
  isDisabled: z.boolean(),
  isDefault: z.boolean(),
  trackCategorizedItems: z.boolean().nullable(),
  mailboxes: z.number(),
})
type Environment = z.infer<typeof environment>

export function addEnvironments(program: Command): void {
  const group = program
    .command('environments')
    .description('the organizations of the installation, each with a CRM of its own')
  online(group, 'list', 'every organization').action(list)
  group.action(() => list({}))
  online(group, 'show <name>', 'one organization').action(
    async (name: string, options: Connection) => show(await one(name, options), options),
  )
  addAdd(group)
  addSet(group)
  addRemove(group)
}

const place = (name: string): string => `/environments/${encodeURIComponent(name)}`

const one = (name: string, options: Connection): Promise<Environment> =>
  clientOf(options).call('GET', place(name), environment)

const stateOf = (one: Environment): string => (one.isDisabled ? 'disabled' : 'enabled')
const category = (one: Environment): string =>
  one.trackCategorizedItems === null ? 'unknown' : one.trackCategorizedItems ? 'on' : 'off'

async function list(options: Connection): Promise<void> {
  const schema = z.object({ environments: z.array(environment) })
  const { environments } = await clientOf(options).call('GET', '/environments', schema)
  if (options.json) return printJson(environments)
  print(
    table(
      ['NAME', 'STATE', 'VERSION', 'CATEGORY', 'MAILBOXES', 'HOSTS', 'DISPLAY NAME'],
      environments.map((each) => [
        each.isDefault ? `${each.uniqueName} (default)` : each.uniqueName,
        stateOf(each),
        each.version,
        category(each),
        String(each.mailboxes),
        each.hostNames.join(', ') || '-',
        each.displayName,
      ]),
    ),
  )
}

function show(each: Environment, options: Connection): void {
  if (options.json) {
    printJson(each)
    return
  }
  const { url } = clientOf(options)
  print(`${each.uniqueName}${each.isDefault ? ' (default)' : ''}, ${stateOf(each)}`)
  print(`  display name  ${each.displayName}`)
  print(`  version       ${each.version}`)
  print(`  category      ${category(each)}`)
  print(`  mailboxes     ${each.mailboxes}`)
  print(`  Web API       ${url}/${each.uniqueName}/api/data/v9.2/`)
  for (const host of each.hostNames) print(`                http://${host}/api/data/v9.2/`)
}

interface EnvironmentOptions extends Connection {
  readonly displayName?: string
  readonly version?: string
  readonly host?: readonly string[]
}

const bodyOf = (options: EnvironmentOptions) => ({
  ...(options.displayName === undefined ? {} : { displayName: options.displayName }),
  ...(options.version === undefined ? {} : { version: options.version }),
  ...(options.host === undefined ? {} : { hostNames: options.host.filter((host) => host !== '') }),
})

const VERSION = 'Dataverse version it reports; defaults of settings follow it'

function addAdd(group: Command): void {
  online(group, 'add <name>', 'makes an organization; its name stands in addresses')
    .option('--display-name <text>', 'what people call it (default: the name)')
    .option('--version <version>', `${VERSION} (default: 9.2.x)`)
    .option('--host <names...>', 'host names that are its own')
    .action(async (uniqueName: string, options: EnvironmentOptions) => {
      const body = { uniqueName, ...bodyOf(options) }
      show(await clientOf(options).call('POST', '/environments', environment, body), options)
      if (options.json) return
      print('Next:')
      print(`  trackmark profiles add "Exchange Online" -e ${uniqueName} --tenant … --client …`)
      print(`  trackmark tokens add NAME -e ${uniqueName} --role "System Administrator"`)
    })
}

function addSet(group: Command): void {
  online(group, 'set <name>', 'changes an organization')
    .option('--display-name <text>', 'what people call it')
    .option('--version <version>', VERSION)
    .option('--host <names...>', 'host names that are its own, in place of those before; "" = none')
    .option('--disable', 'its mailboxes rest, and its APIs answer 503')
    .option('--enable', 'the reverse')
    .action(
      async (
        name: string,
        options: EnvironmentOptions & { disable?: boolean; enable?: boolean },
      ) => {
        if (options.disable && options.enable) {
          throw new Failure(EXIT.usage, 'Give either --disable or --enable.')
        }
        const turn =
          options.disable || options.enable ? { isDisabled: options.disable === true } : {}
        const body = { ...bodyOf(options), ...turn }
        show(await clientOf(options).call('PATCH', place(name), environment, body), options)
        if (!options.disable || options.json) return
        print('Nothing of it is worked on now. What is in its mailboxes, the category too, stays.')
      },
    )
}

function addRemove(group: Command): void {
  online(group, 'remove <name>', 'deletes a disabled organization with all its rows; no way back')
    .requiredOption('--confirm <name>', 'the name once more')
    .option('--leave-categories', 'even if the category then stays in mailboxes')
    .action(
      async (
        name: string,
        options: Connection & { confirm: string; leaveCategories?: boolean },
      ) => {
        const query = new URLSearchParams({
          confirm: options.confirm,
          ...(options.leaveCategories ? { leaveCategories: 'true' } : {}),
        })
        await clientOf(options).send('DELETE', `${place(name)}?${query}`)
        if (options.json) printJson({ removed: name })
        else print(`${name} is removed. Its mailboxes weren't touched.`)
      },
    )
}
