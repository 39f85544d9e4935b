import { statfs } from 'node:fs/promises'

/** With less room left nothing is started, and health says so: a database must always find some. */
const DISK_LEFT_MIN = 64 * 1024 * 1024

/** @returns whether the disk with that folder has hardly any room left; no if it can't be told */
export async function isDiskFull(folder: string): Promise<boolean> {
  const left = await statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => null,
  )
  return left !== null && left < DISK_LEFT_MIN
}
