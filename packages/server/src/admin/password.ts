import { ERROR_CODES } from '@trackmark/dataverse'
import { ApiError, badRequest, checked, readJson } from '@trackmark/http'
import { changeAccount, countAttempt, findAccount, forgetAttempts } from '@trackmark/store'
import { z } from 'zod'
import { PERSON_LOCKOUT } from '../sign-in/attempts.ts'
import { requireGoodPassword } from '../sign-in/password.ts'
import { audited } from './shared/audited.ts'
import type { AdminDeps } from './shared/deps.ts'

const body = z.strictObject({ old: z.string().max(500), new: z.string().max(500) })

/**
 * Changes the caller's own password and ends all their sessions, this one too.
 * @throws ApiError 400 when the caller has no password, 403 for a wrong old one, 429 after too many of them
 */
export async function changePassword(deps: AdminDeps, request: Request): Promise<void> {
  const input = checked(body, await readJson(request))
  const { database, caller, organizationId } = deps
  const account = await findAccount(database, organizationId, { userId: caller.userId })
  if (account === null || account.passwordHash === null) {
    throw badRequest('There is no password to change: you signed in another way.')
  }
  const subject = `change:${caller.userId}`
  const now = deps.clock()
  if ((await countAttempt(database, organizationId, subject, PERSON_LOCKOUT, now)) !== null) {
    throw new ApiError(
      429,
      ERROR_CODES.throttled,
      'There were too many wrong passwords. Try again later.',
    )
  }
  if (!(await deps.passwords.matches(input.old, account.passwordHash))) {
    throw new ApiError(403, ERROR_CODES.invalidArgument, 'The old password is wrong.')
  }
  requireGoodPassword(input.new, account.signInName)
  const passwordHash = await deps.passwords.hash(input.new)
  await forgetAttempts(database, organizationId, [subject])
  await database.transaction(async (tx) => {
    const change = { passwordHash, sessionsAfter: deps.clock() + 1 }
    await changeAccount(tx, organizationId, caller.userId, change)
    await audited(deps, tx, {
      table: 'useraccount',
      objectId: caller.userId,
      objectName: account.signInName,
      operation: 'update',
      changes: [{ name: 'password', before: null, after: 'changed' }],
    })
  })
}
