import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Database, listOrganizations, migrate } from '@trackmark/store'
import { restoreBackup, writeBackup } from './backup/file.ts'
import { type Config, ConfigError } from './config/load.ts'
import { StartError } from './config/start-error.ts'
import { openConfigured } from './runtime/open.ts'
import { loadSecrets } from './secrets/secrets.ts'

interface MoveOptions {
  readonly to: 'postgresql' | 'embedded'
  /** Replaces everything in a target database that isn't empty. */
  readonly replace: boolean
}

/**
 * Copies everything from the embedded database to PostgreSQL, or back. No server may be using either. The source
 * isn't changed.
 * @returns number of copied rows
 * @throws ConfigError, StartError, FolderLockedError, SchemaError: the target is as it was
 */
export async function moveDatabase(config: Config, { to, replace }: MoveOptions): Promise<number> {
  const { dataDir } = config
  if (config.databaseUrl === null) {
    throw new ConfigError('Set DATABASE_URL to the PostgreSQL that is moved to or from.')
  }
  if (to === 'postgresql' && !existsSync(join(dataDir, 'pglite'))) {
    throw new StartError(`There is no embedded database in ${dataDir}.`)
  }
  const { secretKeys } = await loadSecrets(dataDir, config)
  const folder = join(dataDir, 'transfers')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const scratch = await mkdtemp(join(folder, 'move-'))
  const opened: Database[] = []
  try {
    const embedded = await openConfigured({ ...config, databaseUrl: null })
    opened.push(embedded)
    const postgres = await openConfigured(config)
    opened.push(postgres)
    const [from, target] = to === 'postgresql' ? [embedded, postgres] : [postgres, embedded]
    await migrate(from)
    await migrate(target)
    if (!replace && (await listOrganizations(target)).length > 0) {
      throw new StartError(
        'The target database holds an installation already; --replace replaces it.',
      )
    }
    const file = join(scratch, 'copy')
    // The file is only used here and removed at the end, so its pass phrase is random.
    const passphrase = randomBytes(32).toString('hex')
    const { unreadableSecrets } = await writeBackup(
      { database: from, secretKeys, now: Date.now() },
      file,
      passphrase,
    )
    if (unreadableSecrets.length > 0) {
      throw new StartError(
        `The secret ${unreadableSecrets[0]} can't be read with the key of this data folder. Give the TRACKMARK_SECRET_KEY that the server has.`,
      )
    }
    const { rows } = await restoreBackup(
      { database: target, secretKeys, scratch },
      file,
      passphrase,
    )
    return rows
  } finally {
    for (const database of opened.reverse()) await database.close().catch(() => {})
    await rm(scratch, { recursive: true, force: true })
  }
}
