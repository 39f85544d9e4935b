import { statfs } from 'node:fs/promises'

/** With less free space nothing is started and health fails, because the database needs some space to go on. */
const DISK_LEFT_MIN = 64 * 1024 * 1024

/** @returns whether the folder's disk is nearly full; false when it can't be determined */
export async function isDiskFull(folder: string): Promise<boolean> {
  const left = await statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => null,
  )
  return left !== null && left < DISK_LEFT_MIN
}
