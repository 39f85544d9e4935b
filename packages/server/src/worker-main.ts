import { exitWith, stopOnSignals } from './exit.ts'
import { helpText, readInvocation } from './flags.ts'
import { startWorkerProcess } from './worker-process.ts'

try {
  const invocation = readInvocation(process.argv.slice(2))
  if (invocation === null) {
    process.stdout.write(
      helpText('worker', 'Synchronizes mailboxes beside other processes, on a shared PostgreSQL.'),
    )
  } else {
    const starting = startWorkerProcess(invocation.loaded.config)
    stopOnSignals(async () => {
      await (await starting).stop()
      process.stdout.write('Stopped.\n')
    })
    await starting
    process.stdout.write(`Worker ${process.pid} is synchronizing mailboxes. Stop with Ctrl+C.\n`)
  }
} catch (error) {
  exitWith(error)
}
