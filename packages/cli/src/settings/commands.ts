import { createInterface } from 'node:readline/promises'
import type { Command } from 'commander'
import type { Client } from '../client.ts'
import { allMailboxes } from '../commands/mailboxes.ts'
import { EXIT, Failure } from '../failure.ts'
import { print, printJson, warn } from '../output.ts'
import { examples, online } from '../program.ts'
import {
  allSettings,
  mergeSettings,
  type Outcome,
  oneSetting,
  openSettings,
  removeSetting,
  replaceSettings,
  type SettingOptions,
} from './api.ts'
import { settingLines, settingTable, showOutcome } from './show.ts'
import { watchCategory } from './watch.ts'

export const settingCommand = (
  program: Command,
  usage: string,
  description: string,
  ...lines: readonly string[]
): Command =>
  examples(
    online(program, usage, description).option(
      '-o, --org <name>',
      'unique name of the organization, also written /u <name> (default: TRACKMARK_ORG)',
    ),
    ...lines,
  )

const TIMEOUT_SECONDS = '600'

export interface ChangeOptions extends SettingOptions {
  readonly dryRun?: boolean
  readonly wait?: boolean
  readonly watchRemoval?: boolean
  readonly timeout: string
}

export const changeOptions = (command: Command): Command =>
  command
    .option('--dry-run', 'what would change, before and after; nothing is written')
    .option('--watch-removal', 'shows how the category leaves the mailboxes, and ends when it has')
    .option('--wait', 'the same, also for the category coming')
    .option('--timeout <seconds>', 'how long to watch at most', TIMEOUT_SECONDS)

interface RetrieveOptions extends SettingOptions {
  readonly filter?: string
  readonly setOnly?: boolean
}

export function addRetrieve(program: Command): void {
  settingCommand(
    program,
    'retrieve [name]',
    'one setting, or all: value in force, default, where it comes from, what it does',
    'orgdborgsettings retrieve',
    'orgdborgsettings retrieve TrackCategorizedItems',
    'orgdborgsettings retrieve --filter mailbox --json',
    'orgdborgsettings retrieve --set-only -o contoso',
    'orgdborgsettings Retrieve /u contoso TrackCategorizedItems',
  )
    .option('--filter <text>', 'those with this text in their name or description')
    .option('--set-only', 'those that are set, not left to their default')
    .action(retrieve)
}

async function retrieve(name: string | undefined, options: RetrieveOptions): Promise<void> {
  const client = await openSettings(options)
  if (name !== undefined) {
    const entry = await oneSetting(client, name)
    return options.json ? printJson(entry) : print(settingLines(entry))
  }
  const wanted = options.filter?.toLowerCase() ?? ''
  const found = (await allSettings(client))
    .filter((one) => `${one.name} ${one.description ?? ''}`.toLowerCase().includes(wanted))
    .filter((one) => !options.setOnly || one.from === 'set')
  if (options.json) return printJson(found)
  print(found.length === 0 ? 'No setting is like that.' : settingTable(found))
}

export function addChanges(program: Command): void {
  changeOptions(
    settingCommand(
      program,
      'update <name> <value>',
      'sets a setting; it takes effect at once',
      'orgdborgsettings update TrackCategorizedItems false --watch-removal',
      'orgdborgsettings update TraceLogPersistenceTimeInDays 9 --dry-run',
      'orgdborgsettings Update /u contoso TrackCategorizedItems false',
    ),
  ).action((name: string, value: string, options: ChangeOptions) =>
    change(options, (client) => mergeSettings(client, { [name]: value }, options.dryRun), name),
  )
  changeOptions(
    settingCommand(
      program,
      'delete <name>',
      'takes a setting out: its default holds again',
      'orgdborgsettings delete TraceLogPersistenceTimeInDays',
      'orgdborgsettings Delete /u contoso TraceLogPersistenceTimeInDays',
    ),
  ).action((name: string, options: ChangeOptions) =>
    change(options, (client) => removeSetting(client, name, options.dryRun), name),
  )
  changeOptions(
    settingCommand(
      program,
      'reset',
      'takes every setting out: all defaults hold again',
      'orgdborgsettings reset --all --dry-run',
      'orgdborgsettings reset --all --yes',
    ),
  )
    .option('--all', 'said, so that it is meant')
    .option('--yes', 'does not ask')
    .action(reset)
}

async function reset(options: ChangeOptions & { all?: boolean; yes?: boolean }): Promise<void> {
  if (!options.all) {
    throw new Failure(EXIT.usage, 'This takes every setting out; say so with --all.')
  }
  const client = await openSettings(options)
  if (!options.dryRun && !options.yes) {
    const planned = await replaceSettings(client, {}, true)
    showOutcome(planned, false)
    if (planned.changes.length === 0) return
    await confirm('Take all of them out?')
  }
  await carryOut(client, options, (to) => replaceSettings(to, {}, options.dryRun))
}

/** @throws Failure unless a person at a terminal says yes */
async function confirm(question: string): Promise<void> {
  if (!process.stdin.isTTY) {
    throw new Failure(EXIT.usage, 'Nobody is there to ask; --yes does it without asking.')
  }
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await lines.question(`${question} [y/N] `)
  lines.close()
  if (!/^y(es)?$/i.test(answer.trim())) throw new Failure(EXIT.refused, 'Nothing was changed.')
}

async function change(
  options: ChangeOptions,
  write: (client: Client) => Promise<Outcome>,
  name: string,
): Promise<void> {
  const client = await openSettings(options)
  await carryOut(client, options, write, async (outcome) => {
    if (options.dryRun) return showOutcome(outcome, options.json)
    const entry = await oneSetting(client, name)
    if (options.json) printJson({ ...entry, changes: outcome.changes })
    else print(settingLines(entry))
  })
}

/** Writes the change, shows the result, and watches the category if that was asked for. */
export async function carryOut(
  client: Client,
  options: ChangeOptions,
  write: (client: Client) => Promise<Outcome>,
  show: (outcome: Outcome) => Promise<void> | void = (outcome) =>
    showOutcome(outcome, options.json),
): Promise<void> {
  const seconds = Number(options.timeout)
  if (!(seconds > 0 && seconds <= 86_400)) {
    throw new Failure(
      EXIT.usage,
      `--timeout must be from 1 to 86400 seconds; got ${options.timeout}.`,
    )
  }
  const watches = (options.wait || options.watchRemoval) && !options.dryRun
  const before = watches ? await allMailboxes(client) : []
  await show(await write(client))
  if (!watches) return
  const wanted = (await oneSetting(client, 'TrackCategorizedItems')).value === true
  if (wanted && !options.wait) {
    warn('TrackCategorizedItems is on: no category is being removed.')
    return
  }
  await watchCategory(client, { wanted, before, timeoutMs: seconds * 1000 })
}
