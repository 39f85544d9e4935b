import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { CONFIG_KEYS, type ConfigKey, type ConfigKeyName } from './keys.ts'
import { mask } from './mask.ts'

/** The effective configuration. Unset keys are null; `defaultText` of the key says what happens then. */
export interface Config {
  readonly host: string
  readonly port: number
  /** Separated by commas. */
  readonly hosts: string | null
  /** `on`, `off`, or addresses and networks separated by commas. */
  readonly trustProxy: string
  readonly publicUrl: string | null
  readonly oidcIssuer: string | null
  readonly oidcClientId: string | null
  readonly oidcClientSecret: string | null
  readonly oidcName: string
  readonly oidcTrustUsername: 'on' | 'off'
  /** Absolute. */
  readonly dataDir: string
  readonly databaseUrl: string | null
  readonly sandbox: 'auto' | 'on' | 'off'
  readonly sandboxPort: number
  readonly sandboxHttpsPort: number | null
  readonly adminToken: string | null
  readonly secretKey: string | null
  /** Separated by commas. */
  readonly secretKeyFormer: string | null
  readonly exchangeAddresses: string | null
  readonly worker: 'on' | 'off'
  readonly workerConcurrency: number
  /** In seconds. */
  readonly requestTimeLimit: number
  readonly webhooksPrivate: 'auto' | 'on' | 'off'
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

export type ConfigSource = 'flag' | 'environment' | 'file' | 'default'

export interface LoadedConfig {
  readonly config: Config
  readonly sources: Readonly<Record<ConfigKeyName, ConfigSource>>
  /** The file that was read, or null where there was none. */
  readonly file: string | null
}

export interface ConfigInput {
  /** By key name, as typed. */
  readonly flags: Readonly<Record<string, string | undefined>>
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** `--config`; it must exist then. */
  readonly configFile?: string | undefined
}

/** The message names the key, the value (secrets are masked) and the permitted values. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** Variables of the command line tools, which aren't the server's. */
const OTHER_VARIABLES = new Set([
  'TRACKMARK_URL',
  'TRACKMARK_TOKEN',
  'TRACKMARK_ORG',
  'TRACKMARK_ENVIRONMENT',
  'TRACKMARK_BACKUP_PASSPHRASE',
  'TRACKMARK_BACKUP_PASSPHRASE_FILE',
])

const DEFAULT_FILE = 'trackmark.config.json'

/**
 * Reads flags, then the environment, then the file, then defaults. All faults are reported together. @throws
 * ConfigError
 */
export function loadConfig(input: ConfigInput): LoadedConfig {
  const file = readConfigFile(input)
  const faults = [...unknownNames(input, file)]
  const values: Record<string, unknown> = {}
  const sources: Record<string, ConfigSource> = {}
  for (const key of CONFIG_KEYS) {
    const found = findValue(key, input, file)
    sources[key.name] = found.source
    if (found.source === 'default') {
      values[key.name] = key.default
      continue
    }
    const parsed = key.schema.safeParse(found.value)
    if (parsed.success) values[key.name] = parsed.data
    else faults.push(fault(key, found, file))
  }
  if (faults.length > 0) throw new ConfigError(faults.join('\n'))
  const config = values as unknown as Config
  return {
    config: { ...config, dataDir: resolve(input.cwd, config.dataDir) },
    sources: sources as Record<ConfigKeyName, ConfigSource>,
    file: file?.path ?? null,
  }
}

interface ConfigFile {
  readonly path: string
  readonly values: Readonly<Record<string, unknown>>
}

interface Found {
  readonly value: unknown
  readonly source: ConfigSource
}

function findValue(key: ConfigKey, input: ConfigInput, file: ConfigFile | null): Found {
  const flag = input.flags[key.name]
  if (flag !== undefined) return { value: flag, source: 'flag' }
  const variable = input.env[key.env]
  // `PORT= command` is how a shell unsets a variable for one command.
  if (variable !== undefined && variable !== '') return { value: variable, source: 'environment' }
  const inFile = file?.values[key.name]
  if (inFile !== undefined && inFile !== null) return { value: inFile, source: 'file' }
  return { value: null, source: 'default' }
}

function readConfigFile(input: ConfigInput): ConfigFile | null {
  const path = resolve(input.cwd, input.configFile ?? DEFAULT_FILE)
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' && input.configFile === undefined) return null
    if (code === 'ENOENT') throw new ConfigError(`The config file ${path} doesn't exist.`)
    throw new ConfigError(`The config file ${path} can't be read: ${message}.`)
  }
  const values = parseObject(text, path)
  return { path, values }
}

function parseObject(text: string, path: string): Record<string, unknown> {
  let values: unknown
  try {
    values = JSON.parse(text)
  } catch (error) {
    // The parser's message quotes the text around the fault, which may be a secret.
    const at = /position \d+( \(line \d+ column \d+\))?/.exec(String(error))?.[0]
    throw new ConfigError(`The config file ${path} isn't valid JSON${at ? ` (${at})` : ''}.`)
  }
  if (typeof values === 'object' && values !== null && !Array.isArray(values)) {
    return values as Record<string, unknown>
  }
  throw new ConfigError(`The config file ${path} must hold one JSON object.`)
}

function unknownNames(input: ConfigInput, file: ConfigFile | null): string[] {
  const names = CONFIG_KEYS.map((key) => key.name as string)
  const variables = CONFIG_KEYS.map((key) => key.env as string)
  const inFile = Object.keys(file?.values ?? {})
    // Editors complete a JSON file by its "$schema".
    .filter((name) => name !== '$schema' && !names.includes(name))
    .map((name) => `${name} in ${file?.path} isn't a known key. ${hint(name, names)}`)
  const inEnv = Object.keys(input.env)
    .filter((name) => name.startsWith('TRACKMARK_') && !OTHER_VARIABLES.has(name))
    .filter((name) => !variables.includes(name))
    .map((name) => `${name} isn't a known environment variable. ${hint(name, variables)}`)
  return [...inFile, ...inEnv]
}

function hint(name: string, known: readonly string[]): string {
  const near = known.find((other) => distance(name.toLowerCase(), other.toLowerCase()) <= 2)
  return near === undefined ? `Known are: ${known.join(', ')}.` : `Did you mean ${near}?`
}

function fault(key: ConfigKey, found: Found, file: ConfigFile | null): string {
  const where = {
    flag: `the flag ${key.flag}`,
    environment: `the environment variable ${key.env}`,
    file: `${file?.path}`,
    default: 'the default',
  }[found.source]
  const shown = typeof found.value === 'string' ? found.value : JSON.stringify(found.value)
  return `${key.name} must be ${key.mustBe}; ${where} says ${JSON.stringify(mask(key, shown))}.`
}

/** Levenshtein distance, for texts of a few dozen characters. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, change))
    }
    row = next
  }
  return row[b.length]!
}
