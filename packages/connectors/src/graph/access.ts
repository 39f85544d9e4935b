import { SyncError } from '@trackmark/core'
import type { AccessReport, MailboxAccess, Outcome } from '@trackmark/engine'
import { askAll } from './batch.ts'
import { route, withQuery } from './route.ts'
import type { Ask, Wire } from './wire.ts'

const OK: Outcome<null> = { ok: true, value: null }

async function checkAccess(wire: Wire): Promise<AccessReport> {
  try {
    await wire.context.options.tokens.token()
  } catch (error) {
    if (!(error instanceof SyncError)) throw error
    return same({ ok: false, error })
  }
  const first = { $select: 'id', $top: '1' }
  const look = (to: Ask['to'], subject: string): Ask => ({
    method: 'GET',
    to,
    subject,
    level: 'mailbox',
  })
  try {
    const outcomes = await askAll(wire, [
      look(route`/users/${wire.mailbox}/outlook/masterCategories`, 'the category list'),
      look(withQuery(route`/users/${wire.mailbox}/mailFolders`, first), 'the mail folders'),
      look(withQuery(route`/users/${wire.mailbox}/calendars`, first), 'the calendars'),
      look(route`/users/${wire.mailbox}/todo/lists`, 'the task lists'),
    ])
    const [categories, mail, calendar, tasks] = outcomes.map((one) => (one.ok ? OK : one))
    return { signIn: OK, categories: categories!, mail: mail!, calendar: calendar!, tasks: tasks! }
  } catch (error) {
    if (!(error instanceof SyncError)) throw error
    return { ...same({ ok: false, error }), signIn: OK }
  }
}

function same(outcome: Outcome<null>): AccessReport {
  return {
    signIn: outcome,
    categories: outcome,
    mail: outcome,
    calendar: outcome,
    tasks: outcome,
  }
}

export const mailboxAccess = (wire: Wire): MailboxAccess => ({
  signIn: async () => {
    await wire.context.options.tokens.token()
  },
  reach: async () => {
    await wire.ask({
      method: 'GET',
      to: withQuery(route`/users/${wire.mailbox}/mailFolders/inbox`, { $select: 'id' }),
      subject: 'the mailbox',
      level: 'mailbox',
    })
  },
  check: () => checkAccess(wire),
})
