import { writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import { z } from 'zod'
import type { Client } from '../client.ts'
import { EXIT, Failure } from '../failure.ts'
import { print, printJson, table } from '../output.ts'
import { type Connection, clientOf, online } from '../program.ts'

const done = z.looseObject({ mailboxes: z.number(), changed: z.number() })
const found = z.looseObject({ mailboxId: z.string(), emailAddress: z.string() })
const mailboxTest = z.looseObject({
  state: z.string(),
  steps: z.array(
    z.looseObject({
      step: z.string(),
      result: z.string(),
      durationMs: z.number().nullable(),
      message: z.string().nullable(),
      advice: z.string().nullable(),
    }),
  ),
})
type Test = z.infer<typeof mailboxTest>

interface Which extends Connection {
  readonly all?: boolean
}

/** The commands of the page "Mailboxes" for selected mailboxes. */
export function addMailboxCommands(group: Command): void {
  several(group, 'approve', 'approves the email addresses', { action: 'approve' })
  several(group, 'reject', 'takes the approval back', { action: 'reject' })
  several(group, 'apply-defaults', 'applies the default email settings, then tests and enables', {
    action: 'applyDefaults',
  })
  online(group, 'test [addresses...]', 'tests what the server profile reaches, and enables')
    .option('--all', 'every mailbox')
    .option('--no-wait', "don't wait for the results")
    .action(test)
  online(group, 'remove <address>', 'deletes a mailbox that isn’t synchronized; activities stay')
    .option('--leave-category', 'also while the category is still in the mailbox')
    .action(async (address: string, options: Connection & { readonly leaveCategory?: boolean }) => {
      const query = options.leaveCategory ? '?leaveCategory=true' : ''
      const path = `/mailboxes/${encodeURIComponent(address)}${query}`
      await clientOf(options).send('DELETE', path)
      if (options.json) printJson({ removed: address })
      else print(`The mailbox ${address} is removed. Its activities and its user stay.`)
    })
  online(group, 'details <address>', 'writes all that is known of a mailbox, for who helps with it')
    .option('-o, --output <file>', 'write it to a file')
    .action(details)
}

function several(group: Command, name: string, about: string, body: object): void {
  online(group, `${name} [addresses...]`, about)
    .option('--all', 'every mailbox')
    .action(async (addresses: string[], options: Which) => {
      const client = clientOf(options)
      const target = await targetOf(client, addresses, options)
      const result = await client.call('POST', '/mailboxes/actions', done, { ...body, ...target })
      if (options.json) return printJson(result)
      const { mailboxes, changed } = result
      print(`${mailboxes} ${mailboxes === 1 ? 'mailbox' : 'mailboxes'}, ${changed} changed.`)
    })
}

async function targetOf(
  client: Client,
  addresses: readonly string[],
  { all }: Which,
): Promise<{ ids: string[] } | { filter: object }> {
  if (all && addresses.length === 0) return { filter: {} }
  if (all || addresses.length === 0) {
    throw new Failure(EXIT.usage, 'Name mailboxes by their addresses, or say --all.')
  }
  const ids: string[] = []
  for (const address of addresses) {
    const path = `/mailboxes/${encodeURIComponent(address)}`
    ids.push((await client.call('GET', path, found)).mailboxId)
  }
  return { ids }
}

const POLL_MS = 500

async function test(addresses: string[], options: Which & { wait: boolean }): Promise<void> {
  const client = clientOf(options)
  const target = await targetOf(client, addresses, options)
  const result = await client.call('POST', '/mailboxes/actions', done, {
    action: 'test',
    ...target,
  })
  if (!options.wait || !('ids' in target)) {
    if (options.json) return printJson(result)
    return print(`${result.mailboxes} to be tested; "trackmark mailboxes" shows what came of it.`)
  }
  const tests: Record<string, Test> = {}
  for (const [index, id] of target.ids.entries()) {
    tests[addresses[index]!] = await ended(client, id)
  }
  if (options.json) printJson(tests)
  else for (const [address, one] of Object.entries(tests)) show(address, one)
  const failed = Object.values(tests).some(({ steps }) =>
    steps.some((step) => step.result === 'failure'),
  )
  if (failed) throw new Failure(EXIT.refused, 'Not every mailbox passed.')
}

async function ended(client: Client, mailboxId: string): Promise<Test> {
  for (;;) {
    const one = await client.call('GET', `/mailboxes/${mailboxId}/test`, mailboxTest)
    if (one.state === 'done') return one
    await new Promise((resume) => setTimeout(resume, POLL_MS))
  }
}

function show(address: string, { steps }: Test): void {
  print(address)
  print(
    table(
      ['STEP', 'RESULT', 'MS', 'WHAT'],
      steps.map((step) => [
        step.step,
        step.result,
        step.durationMs === null ? '-' : String(step.durationMs),
        [step.message, step.advice].filter((part) => part !== null).join(' '),
      ]),
    ),
  )
}

async function details(
  address: string,
  options: Connection & { readonly output?: string },
): Promise<void> {
  const text = await clientOf(options).text(`/mailboxes/${encodeURIComponent(address)}/details`)
  if (options.output === undefined) return print(text.trimEnd())
  writeFileSync(options.output, text)
  print(`Written to ${options.output}.`)
}
