import { createHmac } from 'node:crypto'
import { ERROR_CODES } from '@trackmark/dataverse'
import { Admission, ApiError } from '@trackmark/http'
import {
  countAttempt,
  type Database,
  forgetAttempts,
  type Lockout,
  uncountAttempt,
} from '@trackmark/store'
import type { KnownBrowser } from './known-browser.ts'

const MINUTE = 60_000

/** For wrong passwords of one person: five tries for somebody who forgot it, but far too few to guess one. */
export const PERSON_LOCKOUT: Lockout = {
  free: 5,
  firstMs: MINUTE,
  longestMs: 15 * MINUTE,
  forgetMs: 60 * MINUTE,
}
/** For wrong passwords from one network address, which an office may share. */
const ADDRESS_LOCKOUT: Lockout = { ...PERSON_LOCKOUT, free: 50 }
/**
 * For wrong passwords of one name from all addresses, against attackers with many addresses. The pauses are short,
 * since they also delay the right person in an unknown browser.
 */
const NAME_LOCKOUT: Lockout = { ...PERSON_LOCKOUT, free: 100, longestMs: MINUTE }

/** Checking a password takes a CPU and 32 MiB for a while, so passwords are checked one at a time, by turns. */
const checks = new Admission({
  atOnce: 1,
  atOncePerCaller: 1,
  all: 40,
  perCaller: 10,
  waitMs: 30_000,
})

/** One try at a password: the account's name, the network address and the browser. */
export interface Attempt {
  readonly organizationId: string
  readonly name: string
  readonly address: string | null
  readonly browser: KnownBrowser | null
}

interface Deps {
  readonly database: Database
  readonly secretKey: Buffer
  readonly clock: () => number
}

type Counted = readonly (readonly [subject: string, lockout: Lockout])[]

const hashed = ({ secretKey }: Deps, kind: string, ...values: readonly string[]): string =>
  createHmac('sha256', secretKey)
    .update(['attempt', kind, ...values].join('\n'))
    .digest('base64url')

/** The hash that represents a name in cookies and counts. */
export const subjectOf = (
  deps: Deps,
  { organizationId, name }: Pick<Attempt, 'organizationId' | 'name'>,
): string => hashed(deps, 'name', organizationId, name.trim().toLowerCase())

/**
 * A browser that the person signed in with before has a count of its own, so strangers can't delay them. All others
 * are counted by name and address together, by address, and by name.
 */
function countsOf(
  deps: Deps,
  attempt: Attempt,
): { readonly own: Counted; readonly shared: Counted } {
  const subject = subjectOf(deps, attempt)
  const { browser } = attempt
  if (browser?.people.includes(subject)) {
    return { own: [[hashed(deps, 'browser', browser.id, subject), PERSON_LOCKOUT]], shared: [] }
  }
  const address = attempt.address ?? ''
  const ofAddress = [hashed(deps, 'address', address), ADDRESS_LOCKOUT] as const
  return {
    own: [[hashed(deps, 'name and address', subject, address), PERSON_LOCKOUT]],
    shared: [...(address === '' ? [] : [ofAddress]), [subject, NAME_LOCKOUT]],
  }
}

/**
 * Checks a password. The try is counted first, so that many simultaneous tries can't all pass the same count.
 * @throws ApiError 429 after too many wrong ones; 429 or 503 while too many are being checked
 */
export async function checkPassword(
  deps: Deps,
  attempt: Attempt,
  isRight: () => Promise<boolean>,
): Promise<boolean> {
  const { own, shared } = countsOf(deps, attempt)
  const isKnown = shared.length === 0
  const done = await checks.enter(isKnown ? own[0]![0] : (attempt.address ?? ''))
  try {
    return await checkCounted(deps, attempt.organizationId, { own, shared }, isRight)
  } finally {
    done()
  }
}

async function checkCounted(
  deps: Deps,
  organizationId: string,
  { own, shared }: { readonly own: Counted; readonly shared: Counted },
  isRight: () => Promise<boolean>,
): Promise<boolean> {
  const { database, clock } = deps
  for (const [subject, lockout] of [...own, ...shared]) {
    const until = await countAttempt(database, organizationId, subject, lockout, clock())
    if (until !== null) throw tooMany(until - clock())
  }
  if (!(await isRight())) return false
  await forgetAttempts(
    database,
    organizationId,
    own.map(([subject]) => subject),
  )
  // A right password isn't counted as a wrong one, but it doesn't reset the counts that strangers contributed to.
  for (const [subject, lockout] of shared) {
    await uncountAttempt(database, organizationId, subject, lockout)
  }
  return true
}

function tooMany(waitMs: number): ApiError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000))
  const minutes = Math.ceil(seconds / 60)
  const again = minutes === 1 ? 'a minute' : `${minutes} minutes`
  return new ApiError(
    429,
    ERROR_CODES.privilegeDenied,
    `There were too many wrong passwords. Try again in ${again}.`,
    { 'Retry-After': String(seconds) },
  )
}
