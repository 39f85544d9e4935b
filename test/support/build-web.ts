import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'

/** In a process of its own: in this one React would be built as it is for tests. */
export default function setup(): void {
  execFileSync(process.execPath, ['scripts/build-web.ts'], {
    cwd: resolve(import.meta.dirname, '../..'),
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'inherit',
  })
}
