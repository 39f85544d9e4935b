import { setTimeout as pause } from 'node:timers/promises'
import type { Dice } from '../simulation/dice.ts'
import type { Installation } from './installation.ts'

const FREEZE_MS = 70_000
const HOUR_S = 3_600

export interface Fault {
  readonly name: string
  /** How long one round of it takes; those of a minute or more come first. */
  readonly takesMs: number
  /** Why it can't be done here; null = it can. */
  readonly missing: (installation: Installation) => string | null
  /** Hurts, and returns when what was hurt is there again. @returns how often it hurt */
  readonly strike: (installation: Installation, dice: Dice) => Promise<number>
}

const needsPostgres = ({ kind }: Pick<Installation, 'kind'>): string | null =>
  kind === 'postgres' ? null : 'PostgreSQL only'

export const FAULTS: readonly Fault[] = [
  {
    name: 'worker frozen for 70 s (SIGSTOP)',
    takesMs: FREEZE_MS,
    missing: needsPostgres,
    strike: async ({ workers }) => {
      // The server goes on, so that somebody can take over.
      for (const worker of workers) worker.signal('SIGSTOP')
      await pause(FREEZE_MS)
      for (const worker of workers) worker.signal('SIGCONT')
      return workers.length
    },
  },
  {
    name: 'server killed (SIGKILL)',
    takesMs: 15_000,
    missing: () => null,
    strike: async (installation, dice) => {
      const times = 2 + dice.int(2)
      for (let n = 0; n < times; n++) {
        if (n > 0) await pause(dice.int(3_000))
        await installation.server.end('SIGKILL')
        await pause(dice.int(1_000))
        installation.server.start()
        // Now and then again while it starts.
        if (n < times - 1 && dice.chance(0.3)) continue
        await installation.ready()
        installation.noteReachable()
      }
      return times
    },
  },
  {
    name: 'connections ended (pg_terminate_backend)',
    takesMs: 5_000,
    missing: needsPostgres,
    strike: async (installation, dice) => {
      const { place } = installation
      const name = new URL(place.databaseUrl!).pathname.slice(1)
      const times = 3 + dice.int(3)
      for (let n = 0; n < times; n++) {
        await place.administer(
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1',
          [name],
        )
        installation.noteReachable()
        await pause(dice.int(1_000))
      }
      return times
    },
  },
  {
    name: 'PostgreSQL killed (SIGKILL, SIGQUIT)',
    takesMs: 30_000,
    missing: ({ kind, place }) =>
      needsPostgres({ kind }) ?? (place.server === null ? "the server isn't of this run" : null),
    strike: async (installation, dice) => {
      const server = installation.place.server!
      const times = 2 + dice.int(2)
      for (let n = 0; n < times; n++) {
        await server.kill(dice.pick(['SIGKILL', 'SIGQUIT'] as const))
        await pause(dice.int(8_000))
        await server.start()
        installation.noteReachable()
        await pause(dice.int(2_000))
      }
      return times
    },
  },
  {
    name: 'worker killed (SIGKILL)',
    takesMs: 5_000,
    missing: needsPostgres,
    strike: async ({ workers }, dice) => {
      const times = 2 + dice.int(2)
      for (let n = 0; n < times; n++) {
        const worker = dice.pick(workers)
        await worker.end('SIGKILL')
        await pause(dice.int(2_000))
        worker.start()
      }
      return times
    },
  },
  {
    name: 'disk full',
    takesMs: 15_000,
    missing: ({ place }) =>
      place.disk === null ? 'no disk could be mounted for it, which only root may' : null,
    strike: async (installation, dice) => {
      const disk = installation.place.disk!
      disk.fill()
      await pause(5_000 + dice.int(5_000))
      disk.empty()
      installation.noteReachable()
      return 1
    },
  },
  {
    name: 'clock set back by an hour',
    // With the embedded database, whose clock it is, auditing takes a minute (CY23).
    takesMs: 60_000,
    missing: ({ setClockBack }) =>
      setClockBack === null ? "Debian's package faketime isn't installed" : null,
    strike: async ({ setClockBack }) => {
      setClockBack!(HOUR_S)
      // Until all have read it.
      await pause(2_000)
      return 1
    },
  },
]
