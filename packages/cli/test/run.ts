import { spawn } from 'node:child_process'
import { join } from 'node:path'

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const SOURCES = join(import.meta.dirname, '../src')

/** Runs a tool as a process of its own; `env` is all the environment it gets. */
export function run(
  tool: 'trackmark' | 'orgdborgsettings',
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  input = '',
): Promise<Ended> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(SOURCES, `${tool}.ts`), ...args], {
      env: {
        PATH: process.env.PATH ?? '',
        NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? '',
        ...env,
      },
      cwd: env.HOME,
    })
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    child.once('close', (code) => done({ code, out, err }))
    child.stdin.end(input)
  })
}
