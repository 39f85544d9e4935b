import { configuration, flagHelp, run, stopOnSignal } from './command-line.ts'
import { type StartedServer, startServer } from './start.ts'
import { TRACKMARK_VERSION } from './version.ts'

const args = process.argv.slice(2)

await run(async () => {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`trackmark serve: starts everything\n\n${flagHelp()}`)
    return
  }
  const { config } = configuration(args, process.env)
  process.stdout.write(`Trackmark ${TRACKMARK_VERSION} is starting…\n`)
  const server = await startServer(config)
  stopOnSignal(server.stop)
  process.stdout.write(greeting(server, config.dataDir))
})

function greeting(server: StartedServer, dataDir: string): string {
  const { sandbox } = server
  const lines = [
    '',
    `  Web API      ${server.url}/api/data/v9.2/`,
    `  Sign in      Authorization: Bearer ${server.adminToken}`,
    `  Data         ${dataDir}`,
    ...(sandbox
      ? [
          `  Sandbox      ${sandbox.url}/v1.0/ (Microsoft Graph), ${sandbox.mailboxes} mailboxes with mail, meetings and tasks`,
        ]
      : []),
    '',
    ...(sandbox
      ? [
          '  The category "Tracked to Dynamics 365" is being put into every mailbox. Next:',
          '    npx trackmark mailboxes          who is there, and how they are',
          '    docs/try-it.md                   the whole round: mark, watch, unmark, switch off',
          '',
        ]
      : []),
    ...(server.worker === 'off'
      ? ['  This process synchronizes nothing; workers do (npx trackmark worker).', '']
      : []),
    ...(server.databaseKind === 'pglite'
      ? [
          '  The embedded database survives a killed process, but not a power cut.',
          '  Set DATABASE_URL to a PostgreSQL for mail you care about.',
          '',
        ]
      : []),
  ]
  return `${lines.join('\n')}\n`
}
