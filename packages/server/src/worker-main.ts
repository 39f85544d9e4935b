import { configuration, flagHelp, run, stopOnSignal } from './command-line.ts'
import { startWorkerProcess } from './start.ts'

const args = process.argv.slice(2)

await run(async () => {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(
      `trackmark worker: synchronizes mailboxes beside other processes on one PostgreSQL\n\n${flagHelp()}`,
    )
    return
  }
  const { config } = configuration(args, process.env)
  const worker = await startWorkerProcess(config)
  stopOnSignal(worker.stop)
  process.stdout.write(`Worker ${process.pid} synchronizes mailboxes. Ctrl+C stops it.\n`)
})
