import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { EXIT, Failure } from '../failure.ts'

const connection = z.object({
  url: z.url(),
  token: z.string().min(1),
  environment: z.string().min(1).optional(),
})
const content = z.object({
  /** Name of the connection that is used if none is named. */
  default: z.string(),
  profiles: z.record(z.string(), connection),
})
export type StoredConnection = z.infer<typeof connection>
export type Profiles = z.infer<typeof content>

/** XDG_CONFIG_HOME if it is set; else APPDATA on Windows, and ~/.config elsewhere. */
export function profilesPath(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
): string {
  const config =
    env.XDG_CONFIG_HOME ||
    (platform === 'win32' && env.APPDATA) ||
    join(env.HOME || homedir(), '.config')
  return join(config, 'trackmark', 'profiles.json')
}

/** @returns null if there is no such file. @throws Failure if the file can't be understood */
export function readProfiles(path: string): Profiles | null {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    throw new Failure(EXIT.usage, `The file ${path} can't be read (${code}).`)
  }
  const parsed = content.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  // The message quotes nothing of the file, since it holds tokens.
  throw new Failure(EXIT.usage, `The file ${path} isn't what "trackmark login" writes. Remove it.`)
}

/** Writes the file whole or not at all. Only its owner can read it, also while it is written. */
export function writeProfiles(path: string, profiles: Profiles): void {
  const names = Object.keys(profiles.profiles)
  if (names.length === 0) {
    rmSync(path, { force: true })
    return
  }
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const half = `${path}.${process.pid}.tmp`
  writeFileSync(half, `${JSON.stringify(profiles, null, 2)}\n`, { mode: 0o600 })
  chmodSync(half, 0o600)
  renameSync(half, path)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
