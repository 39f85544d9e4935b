export { type StartedServer, startServer, startWorkerProcess } from './start.ts'
