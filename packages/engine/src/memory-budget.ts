import { type Semaphore, semaphore } from './semaphore.ts'

/**
 * Bounds what one process holds in memory, for the cycles of all its mailboxes together. Cycles
 * wait here instead of using more memory. A cycle that holds whole items never waits for a
 * listing.
 */
export interface MemoryBudget {
  /** Items that were read whole and not yet committed. */
  readonly wholeItems: Semaphore
  /** Pages of folders listed from the start, each with up to a thousand items. */
  readonly listings: Semaphore
}

const WHOLE_ITEMS = 800
const LISTINGS = 64

export const newMemoryBudget = (wholeItems = WHOLE_ITEMS, listings = LISTINGS): MemoryBudget => ({
  wholeItems: semaphore(wholeItems),
  listings: semaphore(listings),
})
