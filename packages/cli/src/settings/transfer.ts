import { readFileSync, writeFileSync } from 'node:fs'
import {
  checkEntry,
  findSetting,
  parseOrgSettings,
  readSettingsXml,
  serializeOrgSettings,
} from '@trackmark/dataverse'
import type { Command } from 'commander'
import { EXIT, Failure } from '../failure.ts'
import { print } from '../output.ts'
import { allSettings, mergeSettings, openSettings, replaceSettings, type Values } from './api.ts'
import { type ChangeOptions, carryOut, changeOptions, settingCommand } from './commands.ts'

type Format = 'xml' | 'json'

export function addTransfer(program: Command): void {
  settingCommand(
    program,
    'export <file>',
    'writes what is set as XML or JSON; - is standard output',
    'orgdborgsettings export settings.xml',
    'orgdborgsettings export - --format json | jq .',
  )
    .option('--format <format>', 'xml or json (default: by the ending of the file, else xml)')
    .action(exportTo)
  changeOptions(
    settingCommand(
      program,
      'import <file>',
      'sets what an XML or JSON file names: all of it or nothing; - is standard input',
      'orgdborgsettings import settings.xml --dry-run',
      'orgdborgsettings import settings.json --replace --watch-removal',
      'orgdborgsettings export - -o test | orgdborgsettings import - -o contoso',
    ),
  )
    .option('--replace', 'also takes out what the file does not name')
    .action(importFrom)
}

async function exportTo(
  file: string,
  options: ChangeOptions & { readonly format?: string },
): Promise<void> {
  const format = options.format ?? (/\.json$/i.test(file) ? 'json' : 'xml')
  if (format !== 'xml' && format !== 'json') {
    throw new Failure(EXIT.usage, `--format must be xml or json; got "${format}".`)
  }
  const client = await openSettings(options)
  const values = (await allSettings(client))
    .filter(({ from, value }) => from === 'set' && value !== null)
    .map(({ name, value }) => [name, value as string | number | boolean] as const)
  const text = exportText(Object.fromEntries(values), format)
  if (file === '-') return void process.stdout.write(text)
  try {
    writeFileSync(file, text)
  } catch (error) {
    throw cantUse(file, 'written', error)
  }
  print(`${values.length} ${values.length === 1 ? 'setting' : 'settings'} written to ${file}.`)
}

/** The XML is the content of the column, so that other tools can read it. */
export function exportText(values: Values, format: Format): string {
  if (format === 'json') return `${JSON.stringify(values, null, 2)}\n`
  const stored = Object.entries(values).flatMap(([name, value]) => {
    const setting = findSetting(name)
    return setting === undefined ? [] : [{ setting, value }]
  })
  return `${serializeOrgSettings(stored) ?? '<OrgSettings></OrgSettings>'}\n`
}

async function importFrom(
  file: string,
  options: ChangeOptions & { readonly replace?: boolean },
): Promise<void> {
  const values = importValues(readText(file))
  const client = await openSettings(options)
  const write = options.replace ? replaceSettings : mergeSettings
  await carryOut(client, options, (to) => write(to, values, options.dryRun))
}

/** @throws Failure listing every fault of the file */
export function importValues(text: string): Values {
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  const entries = trimmed.startsWith('{') ? jsonEntries(trimmed) : xmlEntries(trimmed)
  const values: Record<string, string | number | boolean> = {}
  const faults: string[] = []
  for (const { name, text: value } of entries) {
    const checked = checkEntry(name, value)
    if (!checked.ok) faults.push(checked.refusal.reason)
    else if (checked.stored.setting.name in values) faults.push(`${name} is named twice.`)
    else values[checked.stored.setting.name] = checked.stored.value
  }
  if (faults.length === 0) return values
  throw new Failure(
    EXIT.refused,
    `Nothing was imported:\n${faults.map((f) => `  ${f}`).join('\n')}`,
  )
}

interface Entry {
  readonly name: string
  readonly text: string
}

function xmlEntries(text: string): readonly Entry[] {
  if (text === '') throw new Failure(EXIT.refused, 'Nothing was imported: the file is empty.')
  const read = readSettingsXml(text)
  if (read.ok) return read.entries
  const parsed = parseOrgSettings(text)
  const reason = parsed.ok ? read.reason : parsed.refusal.reason
  throw new Failure(EXIT.refused, `Nothing was imported: ${reason}`)
}

function jsonEntries(text: string): readonly Entry[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new Failure(EXIT.refused, `Nothing was imported: ${(error as Error).message}`)
  }
  return Object.entries(value as Record<string, unknown>).map(([name, given]) => {
    if (['string', 'number', 'boolean'].includes(typeof given)) return { name, text: String(given) }
    throw new Failure(
      EXIT.refused,
      `Nothing was imported: ${name.slice(0, 100)} must be true, false, a number or a text.`,
    )
  })
}

function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (error) {
    throw cantUse(file, 'read', error)
  }
}

const cantUse = (file: string, done: string, error: unknown): Failure =>
  new Failure(
    EXIT.usage,
    `The file ${file} can't be ${done} (${(error as NodeJS.ErrnoException).code}).`,
  )
