import { exitWith, stopOnSignals } from './exit.ts'
import { helpText, readInvocation } from './flags.ts'
import { type RunningServer, startServer } from './server.ts'
import { TRACKMARK_VERSION } from './version.ts'

/** What a person wants to know after a start. */
function greeting(server: RunningServer, dataDir: string): string {
  const line = (name: string, text: string) => `  ${name.padEnd(10)}${text}`
  const isEmbedded = server.databaseKind === 'pglite'
  return [
    `Trackmark ${TRACKMARK_VERSION} is running.`,
    '',
    line('Sign in', server.signInLink),
    line('', 'signs in once, within an hour; npx --no trackmark signin-link makes another'),
    line('Web API', `${server.url}/api/data/v9.2/   (Authorization: Bearer, docs/sign-in.md)`),
    server.sandbox === null
      ? line('Sandbox', 'off')
      : line(
          'Sandbox',
          `${server.sandbox.url}/v1.0/   (Microsoft Graph, ${server.sandbox.people} mailboxes)`,
        ),
    line('Data', `${dataDir}${isEmbedded ? '' : ', and PostgreSQL'}`),
    ...(isEmbedded ? POWER_CUT.map((text) => line('', text)) : []),
    '',
    `${working(server)} Next:`,
    '  npx --no trackmark mailboxes    who is there, and how they are',
    '  docs/try-it.md                  the whole round: mark, watch, unmark, switch off',
    'Ctrl+C stops it.',
    '',
  ].join('\n')
}

function working({ worker, mailboxes }: RunningServer): string {
  if (worker === 'off')
    return 'This process synchronizes nothing; workers do (npx --no trackmark worker).'
  if (mailboxes === 0) return 'No mailbox is synchronized yet; the README says how to connect one.'
  return `${mailboxes} mailboxes are being synchronized.`
}

const POWER_CUT = [
  'The embedded database survives a killed process, not a power cut:',
  'set DATABASE_URL to a PostgreSQL for mail you care about.',
]

try {
  const invocation = readInvocation(process.argv.slice(2))
  if (invocation === null) {
    process.stdout.write(
      helpText('serve', 'Starts database, sandbox, synchronization and Web API.'),
    )
  } else {
    const { config } = invocation.loaded
    let stopping = false
    const starting = startServer(config)
    stopOnSignals(async () => {
      stopping = true
      const server = await starting
      await server.stop()
      process.stdout.write('Stopped.\n')
    })
    const server = await starting
    if (!stopping) process.stdout.write(greeting(server, config.dataDir))
  }
} catch (error) {
  exitWith(error)
}
