import { createReadStream } from 'node:fs'
import { appendFile, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Kept, PersistPort } from './port.ts'

const ORGANIZATION = 'organization.json'
const MAILBOXES = 'mailboxes'
const LINES = '.jsonl'

/**
 * State in a folder: one small file for the organization, and per mailbox a journal that only
 * grows until it is written anew. Files are replaced by renaming, so a killed process leaves the
 * old or the new one, and at most the last line of a journal cut short.
 */
export function filePersistence(folder: string): PersistPort {
  const mailboxes = join(folder, MAILBOXES)
  const pathOf = (id: string) => join(mailboxes, `${encodeURIComponent(id)}${LINES}`)
  return {
    load: () => load(folder, mailboxes),
    saveOrganization: async (text) => {
      await mkdir(mailboxes, { recursive: true })
      await replaceFile(join(folder, ORGANIZATION), text)
    },
    append: async (id, lines) => {
      await mkdir(mailboxes, { recursive: true })
      await appendFile(pathOf(id), `${lines.join('\n')}\n`)
    },
    replace: async (id, lines) => {
      await mkdir(mailboxes, { recursive: true })
      await replaceFile(pathOf(id), `${lines.join('\n')}\n`)
    },
    drop: (id) => rm(pathOf(id), { force: true }),
  }
}

async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = `${path}.new`
  const file = await open(temporary, 'w')
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(temporary, path)
}

async function load(folder: string, mailboxes: string): Promise<Kept | null> {
  const organization = await readFile(join(folder, ORGANIZATION), 'utf8').catch(orNull)
  if (organization === null) return null
  const names = (await readdir(mailboxes).catch(orNull)) ?? []
  return {
    organization,
    mailboxes: names
      .filter((name) => name.endsWith(LINES))
      .map((name) => ({
        id: decodeURIComponent(name.slice(0, -LINES.length)),
        lines: readLines(join(mailboxes, name)),
      })),
  }
}

function orNull(error: unknown): null {
  if ((error as { code?: string }).code === 'ENOENT') return null
  throw error
}

async function* readLines(path: string): AsyncGenerator<string> {
  const lines = createInterface({
    input: createReadStream(path, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  for await (const line of lines) if (line !== '') yield line
}
