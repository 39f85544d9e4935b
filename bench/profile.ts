import { mkdir, writeFile } from 'node:fs/promises'
import { Session } from 'node:inspector/promises'
import { join } from 'node:path'
import type { Meter } from './database.ts'
import { type CpuProfile, renderProfile, summarize } from './profile-summary.ts'
import { renderTimings } from './timings.ts'

/** Below a folder that git ignores. */
export const PROFILES = join(import.meta.dirname, '..', 'data', 'bench')

/** Runs `work` under the CPU profiler of this process; null = just runs it. */
export async function profiled<T>(
  name: string | null,
  meter: Meter,
  work: () => Promise<T>,
): Promise<T> {
  if (name === null) return work()
  meter.timings.clear()
  meter.isTiming = true
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
    meter.isTiming = false
    await keep(name, profile)
    process.stderr.write(`${renderTimings(meter.timings)}\n`)
  }
}

async function keep(name: string, profile: CpuProfile): Promise<void> {
  await mkdir(PROFILES, { recursive: true })
  await writeFile(join(PROFILES, `${name}.cpuprofile`), JSON.stringify(profile))
  process.stderr.write(`profile ${name} (data/bench/${name}.cpuprofile)\n`)
  process.stderr.write(`${renderProfile(summarize(profile))}\n`)
}
