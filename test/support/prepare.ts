import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { prepareTemplates } from '../../packages/store/test/template.ts'

/** Before the tests start, which would all do it at once: built pages, and databases to copy. */
export default async function setup(): Promise<void> {
  await Promise.all([buildPages(), prepareTemplates()])
}

/** In a process of its own: in this one React would be built as it is for tests. */
async function buildPages(): Promise<void> {
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
