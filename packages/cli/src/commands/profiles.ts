import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { z } from 'zod'
import { EXIT, Failure } from '../failure.ts'
import { print, printJson, table } from '../output.ts'
import { type Connection, clientOf, online } from '../program.ts'

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
  online(group, 'test <name>', 'tries the permissions of a profile on one mailbox')
    .requiredOption('--mailbox <address>', 'the mailbox to try')
    .action(test)
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

interface AddOptions extends Connection {
  readonly tenant: string
  readonly client: string
  readonly secretFile?: string
  readonly certificateFile?: string
  readonly keyFile?: string
  readonly graphUrl?: string
  readonly authorityUrl?: string
}

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
    })
}

/** Secrets come from files: a flag would stay in the shell's history and the process list. */
function credential(options: AddOptions): Record<string, string> {
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

const report = z.object({
  ok: z.boolean(),
  checks: z.record(z.string(), z.object({ ok: z.boolean(), message: z.string().nullable() })),
})

async function test(name: string, options: Connection & { mailbox: string }): Promise<void> {
  const path = `/profiles/${encodeURIComponent(name)}/test`
  const result = await clientOf(options).call('POST', path, report, { mailbox: options.mailbox })
  const rows = Object.entries(result.checks).map(([what, check]) => [what, check.message ?? 'ok'])
  if (options.json) printJson(result)
  else print(table(['WHAT', 'RESULT'], rows))
  if (!result.ok) process.exitCode = EXIT.refused
}
