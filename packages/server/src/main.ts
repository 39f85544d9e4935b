import { TRACKMARK_VERSION } from './config/version.ts'
import { stopOnSignals } from './exit.ts'
import { runScript } from './flags.ts'
import { type RunningServer, startServer } from './server.ts'

/** The text that is printed after a start. */
function greeting(server: RunningServer, dataDir: string): string {
  const line = (name: string, text: string) => `  ${name.padEnd(14)}${text}`
  const isEmbedded = server.databaseKind === 'pglite'
  const { sandbox, url } = server
  return [
    `Trackmark ${TRACKMARK_VERSION} is running. Open in a browser:`,
    '',
    ...(sandbox === null
      ? []
      : [
          line('Mailboxes', `${sandbox.url}/`),
          line('', 'a page like Outlook: pick a person, put the category on an email'),
        ]),
    line('Admin center', server.signInLink),
    line('', 'signs you in once, within an hour; for another link run'),
    line('', 'npx --no trackmark signin-link'),
    '',
    `${synchronizationText(server)} For programs and scripts:`,
    line('Web API', `${url}/api/data/v9.2/   (docs/web-api.md)`),
    line('Graph', sandbox === null ? 'the sandbox is off' : `${sandbox.url}/v1.0/   (the sandbox)`),
    ...httpsOf(sandbox).map((text) => line('', text)),
    line('Data', `${dataDir}${isEmbedded ? '' : ', and PostgreSQL'}`),
    ...(isEmbedded ? POWER_CUT.map((text) => line('', text)) : []),
    '',
    'docs/try-it.md shows the whole round. Ctrl+C stops the server.',
    '',
  ].join('\n')
}

function httpsOf(sandbox: RunningServer['sandbox']): string[] {
  if (sandbox?.https == null) return []
  const { url, certificate } = sandbox.https
  return [`${url}/v1.0/`, `whose certificate is ${certificate.file}`]
}

function synchronizationText({ worker, mailboxes }: RunningServer): string {
  if (worker === 'off')
    return 'This process synchronizes nothing; workers do (npx --no trackmark worker).'
  if (mailboxes === 0) return 'No mailbox is synchronized yet; the README says how to connect one.'
  return `${mailboxes} mailboxes are being synchronized.`
}

const POWER_CUT = [
  'The embedded database survives a killed process, not a power cut:',
  'set DATABASE_URL to a PostgreSQL for mail you care about.',
]

const HELP = 'Starts database, sandbox, synchronization and Web API.'

await runScript('serve', HELP, async ({ loaded: { config } }) => {
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
})
