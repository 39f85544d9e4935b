import { type CycleClose, type CycleInput, DatabaseAwayError, type Lease } from '@trackmark/core'
import { expect, test } from 'vitest'
import type { EngineDeps } from './deps.ts'
import { startWorker } from './worker.ts'

/** A mailbox that isn't synchronized: its cycle reads the category list and ends. */
function idleMailbox(mailboxId: string): CycleInput {
  return {
    lease: { organizationId: 'o', mailboxId, token: 't', settingsRevision: 1 },
    mailbox: {
      name: mailboxId,
      emailAddress: `${mailboxId}@contoso.example`,
      ownerId: 'u',
      regardingId: null,
      regardingType: null,
      isApproved: true,
      mail: false,
      appointmentsAndTasks: false,
    },
    profile: null,
    settings: {
      trackCategorizedItems: false,
      taskDeletion: 0,
      trackAppointmentsFromNonOrganizer: false,
      syncPrivateFlag: false,
      unresolveOnMultipleMatch: false,
      unresolveSenderOnMultipleMatch: false,
      resolveForInactive: false,
      attachmentBytesMax: 0,
      pastWindowMonths: 3,
      futureWindowMonths: 12,
    },
    categories: [],
    cursors: [],
    hierarchy: null,
    counts: { hasLinks: false, pendingEnds: 0, parkedDue: 0, writesDue: 0 },
    health: { failures: 0, quietCycles: 0, isTroubled: false, isAsked: false, bulkAnswer: null },
  }
}

/** A schedule with `due` mailboxes, and workers whose cycles end on request. */
function schedule(due: number) {
  let left = due
  let now = 0
  let isDown = false
  let isFull = false
  let answered = Promise.resolve()
  const dueAfter: number[] = []
  const asked: number[] = []
  const renewed: string[] = []
  const givenBack: string[] = []
  const known: string[][] = []
  const open: (() => void)[] = []
  const store = {
    claim: async ({ limit }: { limit: number }) => {
      if (isDown) throw new Error('down')
      asked.push(limit)
      const taken = Math.min(limit, left)
      left -= taken
      return Array.from({ length: taken }, (_, n) => idleMailbox(`${left + n}`))
    },
    renew: async (leases: Lease[]) => void renewed.push(...leases.map((one) => one.mailboxId)),
    giveBack: async (leases: Lease[]) => {
      if (isDown) throw new Error('down')
      givenBack.push(...leases.map((one) => one.mailboxId))
      await answered
    },
    giveBackOthers: async (_: string, kept: Lease[]) => {
      if (isDown) throw new Error('down')
      known.push(kept.map((one) => one.mailboxId))
    },
    commit: async () => {
      if (isDown) throw new Error('down')
      return { created: 0, joined: 0 }
    },
    close: async (_: Lease, { error, dueAt }: CycleClose) => {
      if (isDown) throw new Error('down')
      // The statement that ends a failed cycle is small enough for a full disk.
      if (isFull && error === null) throw new DatabaseAwayError({ serverCode: '53100' })
      dueAfter.push(dueAt - now)
    },
  }
  const deps = {
    store,
    openMailbox: async () => ({
      categories: { list: () => new Promise((end) => open.push(() => end([]))) },
    }),
    clock: () => now,
    random: () => 0,
    cadence: () => ({ minMs: 1, maxMs: 1 }),
    pauseScale: () => 1,
    log: { info: () => {}, warn: () => {}, error: () => {} },
  } as unknown as EngineDeps
  const worker = () =>
    startWorker(deps, {
      workerId: 'w',
      concurrency: 256,
      leaseMs: 60_000,
      pollMs: 1,
      // There is no polling: a worker claims at its start and when its cycles end.
      sleep: (_, signal) =>
        new Promise((resolve) => {
          if (signal.aborted) resolve()
          else signal.addEventListener('abort', () => resolve())
        }),
    })
  const settled = async () => {
    for (let turn = 0; turn < 50; turn++) await null
  }
  const endAll = async () => {
    for (const end of open.splice(0)) end()
    await settled()
  }
  const at = (time: number) => {
    now = time
  }
  const database = (state: 'up' | 'down' | 'full') => {
    isDown = state === 'down'
    isFull = state === 'full'
  }
  /** From now on `giveBack` doesn't answer until the returned function is called. */
  const holdAnswers = () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    answered = promise
    return resolve
  }
  return {
    asked,
    renewed,
    givenBack,
    known,
    open,
    worker,
    settled,
    endAll,
    at,
    database,
    dueAfter,
    holdAnswers,
    left: () => left,
  }
}

