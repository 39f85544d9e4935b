import { expect, test } from 'vitest'
import { type MailboxColumns, readsFolders, synchronizedKinds } from './scope.ts'

test.each([
  { mail: true, on: true, hasLinks: false, reads: true },
  { mail: true, on: false, hasLinks: true, reads: true },
  { mail: true, on: false, hasLinks: false, reads: false },
  { mail: false, on: true, hasLinks: true, reads: false },
])('[CL6] synchronized $mail, feature on $on, links $hasLinks: folders are read $reads', (row) => {
  const mailbox = { mail: row.mail, appointmentsAndTasks: false } as never
  const settings = { trackCategorizedItems: row.on } as never
  expect(readsFolders({ mailbox, settings, counts: { hasLinks: row.hasLinks } })).toBe(row.reads)
})

const ON: MailboxColumns = {
  isActive: true,
  hasActiveProfile: true,
  approval: 1,
  regardingType: 'systemuser',
  usersNeedIt: true,
  queuesNeedIt: true,
  incomingDelivery: 2,
  activityDelivery: 1,
}

test.each<[string, Partial<MailboxColumns>, mail: boolean, appointmentsAndTasks: boolean]>([
  ['AP1', {}, true, true],
  ['AP1', { approval: 2 }, false, false],
  ['AP1', { isActive: false }, false, false],
  ['AP1', { hasActiveProfile: false }, false, false],
  ['AP1', { incomingDelivery: 1 }, false, true],
  ['AP1', { activityDelivery: 0 }, true, false],
  ['AP1', { regardingType: 'queue' }, true, false],
  ['AP1', { regardingType: 'queue', incomingDelivery: 0 }, false, false],
])(
  '[%s] with %j mail is synchronized: %s, appointments and tasks: %s',
  (_rule, patch, mail, act) => {
    const kinds = synchronizedKinds({ ...ON, ...patch })
    expect(kinds).toMatchObject({ mail, appointmentsAndTasks: act })
  },
)
