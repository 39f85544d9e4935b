import { createInterface } from 'node:readline/promises'
import type { Command } from 'commander'
import { z } from 'zod'
import { openClient } from '../client.ts'
import {
  type Profiles,
  profilesPath,
  readProfiles,
  writeProfiles,
} from '../connection/profiles-file.ts'
import { EXIT, Failure } from '../failure.ts'
import { print, printJson, table } from '../output.ts'
import { examples } from '../program.ts'

interface LoginOptions {
  readonly profile: string
  readonly url?: string
  readonly token?: string
  readonly environment?: string
  readonly list?: boolean
  readonly json?: boolean
}

export function addLogin(program: Command): void {
  examples(
    program
      .command('login')
      .description('stores where a server is and a token for it, in a file only you can read')
      .option('--profile <name>', 'what to call this connection', 'default')
      .option('--url <url>', 'server (default: TRACKMARK_URL, or the local one)')
      .option('--token <token>', 'bearer token (default: asked for, or read from standard input)')
      .option('--environment <name>', 'unique name of the organization')
      .option('--list', 'what is stored, without the tokens')
      .option('--json', 'print JSON'),
    'trackmark login --url https://crm.contoso.example',
    'trackmark login --profile test --url https://test.contoso.example < token.txt',
    'trackmark status --login test',
    'trackmark login --list',
  ).action((options: LoginOptions) => (options.list ? list(options) : login(options)))
  examples(
    program
      .command('logout')
      .description('forgets a stored connection')
      .option('--profile <name>', 'which one (default: the one used by default)')
      .option('--all', 'all of them'),
    'trackmark logout',
    'trackmark logout --profile test',
  ).action(logout)
}

async function login(options: LoginOptions): Promise<void> {
  const token = options.token ?? (await askToken())
  // A stored connection must not decide which server the login goes to.
  const { TRACKMARK_PROFILE: _named, TRACKMARK_ENVIRONMENT: _environment, ...env } = process.env
  const { profile: _profile, ...connection } = options
  const client = openClient({ ...connection, token }, env)
  await client.call('GET', '/status', z.looseObject({ version: z.string() }))
  const path = profilesPath(process.env)
  const before = readProfiles(path)
  const stored = {
    url: client.url,
    token,
    ...(options.environment ? { environment: options.environment } : {}),
  }
  writeProfiles(path, {
    default: before?.default ?? options.profile,
    profiles: { ...before?.profiles, [options.profile]: stored },
  })
  if (options.json) return printJson({ profile: options.profile, url: client.url, file: path })
  print(`Signed in to ${client.url}; stored as "${options.profile}" in ${path}.`)
}

async function askToken(): Promise<string> {
  const { stdin, stderr } = process
  if (!stdin.isTTY) {
    let text = ''
    for await (const chunk of stdin) text += chunk
    if (text.trim() !== '') return text.trim()
    throw new Failure(
      EXIT.usage,
      'No token was given: pass --token, or write it to standard input.',
    )
  }
  // The echo is discarded, so that the token doesn't appear on the screen.
  stderr.write('Token: ')
  const lines = createInterface({ input: stdin, terminal: true })
  const token = (await lines.question('')).trim()
  lines.close()
  stderr.write('\n')
  if (token === '') throw new Failure(EXIT.usage, 'No token was given.')
  return token
}

function list(options: LoginOptions): void {
  const profiles = readProfiles(profilesPath(process.env))
  const rows = Object.entries(profiles?.profiles ?? {}).map(([name, { url, environment }]) => ({
    name,
    url,
    environment: environment ?? null,
    isDefault: name === profiles?.default,
  }))
  const head = ['NAME', 'DEFAULT', 'URL', 'ENVIRONMENT']
  const cells = rows.map((row) => [
    row.name,
    row.isDefault ? 'yes' : '',
    row.url,
    row.environment ?? '',
  ])
  if (options.json) printJson(rows)
  else
    print(rows.length === 0 ? 'Nothing is stored; "trackmark login" does it.' : table(head, cells))
}

function logout(options: { readonly profile?: string; readonly all?: boolean }): void {
  const path = profilesPath(process.env)
  const before = readProfiles(path)
  const name = options.profile ?? before?.default ?? 'default'
  if (options.all) {
    writeProfiles(path, { default: '', profiles: {} })
    print('Nothing is stored any more.')
    return
  }
  if (before?.profiles[name] === undefined) {
    throw new Failure(EXIT.refused, `No connection is stored as "${name}".`)
  }
  const { [name]: _gone, ...left } = before.profiles
  const next: Profiles = {
    default: before.default === name ? (Object.keys(left)[0] ?? '') : before.default,
    profiles: left,
  }
  writeProfiles(path, next)
  print(`"${name}" is forgotten.`)
}
