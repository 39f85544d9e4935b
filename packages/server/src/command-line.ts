import { FolderLockedError } from '@trackmark/store'
import { CONFIG_KEYS } from './config/keys.ts'
import { ConfigError, type LoadedConfig, loadConfig } from './config/load.ts'

/**
 * What a process of the server is configured with, from its arguments, environment and files.
 * @throws ConfigError
 */
export function configuration(args: readonly string[], env: NodeJS.ProcessEnv): LoadedConfig {
  const flags: Record<string, string> = {}
  let configFile: string | undefined
  for (let at = 0; at < args.length; at++) {
    const [flag = '', inline] = args[at]!.split(/=(.*)/s)
    const key = CONFIG_KEYS.find((one) => one.flag === flag)
    if (key === undefined && flag !== '--config') {
      throw new ConfigError(`${flag.slice(0, 60)} isn't a known flag. --help lists them.`)
    }
    const value = inline ?? args[++at]
    if (value === undefined) throw new ConfigError(`${flag} wants a value.`)
    if (key === undefined) configFile = value
    else flags[key.name] = value
  }
  return loadConfig({ flags, env, cwd: process.cwd(), configFile })
}

/** Flags with their variables and defaults. */
export function flagHelp(): string {
  const lines = CONFIG_KEYS.map((key) => {
    const fallback = 'defaultText' in key ? key.defaultText : String(key.default)
    return `  ${key.flag.padEnd(22)} ${key.description}\n${' '.repeat(25)}${key.env}; default: ${fallback}`
  })
  return `${lines.join('\n')}\n  ${'--config'.padEnd(22)} configuration file (default: trackmark.config.json)\n`
}

/** Runs a process: what people can put right is one line, anything else a stack. */
export async function run(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const known = error instanceof ConfigError || error instanceof FolderLockedError
    process.stderr.write(`${known ? error.message : ((error as Error).stack ?? error)}\n`)
    process.exitCode = error instanceof ConfigError ? 2 : 1
  }
}

/** Stops once on SIGINT or SIGTERM; a second signal ends the process at once. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1)
      stopping = true
      process.stdout.write('Stopping…\n')
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`${String(error)}\n`)
          process.exit(1)
        },
      )
    })
  }
}
