import { ConfigError } from './config/load.ts'
import { exitWith } from './exit.ts'
import { helpText, readInvocation } from './flags.ts'
import { moveDatabase } from './move.ts'

const HELP = `Copies everything from the embedded database in the data folder to the PostgreSQL of DATABASE_URL.
Stop the server and its workers first. The source is not changed.

  --to postgresql|embedded        the target (default: postgresql)
  --replace                       replace an installation that the target holds`

try {
  const { own, others } = split(process.argv.slice(2))
  const invocation = readInvocation(others)
  if (invocation === null) process.stdout.write(helpText('db move', HELP))
  else {
    const { config } = invocation.loaded
    const rows = await moveDatabase(config, own)
    const next =
      own.to === 'postgresql'
        ? 'From now on start with DATABASE_URL set. The embedded database is still in the data folder; remove its folder pglite when all is well.'
        : 'From now on start without DATABASE_URL. The PostgreSQL is as it was.'
    process.stdout.write(`${rows} rows are there. ${next}\n`)
  }
} catch (error) {
  exitWith(error)
}

/** Separates the flags of this command from those of all server scripts. */
function split(args: readonly string[]) {
  const others: string[] = []
  let to = 'postgresql'
  let replace = false
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]!
    if (arg === '--to') to = args[++at] ?? ''
    else if (arg.startsWith('--to=')) to = arg.slice('--to='.length)
    else if (arg === '--replace') replace = true
    else others.push(arg)
  }
  if (to !== 'postgresql' && to !== 'embedded') {
    throw new ConfigError('--to must be postgresql or embedded.')
  }
  return { own: { to, replace } as const, others }
}
