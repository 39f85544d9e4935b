import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { EXIT, Failure } from './failure.ts'

const VARIABLE = 'TRACKMARK_BACKUP_PASSPHRASE'

/**
 * Gets the passphrase from the file, the environment or a person at a terminal. It never comes from
 * an argument, since everybody on the machine can see arguments.
 * @param twice asks for a new passphrase twice, since the person can't see what they type
 * @throws Failure if there is no passphrase
 */
export async function readPassphrase(
  file: string | undefined,
  { twice }: { readonly twice: boolean },
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const path = file ?? (env[`${VARIABLE}_FILE`] || undefined)
  if (path !== undefined) return fromFile(path)
  const given = env[VARIABLE]
  if (given) return given
  if (!process.stdin.isTTY) {
    throw new Failure(
      EXIT.usage,
      `A pass phrase is needed: name a file that holds it with --passphrase-file, or set ${VARIABLE}.`,
    )
  }
  const typed = await ask('Pass phrase: ')
  if (twice && (await ask('Once more: ')) !== typed) {
    throw new Failure(EXIT.usage, 'The two differ; nothing was done.')
  }
  return typed
}

function fromFile(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Failure(EXIT.usage, `The file ${path} can't be read (${code}).`)
  }
}

/** Reads a line without showing it on the screen. */
async function ask(question: string): Promise<string> {
  process.stderr.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true })
  lines.once('SIGINT', () => {
    process.stderr.write('\n')
    process.exit(EXIT.refused)
  })
  try {
    return await lines.question('')
  } finally {
    lines.close()
    process.stderr.write('\n')
  }
}
