import { createRequire } from 'node:module'
import { Command } from 'commander'
import { type Client, openClient } from './client.ts'
import type { ConnectionOptions } from './connection/resolve.ts'
import { EXIT, EXIT_HELP } from './failure.ts'
import { columnsOf } from './output.ts'
import { fill } from './terminal.ts'

const VERSION: string = createRequire(import.meta.url)('../package.json').version

export interface Connection extends ConnectionOptions {
  readonly json?: boolean
}

/** Defines a command that talks to a server. All of them take the same options. */
export function online(parent: Command, usage: string, description: string): Command {
  return parent
    .command(usage)
    .description(description)
    .option('--url <url>', 'server (default: TRACKMARK_URL, or the local one)')
    .option('--token <token>', 'bearer token (default: TRACKMARK_TOKEN, or the local server’s)')
    .option('--login <name>', 'connection stored by "trackmark login" (default: TRACKMARK_PROFILE)')
    .option(
      '-e, --environment <name>',
      'organization (default: TRACKMARK_ENVIRONMENT, or the only one)',
    )
    .option('--json', 'print JSON')
}

export const clientOf = (options: Connection): Client => openClient(options)

/** Usage errors end with 2, and help lists the exit codes. */
export function newProgram(name: string, description: string, examples: string): Command {
  const program = new Command(name)
    .description(description)
    .showHelpAfterError('(--help shows what there is)')
    .addHelpText('after', () => helpText(`\nExamples:\n${examples}\n${EXIT_HELP}`))
  // Alone: `environments set` has an option of that name.
  if (process.argv.slice(2).join(' ') === '--version') {
    process.stdout.write(`${VERSION}\n`)
    process.exit(EXIT.ok)
  }
  return program.exitOverride((end) => {
    process.exit(end.exitCode === 0 ? EXIT.ok : EXIT.usage)
  })
}

/** Examples, shown below the help of a command. */
export function examples(command: Command, ...lines: readonly string[]): Command {
  const list = lines.map((line) => `  ${line}`).join('\n')
  return command.addHelpText('after', () => helpText(`\nExamples:\n${list}\n${EXIT_HELP}`))
}

/** Within the terminal, as the rest of the help. */
export const helpText = (text: string): string => fill(text, columnsOf(process.stdout))
