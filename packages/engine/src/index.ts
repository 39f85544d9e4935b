export { runCycle } from './cycle.ts'
export type { EngineDeps, EngineEvent, EngineLog } from './deps.ts'
export {
  type MailboxTestDeps,
  removeProbes,
  type TestedMailbox,
  type TestSubject,
  testMailbox,
} from './mailbox-test.ts'
export { type MemoryBudget, newMemoryBudget } from './memory-budget.ts'
export type * from './ports/index.ts'
export { type Semaphore, semaphore } from './semaphore.ts'
export { runDue, startWorker, type Worker, type WorkerOptions } from './worker.ts'