test('[CY15] of what is due at once the first worker takes a slice and leaves the rest', async () => {
  const { asked, worker, settled, endAll, left } = schedule(80)
  const first = worker()
  await settled()
  const second = worker()
  await settled()
  expect(asked).toEqual([32, 32])
  expect(left()).toBe(16)
  await endAll()
  expect(left()).toBe(0)
  await endAll()
  await Promise.all([first.stop(), second.stop()])
})

test('[CY15] slices grow while they come back full, up to all free places, and begin anew', async () => {
  const { asked, open, worker, settled, endAll } = schedule(32 + 64 + 128 + 10)
  const only = worker()
  await settled()
  for (let slice = 0; slice < 3; slice++) await endAll()
  expect(asked.slice(0, 4)).toEqual([32, 64, 128, 256])
  expect(open).toHaveLength(10)
  await endAll()
  expect(asked.at(-1)).toBe(32)
  await only.stop()
})

test('[CY22] leases of cycles under way are renewed in time, also while the worker stops', async () => {
  const { renewed, worker, settled, endAll, at } = schedule(1)
  const only = worker()
  await settled()
  at(19_000)
  only.poke()
  await settled()
  expect(renewed).toEqual([])
  at(21_000)
  only.poke()
  await settled()
  expect(renewed).toEqual(['0'])
  at(42_000)
  const stopped = only.stop()
  await settled()
  expect(renewed).toEqual(['0', '0'])
  await endAll()
  await stopped
})

test('[CY22] what a failing database kept from being closed is given back once it answers', async () => {
  const { givenBack, worker, settled, endAll, database } = schedule(2)
  const only = worker()
  await settled()
  database('down')
  await endAll()
  only.poke()
  await settled()
  expect(givenBack).toEqual([])
  database('up')
  only.poke()
  await settled()
  expect(givenBack.sort()).toEqual(['0', '1'])
  only.poke()
  await settled()
  expect(givenBack).toHaveLength(2)
  await only.stop()
})

test('[CY22] a cycle that ends while others are given back is given back next', async () => {
  const { givenBack, open, worker, settled, database, holdAnswers } = schedule(2)
  const only = worker()
  await settled()
  database('down')
  const [endFirst, endSecond] = open.splice(0)
  endFirst!()
  await settled()
  database('up')
  const answer = holdAnswers()
  only.poke()
  await settled()
  expect(givenBack).toEqual(['0'])
  database('down')
  endSecond!()
  await settled()
  database('up')
  answer()
  await settled()
  only.poke()
  await settled()
  expect(givenBack).toEqual(['0', '1'])
  await only.stop()
})

test('[CY22] a full disk that takes the end of a cycle and nothing else is no failure of the mailbox', async () => {
  const { dueAfter, worker, settled, endAll, database } = schedule(1)
  const only = worker()
  await settled()
  database('full')
  await endAll()
  expect(dueAfter).toEqual([5_000])
  await only.stop()
})

test('[CY22] mailboxes that a failed claim may have leased are given back, but those in work', async () => {
  const { known, worker, settled, endAll, database } = schedule(1)
  const only = worker()
  await settled()
  only.poke()
  await settled()
  expect(known).toEqual([])
  database('down')
  only.poke()
  await settled()
  only.poke()
  await settled()
  expect(known).toEqual([])
  database('up')
  only.poke()
  await settled()
  expect(known).toEqual([['0']])
  only.poke()
  await settled()
  expect(known).toHaveLength(1)
  await endAll()
  await only.stop()
})
