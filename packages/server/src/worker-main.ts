import { stopOnSignals } from './exit.ts'
import { runScript } from './flags.ts'
import { startWorkerProcess } from './worker-process.ts'

const HELP = 'Synchronizes mailboxes beside other processes, on a shared PostgreSQL.'

await runScript('worker', HELP, async ({ loaded }) => {
  const starting = startWorkerProcess(loaded.config)
  stopOnSignals(async () => {
    await (await starting).stop()
    process.stdout.write('Stopped.\n')
  })
  await starting
  process.stdout.write(`Worker ${process.pid} is synchronizing mailboxes. Stop with Ctrl+C.\n`)
})
