import type { Database } from '@trackmark/store'
import { beforeAll, expect, test } from 'vitest'
import {
  alerts,
  deliver,
  heal,
  linkOf,
  MINUTE,
  mailboxIn,
  refuse,
  user,
} from './support/refusals.ts'
import { MARK, openTestDatabase, type World } from './support/world.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})

const file = (name: string, text: string) => ({
  '@odata.type': '#microsoft.graph.fileAttachment',
  name,
  contentType: 'text/plain',
  contentBytes: Buffer.from(text).toString('base64'),
})

/** A marked message with two files, the first of which is refused. */
async function refusedFile(w: World, refusal: { status: number; code: string }): Promise<string> {
  const id = await deliver(w, 'inbox', {
    categories: [MARK],
    hasAttachments: true,
    attachments: [file('first.txt', 'one'), file('second.txt', 'two')],
  })
  const listed = await w.graph('GET', `${user(w)}/messages/${id}/attachments?$select=id,name`)
  const first = listed.body.value.find((one: { name: string }) => one.name === 'first.txt')
  await refuse(w, `/attachments/${first.id}`, refusal)
  return id
}

const files = (w: World) =>
  w.rows(
    'select filename, body from crm.activitymimeattachment where organizationid = $org order by filename',
  )

test.each([
  [400, 'ErrorNobodyKnows'],
  [403, 'ErrorAccessDenied'],
  [400, 'ErrorCannotOpenFileAttachment'],
])('[AC11] an attachment refused with %i %s is left out, and named', async (status, code) => {
  const w = await mailboxIn(database)
  const id = await refusedFile(w, { status, code })
  await w.cycle()
  expect(await linkOf(w, id)).toMatchObject({
    state: 'linked',
    parkcode: null,
    seen: expect.stringMatching(/; attachment [12] of 2 can't be read$/),
  })
  expect(await files(w)).toEqual([{ filename: 'second.txt', body: 'dHdv' }])
  const emails = await w.rows(
    'select notifications, attachmentcount from crm.email where organizationid = $org',
  )
  expect(emails).toEqual([{ notifications: 1, attachmentcount: 1 }])
  const told = await alerts(w, 28)
  expect(told).toHaveLength(1)
  expect(told[0].text).toMatch(/was tracked without attachment [12] of 2, which can't be read\./)
  expect(told[0].text).toContain(`The mail server answered ${status} ${code}.`)
  expect(told[0].errordetails).toContain(`Item: ${id}`)
  expect(JSON.stringify(told)).not.toContain('first.txt')
  expect(await alerts(w, 10)).toEqual([])
})

test('[AC11] trouble of the moment with an attachment is waited for, and comes to an end', async () => {
  const w = await mailboxIn(database)
  const short = await refusedFile(w, { status: 500, code: 'ErrorInternalServerError' })
  await w.cycle()
  expect(await linkOf(w, short)).toMatchObject({ state: 'parked', parktries: 1 })
  await heal(w)
  w.now += 15 * MINUTE
  await w.cycle()
  expect(await linkOf(w, short)).toMatchObject({ state: 'linked' })
  expect(await files(w)).toHaveLength(2)
  expect(await alerts(w, 28)).toEqual([])

  const long = await refusedFile(w, { status: 500, code: 'ErrorContentConversionFailed' })
  for (let tries = 1; tries <= 5; tries++) {
    await w.cycle()
    expect(await linkOf(w, long)).toMatchObject({ state: 'parked', parktries: tries })
    w.now += 15 * MINUTE
  }
  await w.cycle()
  expect(await linkOf(w, long)).toMatchObject({ state: 'linked', parkcode: null })
  expect(await files(w)).toHaveLength(3)
  expect(await alerts(w, 28)).toHaveLength(1)
  expect(await alerts(w, 11)).toEqual([])
})
