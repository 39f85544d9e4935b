import { expect, test } from 'vitest'
import { readsFolders } from './scope.ts'

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
