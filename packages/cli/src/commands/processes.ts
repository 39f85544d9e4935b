import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Command } from 'commander'

const SERVER = join(import.meta.dirname, '../../../server/src')

/**
 * Cycles leave much short-lived data behind; collecting it in small steps kept the server with
 * 1,000 mailboxes at 240 MB instead of 370 (PostgreSQL), for no measurable time. The script `start`
 * of the root package.json says the same.
 */
const RUNTIME_FLAGS = ['--max-semi-space-size=4']

/** Commands that start the server as a process of its own, with these flags. */
export function addProcesses(program: Command): void {
  forward(
    program,
    'serve',
    'starts everything: database, sandbox, synchronization, Web API',
    'main.ts',
  )
  forward(
    program,
    'worker',
    'synchronizes mailboxes beside other processes, on a shared PostgreSQL',
    'worker-main.ts',
  )
  forward(
    program,
    'config',
    'prints what is configured and where each value comes from',
    'config-main.ts',
  )
  forward(
    program.command('db').description('moves the database'),
    'move',
    'copies everything from the embedded database to PostgreSQL, or back',
    'move-main.ts',
  )
}

function forward(program: Command, name: string, description: string, script: string): void {
  program
    .command(name)
    .description(`${description} (--help lists its flags)`)
    .allowUnknownOption()
    .allowExcessArguments()
    .helpOption(false)
    .action(async (_options, command: Command) => {
      const child = spawn(
        process.execPath,
        [...RUNTIME_FLAGS, join(SERVER, script), ...command.args],
        {
          stdio: 'inherit',
        },
      )
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
        process.on(signal, () => child.kill(signal))
      }
      process.exitCode = await new Promise<number>((done) => {
        child.on('exit', (code) => done(code ?? 1))
      })
    })
}
