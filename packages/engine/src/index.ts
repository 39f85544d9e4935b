export { runCycle } from './cycle.ts'
export type { EngineDeps, EngineEvent, EngineLog } from './deps.ts'
export type * from './ports.ts'
export { runDue, startWorker, type Worker, type WorkerOptions } from './worker.ts'
