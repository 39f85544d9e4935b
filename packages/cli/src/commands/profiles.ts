import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { z } from 'zod'
import { EXIT, Failure } from '../failure.ts'
import { print, printJson, table } from '../output.ts'
import { type Connection, clientOf, examples, online } from '../program.ts'

const profile = z.looseObject({
  name: z.string(),
  connector: z.string(),
  isActive: z.boolean(),
  connection: z.looseObject({
    tenantId: z.string().optional(),
    clientId: z.string().optional(),
    credential: z.string().optional(),
  }),
})

export function addProfiles(program: Command): void {
  const group = program.command('profiles').description('how mailboxes are reached')
  online(group, 'list', 'every server profile').action(list)
  group.action(() => list({}))
  addAdd(group)
  examples(
    online(group, 'set <name>', 'changes what a profile signs in with, such as an expired secret')
      .option('--tenant <id>', 'directory (tenant) id')
      .option('--client <id>', 'application (client) id')
      .option('--secret-file <file>', 'file holding the new client secret')
      .option('--certificate-file <file>', 'PEM file of the new certificate, with --key-file')
      .option('--key-file <file>', 'PEM file of its private key')
      .action(set),
    'trackmark profiles set "Exchange Online" --secret-file secret.txt',
    'trackmark profiles set "Exchange Online" --certificate-file new.crt --key-file new.key',
  )
  examples(
    online(group, 'test <name>', 'tries on one mailbox what a profile reaches, and says what to do')
      .requiredOption('--mailbox <address>', 'the mailbox to try')
      .action(test),
    'trackmark profiles test "Exchange Online" --mailbox ada@contoso.com',
  )
}

async function list(options: Connection): Promise<void> {
  const schema = z.object({ profiles: z.array(profile) })
  const { profiles: value } = await clientOf(options).call('GET', '/profiles', schema)
  if (options.json) return printJson(value)
  print(
    table(
      ['NAME', 'KIND', 'ACTIVE', 'TENANT', 'CLIENT', 'CREDENTIAL'],
      value.map((one) => [
        one.name,
        one.connector,
        one.isActive ? 'yes' : 'no',
        one.connection.tenantId ?? '',
        one.connection.clientId ?? '',
        one.connection.credential ?? '',
      ]),
    ),
  )
}

interface Files {
  readonly secretFile?: string
  readonly certificateFile?: string
  readonly keyFile?: string
}

interface AddOptions extends Connection, Files {
  readonly tenant: string
  readonly client: string
  readonly graphUrl?: string
  readonly authorityUrl?: string
}

const SANDBOX_YIELDS =
  'While it is active, the sandbox does not start with the server any more, unless TRACKMARK_SANDBOX=on.'

function addAdd(group: Command): void {
  online(group, 'add <name>', 'adds Exchange Online')
    .requiredOption('--tenant <id>', 'directory (tenant) id')
    .requiredOption('--client <id>', 'application (client) id')
    .option('--secret-file <file>', 'file holding the client secret')
    .option('--certificate-file <file>', 'PEM file of the certificate, with --key-file')
    .option('--key-file <file>', 'PEM file of its private key')
    .option('--graph-url <url>', 'of a national cloud')
    .option('--authority-url <url>', 'of a national cloud')
    .action(async (name: string, options: AddOptions) => {
      const added = await clientOf(options).call('POST', '/profiles', profile, {
        name,
        tenantId: options.tenant,
        clientId: options.client,
        ...credential(options),
        ...(options.graphUrl ? { graphUrl: options.graphUrl } : {}),
        ...(options.authorityUrl ? { authorityUrl: options.authorityUrl } : {}),
      })
      if (options.json) return printJson(added)
      print(`The server profile ${added.name} is there. Next:`)
      print(`  trackmark profiles test "${added.name}" --mailbox ADDRESS`)
      print(`  trackmark mailboxes add ADDRESS... --profile "${added.name}"`)
      print(SANDBOX_YIELDS)
    })
}

type SetOptions = Connection & Partial<Pick<AddOptions, 'tenant' | 'client'>> & Files

/** The server uses the new values from the next cycle on. */
async function set(name: string, options: SetOptions): Promise<void> {
  const isCredentialNew =
    options.secretFile !== undefined ||
    options.keyFile !== undefined ||
    options.certificateFile !== undefined
  const request = {
    ...(options.tenant === undefined ? {} : { tenantId: options.tenant }),
    ...(options.client === undefined ? {} : { clientId: options.client }),
    ...(isCredentialNew ? credential(options) : {}),
  }
  if (Object.keys(request).length === 0) {
    throw new Failure(EXIT.usage, 'Say what changes, such as --secret-file.')
  }
  const path = `/profiles/${encodeURIComponent(name)}`
  const changed = await clientOf(options).call('PATCH', path, profile, request)
  if (options.json) return printJson(changed)
  print(`The server profile ${changed.name} is changed. Try it:`)
  print(`  trackmark profiles test "${changed.name}" --mailbox ADDRESS`)
}

/** Secrets come from files: a flag would stay in the shell's history and the process list. */
function credential(options: Files): Record<string, string> {
  if (options.secretFile && !options.keyFile) return { secret: read(options.secretFile) }
  if (options.keyFile && options.certificateFile && !options.secretFile) {
    return { privateKey: read(options.keyFile), certificate: read(options.certificateFile) }
  }
  throw new Failure(
    EXIT.usage,
    'Give either --secret-file, or --certificate-file together with --key-file.',
  )
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Failure(EXIT.usage, `The file ${file} can't be read (${code}).`)
  }
}

const report = z.looseObject({
  ok: z.boolean(),
  steps: z.array(
    z.looseObject({
      step: z.string(),
      result: z.enum(['success', 'warning', 'failure', 'notRun']),
      permission: z.string().nullable(),
      code: z.string().nullable(),
      message: z.string().nullable(),
      advice: z.string().nullable(),
    }),
  ),
})
type Step = z.infer<typeof report>['steps'][number]

const STEPS: Readonly<Record<string, string>> = {
  signIn: 'Sign in (token)',
  categories: 'Category list',
  mail: 'Email',
  calendar: 'Appointments',
  tasks: 'Tasks (optional)',
}
const RESULTS = { success: 'ok', warning: 'warning', failure: 'FAILED', notRun: 'not run' } as const

async function test(name: string, options: Connection & { mailbox: string }): Promise<void> {
  const path = `/profiles/${encodeURIComponent(name)}/test`
  const result = await clientOf(options).call('POST', path, report, { mailbox: options.mailbox })
  if (options.json) printJson(result)
  else {
    const rows = result.steps.map((one) => [
      STEPS[one.step] ?? one.step,
      RESULTS[one.result],
      one.permission ?? '',
    ])
    print(table(['STEP', 'RESULT', 'PERMISSION'], rows))
    for (const words of advice(result.steps)) print(`\n${words}`)
  }
  if (!result.ok) process.exitCode = EXIT.refused
}

/** Lists each problem with its advice, once for all steps that fail for the same reason. */
function advice(steps: readonly Step[]): readonly string[] {
  const told = new Map<string, string[]>()
  for (const { step, code, message, advice: what } of steps) {
    if (message === null) continue
    const words = [code === null ? message : `${message} (${code})`, what ?? ''].join('\n  ').trim()
    told.set(words, [...(told.get(words) ?? []), STEPS[step] ?? step])
  }
  return [...told].map(([words, where]) => `${where.join(', ')}: ${words}`)
}
