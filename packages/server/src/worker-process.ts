import { type Config, ConfigError } from './config/load.ts'
import { openRuntime } from './runtime/open.ts'
import { runWorker } from './runtime/worker.ts'
import { requireSecretKey } from './secrets/secrets.ts'

/**
 * Synchronizes mailboxes beside other processes.
 * @throws ConfigError with the embedded database, which belongs to one process, or without a key
 */
export async function startWorkerProcess(config: Config): Promise<{ stop(): Promise<void> }> {
  if (config.databaseUrl === null) {
    throw new ConfigError(
      'A worker process shares a PostgreSQL with the server: set DATABASE_URL for both. With the embedded database the server does all the work itself.',
    )
  }
  await requireSecretKey(config.dataDir, config)
  const runtime = await openRuntime(config)
  const worker = runWorker({ ...runtime, concurrency: config.workerConcurrency })
  return {
    stop: async () => {
      await worker.stop()
      await runtime.database.close()
    },
  }
}
