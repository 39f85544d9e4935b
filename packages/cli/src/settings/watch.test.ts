import { expect, test } from 'vitest'
import { progressOf, reporter, type Watched } from './watch.ts'

const mailbox = (id: string, more: Partial<Watched> = {}): Watched => ({
  mailboxId: id,
  emailAddress: `${id}@contoso.example`,
  state: 'synchronized',
  category: 'provisioned',
  lastError: null,
  lastSyncStartedOn: 'before',
  ...more,
})
const ids = (mailboxes: readonly Watched[]) => mailboxes.map((one) => one.mailboxId)

test('a mailbox is done when the category is where it is to be', () => {
  const now = [
    mailbox('a'),
    mailbox('b', { category: 'removed' }),
    mailbox('c', { category: 'absent' }),
  ]
  const removal = progressOf(now, false, now)
  expect([removal.done, removal.total, ids(removal.left)]).toEqual([2, 3, ['a']])
  const creation = progressOf(now, true, now)
  expect([creation.done, creation.total, ids(creation.left)]).toEqual([1, 3, ['b', 'c']])
})

test('one that is off need not get the category, but has to lose it', () => {
  const now = [mailbox('a', { state: 'off', category: 'removed' })]
  expect(progressOf(now, true, now).total).toBe(0)
  const still = [mailbox('a', { state: 'off' })]
  expect(ids(progressOf(still, false, still).left)).toEqual(['a'])
})

test('failing counts only once the mailbox was tried since', () => {
  const before = [mailbox('a', { state: 'failing' })]
  expect(ids(progressOf(before, false, before).left)).toEqual(['a'])
  const since = [mailbox('a', { state: 'failing', lastSyncStartedOn: 'since' })]
  expect(progressOf(since, false, before)).toMatchObject({ failed: since, left: [] })
  const made = [mailbox('new', { state: 'failing', lastSyncStartedOn: 'since' })]
  expect(ids(progressOf(made, false, before).failed)).toEqual(['new'])
})

test('off a terminal there is a line whenever something has happened, on one a bar', () => {
  const written = (isTTY: boolean): string => {
    let text = ''
    const stream = {
      isTTY,
      write: (part: string) => {
        text += part
        return true
      },
    }
    const report = reporter('Removed', stream as unknown as NodeJS.WriteStream)
    const step = (done: number, failed: readonly Watched[] = []) =>
      report({ total: 3, done, failed, left: done + failed.length < 3 ? [mailbox('x')] : [] })
    step(0)
    step(0)
    step(2)
    step(2, [mailbox('y')])
    return text
  }
  expect(written(false)).toBe('Removed: 0/3\nRemoved: 2/3\nRemoved: 2/3, 1 failed\n')
  expect(written(true)).toBe(
    `\rRemoved [${'.'.repeat(30)}] 0/3 \rRemoved [${'#'.repeat(20)}${'.'.repeat(10)}] 2/3 ` +
      `\rRemoved [${'#'.repeat(20)}${'.'.repeat(10)}] 2/3, 1 failed \n`,
  )
})
