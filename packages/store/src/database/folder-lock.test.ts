import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from './database.ts'
import { FolderLockedError, lockFolder } from './folder-lock.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trackmark-lock-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const file = () => join(folder, 'trackmark.lock')
const owner = (more: object) =>
  writeFile(file(), JSON.stringify({ pid: process.pid, host: hostname(), started: null, ...more }))

async function endedPid(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await new Promise((ended) => child.once('exit', ended))
  return child.pid!
}

test('a folder belongs to one holder until it is given back, and nothing is left over', async () => {
  const release = await lockFolder(folder)
  await expect(lockFolder(folder)).rejects.toThrow(FolderLockedError)
  await expect(lockFolder(folder)).rejects.toThrow(`process ${process.pid}`)
  await release()
  const again = await lockFolder(folder)
  await again()
  expect(await readdir(folder)).toEqual([])
})

test('of many who try at once, one gets the folder', async () => {
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder)))
  const won = tries.filter((result) => result.status === 'fulfilled')
  expect(won).toHaveLength(1)
  await won[0]!.value()
})

test('a lock of a process that has ended is taken over, by one of many', async () => {
  await owner({ pid: await endedPid() })
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder)))
  expect(tries.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
  expect(JSON.parse(await readFile(file(), 'utf8')).pid).toBe(process.pid)
})

test('a lock of a living process is respected', async () => {
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  try {
    await owner({ pid: child.pid })
    await expect(lockFolder(folder)).rejects.toThrow(`in use by process ${child.pid}`)
  } finally {
    child.stdin?.end()
  }
})

test('a lock with our own number from before a restart is stale, as in a container', async () => {
  await owner({ pid: process.pid })
  const release = await lockFolder(folder)
  await release()
})

test('a lock from another host counts while its heartbeat does', async () => {
  await owner({ host: 'another-container', pid: 1 })
  await expect(lockFolder(folder)).rejects.toThrow('another-container')
  const old = new Date(Date.now() - 3_600_000)
  await utimes(file(), old, old)
  const release = await lockFolder(folder)
  await release()
})

test('a lock file cut off by a full disk is nobody’s', async () => {
  await writeFile(file(), '{"pi')
  const release = await lockFolder(folder)
  await release()
})

test('the embedded database keeps its rows and refuses a second opening', async () => {
  const dataDir = join(folder, 'not', 'there', 'yet')
  const database = await openDatabase({ kind: 'pglite', dataDir })
  await database.script('create table kept (n integer); insert into kept values (7)')
  await expect(openDatabase({ kind: 'pglite', dataDir })).rejects.toThrow(FolderLockedError)
  await database.close()
  const again = await openDatabase({ kind: 'pglite', dataDir })
  expect(await again.query('select n from kept')).toEqual([{ n: 7 }])
  await again.close()
})
