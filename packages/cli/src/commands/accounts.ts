import type { Command } from 'commander'
import { z } from 'zod'
import { print, printJson, relative, table, warn } from '../output.ts'
import { type Connection, clientOf, examples, online } from '../program.ts'

const account = z.looseObject({
  userId: z.string(),
  userName: z.string().nullable(),
  signInName: z.string(),
  role: z.string(),
  hasPassword: z.boolean(),
  isDisabled: z.boolean(),
  createdOn: z.string(),
  lastSignInOn: z.string().nullable(),
})
type Account = z.infer<typeof account>

const invitation = z.object({
  path: z.string(),
  url: z.string().nullable(),
  expiresOn: z.string(),
})

const ROLES =
  '"System Administrator", "System Customizer", "Sales Manager", "Basic User" or "Mailbox Owner"'

interface AddOptions extends Connection {
  readonly role?: string
  readonly name?: string
}

interface SetOptions extends Connection {
  readonly role?: string
  readonly disable?: boolean
  readonly enable?: boolean
}

export function addAccounts(program: Command): void {
  const group = program
    .command('accounts')
    .description('people who sign in to the admin center of an organization (-e names it)')
  online(group, 'list', 'every account, and when somebody signed in with it last').action(list)
  group.action(() => list({}))
  examples(
    online(group, 'add <user>', 'gives a user an account, and prints a link to choose a password')
      .option('--role <role>', `${ROLES} (default: Mailbox Owner)`)
      .option('--name <name>', "what they sign in with (default: the user's address)"),
    'trackmark accounts add ada@contoso.com',
    'trackmark accounts add bob@contoso.com --role "System Administrator"',
  ).action(add)
  online(group, 'set <name>', 'changes the role, disables or enables an account')
    .option('--role <role>', ROLES)
    .option('--disable', 'nobody signs in with it, and its sessions end')
    .option('--enable', 'takes that back')
    .action(set)
  online(group, 'invite <name>', 'prints a new link to choose a password, good for a week').action(
    async (name: string, options: Connection) => invite(options, name),
  )
  online(group, 'remove <name>', 'removes an account; its sessions end').action(
    async (name: string, options: Connection) => {
      await clientOf(options).send('DELETE', `/accounts/${encodeURIComponent(name)}`)
      if (options.json) printJson({ removed: name })
      else print(`The account ${name} is removed. The user and their activities stay.`)
    },
  )
  examples(
    online(program, 'signin-link', 'prints a link that signs the administrator in, once'),
    'trackmark signin-link',
  ).action(async (options: Connection) => {
    const client = clientOf(options)
    const link = await client.call('POST', '/signin-links', invitation, {})
    tell(options, link.url ?? `${client.rootUrl}/${link.path}`, link.expiresOn)
  })
}

async function add(user: string, options: AddOptions): Promise<void> {
  const made = await clientOf(options).call('POST', '/accounts', account, {
    user,
    ...(options.role === undefined ? {} : { role: options.role }),
    ...(options.name === undefined ? {} : { signInName: options.name }),
  })
  if (!options.json) print(`${made.signInName} is ${made.role}. They choose a password at:`)
  await invite(options, made.signInName)
}

async function invite(options: Connection, name: string): Promise<void> {
  const client = clientOf(options)
  const path = `/accounts/${encodeURIComponent(name)}/invite`
  const link = await client.call('POST', path, invitation, {})
  tell(options, link.url ?? `${client.rootUrl}/${link.path}`, link.expiresOn)
}

/** Prints only the link on standard output, so that it can be piped. */
function tell(options: Connection, link: string, expiresOn: string): void {
  if (options.json) {
    printJson({ link, expiresOn })
    return
  }
  print(link)
  warn(`Good once, until ${expiresOn}. Everybody who has it can sign in with it.`)
}

async function set(name: string, options: SetOptions): Promise<void> {
  const changed = await clientOf(options).call(
    'PATCH',
    `/accounts/${encodeURIComponent(name)}`,
    account,
    {
      ...(options.role === undefined ? {} : { role: options.role }),
      ...(options.disable ? { isDisabled: true } : options.enable ? { isDisabled: false } : {}),
    },
  )
  if (options.json) return printJson(changed)
  print(`${changed.signInName}: ${changed.role}${changed.isDisabled ? ', disabled' : ''}.`)
}

async function list(options: Connection): Promise<void> {
  const schema = z.object({ accounts: z.array(account) })
  const { accounts } = await clientOf(options).call('GET', '/accounts', schema)
  if (options.json) return printJson(accounts)
  if (accounts.length === 0) {
    return print('No accounts yet. Add one with: trackmark accounts add ADDRESS')
  }
  const now = Date.now()
  print(
    table(
      ['NAME', 'USER', 'ROLE', 'STATE', 'LAST SIGN-IN'],
      accounts.map((each) => [
        each.signInName,
        each.userName ?? '-',
        each.role,
        stateOf(each),
        relative(each.lastSignInOn, now),
      ]),
    ),
  )
}

function stateOf({ isDisabled, hasPassword }: Account): string {
  if (isDisabled) return 'disabled'
  return hasPassword ? 'active' : 'no password yet'
}
