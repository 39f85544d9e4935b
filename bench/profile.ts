import { mkdir, writeFile } from 'node:fs/promises'
import { Session } from 'node:inspector/promises'
import { join } from 'node:path'
import { type CpuProfile, renderProfile, summarize } from './profile-summary.ts'

/** Below a folder that git ignores. */
export const PROFILES = join(import.meta.dirname, '..', 'data', 'bench')

/** Runs `work` under the CPU profiler of this process; null = just runs it. */
export async function profiled<T>(name: string | null, work: () => Promise<T>): Promise<T> {
  if (name === null) return work()
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: 500 })
  await session.post('Profiler.start')
  try {
    return await work()
  } finally {
    const { profile } = await session.post('Profiler.stop')
    session.disconnect()
    await keep(name, profile)
  }
}

async function keep(name: string, profile: CpuProfile): Promise<void> {
  await mkdir(PROFILES, { recursive: true })
  await writeFile(join(PROFILES, `${name}.cpuprofile`), JSON.stringify(profile))
  process.stderr.write(`profile ${name} (data/bench/${name}.cpuprofile)\n`)
  process.stderr.write(`${renderProfile(summarize(profile))}\n`)
}
