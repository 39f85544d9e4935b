import { writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import { z } from 'zod'
import { EXIT, Failure } from '../failure.ts'
import { print, printExactly, printJson } from '../output.ts'
import { type Connection, clientOf, examples, online } from '../program.ts'

const erased = z.object({
  deletedActivities: z.number(),
  changedActivities: z.number(),
  deletedPeople: z.number(),
  changedRows: z.number(),
  isDone: z.boolean(),
  pseudonym: z.string(),
})
const retention = z.object({
  bodies: z.number().nullable(),
  audit: z.number().nullable(),
  signInAttempts: z.number().nullable(),
  trail: z.number().nullable(),
})

interface EraseOptions extends Connection {
  readonly yes?: boolean
  readonly allActivities?: boolean
}

interface RetentionOptions extends Connection {
  readonly bodies?: string
  readonly audit?: string
  readonly signInAttempts?: string
  readonly trail?: string
}

export function addPeople(program: Command): void {
  const group = program.command('people').description('what is kept of persons')
  examples(
    online(
      group,
      'export <address>',
      'everything that is kept of a person, a JSON row a line',
    ).option('--out <file>', 'into a file that only you can read (default: standard output)'),
    'trackmark people export cora@customer.example --out cora.ndjson',
  ).action(exportPerson)
  examples(
    online(group, 'erase <address>', 'erases a person who is no user; see docs/privacy.md')
      .option('--all-activities', 'delete also activities in which others take part')
      .option('--yes', 'really: it can’t be undone'),
    'trackmark people erase cora@customer.example --yes',
  ).action(erase)
  const users = program.command('users').description('people of the organization')
  online(users, 'remove <user>', 'deletes a user (address or id), their sign-in and tokens').action(
    async (user: string, options: Connection) => {
      await clientOf(options).send('DELETE', `/users/${encodeURIComponent(user)}`)
      if (options.json) printJson({ removed: user })
      else print(`The user ${user} is removed. Their activities stay.`)
    },
  )
  const kept = online(program, 'retention', 'for how many days what is of persons is kept')
  for (const [flag, what] of DAYS) kept.option(`--${flag} <days>`, `${what} ("forever": no end)`)
  examples(kept, 'trackmark retention', 'trackmark retention --bodies 730 --audit 365').action(
    setRetention,
  )
}

const DAYS = [
  ['bodies', 'texts and attachments of activities'],
  ['audit', 'who changed what'],
  ['sign-in-attempts', 'counts of wrong passwords'],
  ['trail', 'decisions about an item before the last one'],
] as const

async function exportPerson(
  address: string,
  options: Connection & { readonly out?: string },
): Promise<void> {
  const text = await clientOf(options).text(`/people/${encodeURIComponent(address)}`)
  if (options.out === undefined) return printExactly(text.trimEnd())
  writeFileSync(options.out, text, { mode: 0o600 })
  print(`${options.out}: ${text.split('\n').length - 1} rows.`)
}

async function erase(address: string, options: EraseOptions): Promise<void> {
  if (!options.yes) {
    throw new Failure(EXIT.usage, `Erasing ${address} can't be undone; say --yes to do it.`)
  }
  const client = clientOf(options)
  const sum = { deletedActivities: 0, changedActivities: 0, deletedPeople: 0, changedRows: 0 }
  const erasing = { address, confirm: address, allActivities: options.allActivities === true }
  let pseudonym: string | undefined
  for (let isDone = false; !isDone; ) {
    const part: z.infer<typeof erased> = await client.call('POST', '/people/erase', erased, {
      ...erasing,
      ...(pseudonym === undefined ? {} : { pseudonym }),
    })
    for (const name of Object.keys(sum) as (keyof typeof sum)[]) sum[name] += part[name]
    pseudonym = part.pseudonym
    isDone = part.isDone
  }
  if (options.json) return printJson({ ...sum, pseudonym })
  print(
    `${sum.deletedActivities} activities and ${sum.deletedPeople} contacts or leads are deleted. In ${sum.changedActivities} activities of several people ${pseudonym} stands for the address now; their text stays.`,
  )
}

async function setRetention(options: RetentionOptions): Promise<void> {
  const { bodies, audit, signInAttempts, trail } = options
  const given = Object.entries({ bodies, audit, signInAttempts, trail }).flatMap(([name, text]) =>
    text === undefined ? [] : [[name, daysOf(text)] as const],
  )
  const client = clientOf(options)
  const kept =
    given.length === 0
      ? await client.call('GET', '/retention', retention)
      : await client.call('PATCH', '/retention', retention, Object.fromEntries(given))
  if (options.json) return printJson(kept)
  const words = (days: number | null) => (days === null ? 'for ever' : `for ${days} days`)
  for (const [flag, what] of DAYS) {
    const name = flag.replace(/-(.)/g, (_all, letter: string) => letter.toUpperCase())
    print(`${flag.padEnd(17)} ${words(kept[name as keyof typeof kept])} (${what})`)
  }
}

function daysOf(text: string): number | null {
  if (text === 'forever') return null
  if (/^\d{1,5}$/.test(text) && Number(text) > 0) return Number(text)
  throw new Failure(EXIT.usage, `Days are a number from 1, or "forever"; got ${text}.`)
}
