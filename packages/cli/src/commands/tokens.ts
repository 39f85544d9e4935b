import type { Command } from 'commander'
import { z } from 'zod'
import { EXIT, Failure } from '../failure.ts'
import { print, printJson, relative, table, warn } from '../output.ts'
import { type Connection, clientOf, online } from '../program.ts'

const token = z.looseObject({
  tokenId: z.string(),
  name: z.string(),
  userName: z.string().nullable(),
  role: z.string(),
  createdOn: z.string(),
  expiresOn: z.string().nullable(),
  isExpired: z.boolean(),
  lastUsedOn: z.string().nullable(),
})
const added = token.extend({ token: z.string() })

interface AddOptions extends Connection {
  readonly role: string
  readonly user?: string
  readonly expires?: string
}

export function addTokens(program: Command): void {
  const group = program
    .command('tokens')
    .description('who may use the APIs of an organization (-e names it)')
  online(group, 'list', 'every token; what it consists of is kept nowhere').action(list)
  group.action(() => list({}))
  online(group, 'add <name>', 'makes a token and prints it, once')
    .requiredOption(
      '--role <role>',
      '"System Administrator", "System Customizer", "Sales Manager", "Basic User" or "Mailbox Owner"',
    )
    .option('--user <user>', 'whom it stands for: address, name or id (default: a user of its own)')
    .option('--expires <date>', 'until when it is good, as in 2027-01-31 (default: no end)')
    .action(add)
  online(group, 'revoke <name>', 'ends a token, and the sessions it began, at once').action(
    async (name: string, options: Connection) => {
      await clientOf(options).send('DELETE', `/tokens/${encodeURIComponent(name)}`)
      if (options.json) printJson({ revoked: name })
      else print(`The token ${name} is revoked.`)
    },
  )
}

async function add(name: string, options: AddOptions): Promise<void> {
  const made = await clientOf(options).call('POST', '/tokens', added, {
    name,
    role: options.role,
    ...(options.user === undefined ? {} : { user: options.user }),
    ...(options.expires === undefined ? {} : { expiresOn: instantOf(options.expires) }),
  })
  if (options.json) return printJson(made)
  print(made.token)
  warn(
    `${made.role} as ${made.userName ?? 'a user without name'}. It is shown this once; keep it like a password.`,
  )
}

/** A day without a time means the end of that day in UTC. */
function instantOf(text: string): string {
  const at = new Date(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T23:59:59Z` : text)
  if (!Number.isNaN(at.getTime())) return at.toISOString()
  throw new Failure(EXIT.usage, `--expires must be a date such as 2027-01-31; got ${text}.`)
}

async function list(options: Connection): Promise<void> {
  const schema = z.object({ tokens: z.array(token) })
  const { tokens } = await clientOf(options).call('GET', '/tokens', schema)
  if (options.json) return printJson(tokens)
  if (tokens.length === 0) return print('No tokens but that of the installation.')
  const now = Date.now()
  print(
    table(
      ['NAME', 'ROLE', 'USER', 'MADE', 'LAST USED', 'EXPIRES'],
      tokens.map((each) => [
        each.name,
        each.role,
        each.userName ?? '-',
        relative(each.createdOn, now),
        relative(each.lastUsedOn, now),
        each.isExpired ? 'expired' : relative(each.expiresOn, now),
      ]),
    ),
  )
}
