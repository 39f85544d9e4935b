import { parseArgs } from 'node:util'
import { CONFIG_KEYS, type ConfigKey } from './config/keys.ts'
import { ConfigError, type LoadedConfig, loadConfig } from './config/load.ts'
import { exitWith } from './exit.ts'

interface Invocation {
  readonly loaded: LoadedConfig
  readonly json: boolean
}

/** Keys by flag, without dashes. */
const FLAGS: ReadonlyMap<string, ConfigKey> = new Map(
  CONFIG_KEYS.flatMap((key: ConfigKey) => (key.flag === null ? [] : [[key.flag.slice(2), key]])),
)
/** Flags that people may try for secrets. */
const SECRETS: ReadonlyMap<string, ConfigKey> = new Map(
  CONFIG_KEYS.flatMap((key: ConfigKey) =>
    key.flag === null
      ? [[`--${key.name.replace(/[A-Z]/g, (a) => `-${a.toLowerCase()}`)}`, key]]
      : [],
  ),
)

/**
 * Reads the flags of a server script, and all other sources of configuration.
 * @returns null when help was asked for
 * @throws ConfigError
 */
export function readInvocation(args: readonly string[]): Invocation | null {
  const options: Record<string, { type: 'string' | 'boolean'; short?: string }> = {
    config: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  }
  for (const flag of FLAGS.keys()) options[flag] = { type: 'string' }
  refuseSecrets(args)
  const values = parse(args, options)
  if (values.help === true) return null
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined)
  const flags = Object.fromEntries([...FLAGS].map(([flag, { name }]) => [name, text(flag)]))
  const input = { flags, env: process.env, cwd: process.cwd(), configFile: text('config') }
  return { loaded: loadConfig(input), json: values.json === true }
}

/** @throws ConfigError when a secret is on the command line */
function refuseSecrets(args: readonly string[]): void {
  for (const [index, arg] of args.entries()) {
    const [flag = '', value = args[index + 1] ?? ''] = arg.split(/=(.*)/s)
    const key = SECRETS.get(flag)
    if (key !== undefined) {
      throw new ConfigError(
        `${flag} isn't taken on the command line, where others on this machine can read it. Set ${key.env}, or ${key.name} in the config file.`,
      )
    }
    if (flag === '--database-url' && URL.canParse(value) && new URL(value).password !== '') {
      throw new ConfigError(
        'The password in --database-url could be read by others on this machine. Set DATABASE_URL instead.',
      )
    }
  }
}

function parse(
  args: readonly string[],
  options: Record<string, { type: 'string' | 'boolean'; short?: string }>,
): Record<string, unknown> {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values
  } catch (error) {
    // The first sentence names the flag; what follows is about escaping.
    throw new ConfigError(`${(error as Error).message.split('. ')[0]}. See --help.`)
  }
}

/** Narrower terminals are rare, and wider ones read long lines badly. */
const COLUMNS = 80

/** Wraps a text between words. */
export function indented(text: string, indent: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`
    if (lines.length > 0 && longer.length <= COLUMNS) lines[lines.length - 1] = longer
    else lines.push(`${' '.repeat(indent)}${word}`)
  }
  return lines
}

export function helpText(command: string, does: string): string {
  const rows = CONFIG_KEYS.map((key: ConfigKey): readonly [string, string] => [
    key.flag === null ? `(${key.name})` : `${key.flag} <value>`,
    `${key.description}. ${key.env}, default ${key.default ?? key.defaultText}`,
  ])
  const more = [
    ['--config <file>', 'JSON file to read instead of trackmark.config.json'],
    ['-h, --help', 'this text'],
  ] as const
  const lines = [...rows, ...more].flatMap(([flag, text]) => [`  ${flag}`, ...indented(text, 6)])
  return [
    `Usage: trackmark ${command} [flags]`,
    '',
    does,
    '',
    'Flags come before environment variables, those before the config file.',
    ...lines,
    '',
    'Exit codes: 0 stopped as asked, 1 could not start or failed,',
    '2 wrong flags or configuration.',
    '',
  ].join('\n')
}

/** Runs a server script: answers `--help`, or works, and ends the process with a message when that fails. */
export async function runScript(
  command: string,
  help: string,
  work: (invocation: Invocation) => Promise<void>,
): Promise<void> {
  try {
    const invocation = readInvocation(process.argv.slice(2))
    if (invocation === null) process.stdout.write(helpText(command, help))
    else await work(invocation)
  } catch (error) {
    exitWith(error)
  }
}
