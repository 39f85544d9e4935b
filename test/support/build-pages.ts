import { spawn } from 'node:child_process'
import { resolve } from 'node:path'

/**
 * Before the tests start, which are served the pages. In a process of its own: in this one React would
 * be built as it is for tests.
 */
export default async function buildPages(): Promise<void> {
  const building = spawn(process.execPath, ['scripts/build-web.ts'], {
    cwd: resolve(import.meta.dirname, '../..'),
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'inherit',
  })
  const code = await new Promise((done, failed) => {
    building.once('error', failed)
    building.once('exit', done)
  })
  if (code !== 0) throw new Error(`scripts/build-web.ts ended with ${code}.`)
}
