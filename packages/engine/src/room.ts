import { type Semaphore, semaphore } from './semaphore.ts'

/**
 * What one process holds in memory at once, shared by the cycles of all its mailboxes: however many
 * are in work, they wait for each other here and not for memory. Who holds whole items never waits
 * for a listing.
 */
export interface Room {
  /** Items read whole and not yet committed. */
  readonly wholeItems: Semaphore
  /** Pages of folders that are listed from the start, up to a thousand items each. */
  readonly listings: Semaphore
}

const WHOLE_ITEMS = 800
const LISTINGS = 64

export const newRoom = (wholeItems = WHOLE_ITEMS, listings = LISTINGS): Room => ({
  wholeItems: semaphore(wholeItems),
  listings: semaphore(listings),
})
