import { DefaultHeaders, DefaultInit, graphfi } from '@pnp/graph'
import '@pnp/graph/attachments/index.js'
import '@pnp/graph/batching.js'
import '@pnp/graph/calendars/index.js'
import '@pnp/graph/contacts/index.js'
import '@pnp/graph/mail/categories.js'
import '@pnp/graph/mail/index.js'
import '@pnp/graph/to-do/index.js'
import '@pnp/graph/users/index.js'
import { DefaultParse, InjectHeaders } from '@pnp/queryable'
import { expectThat, type Run, recorder } from '../calls.ts'
import { factsOf } from '../package-facts.ts'
import { ANNA, BEN, letter, startSandbox, tokenOfAnna } from './sandbox.ts'

const time = (hour: number) => ({ dateTime: `2026-12-03T${hour}:00:00`, timeZone: 'UTC' })

/** The community's library of Graph, whose calls are properties and functions. */
export async function runPnpGraph(): Promise<Run> {
  const sandbox = await startSandbox()
  const token = await tokenOfAnna(sandbox)
  // biome-ignore lint/suspicious/noExplicitAny: the modules above extend a type that TypeScript 7 doesn't find
  const graph: any = graphfi().using(
    DefaultInit(`${sandbox.url}/v1.0`),
    DefaultHeaders(),
    (queryable) => {
      queryable.on.send.replace((url: URL, init: RequestInit) => fetch(url, init))
      return queryable
    },
    DefaultParse(),
    InjectHeaders({ Authorization: `Bearer ${token}` }),
  )
  const { me } = graph
  const { calls, attempt } = recorder()
  try {
    await attempt('me, users by id, pages of users', async () => {
      expectThat((await me()).mail === ANNA, 'another person')
      await graph.users.getById(BEN)()
      let count = 0
      for await (const page of graph.users.top(1)) count += page.length
      expectThat(count === 2, `${count} people`)
    })
    await attempt('outlook.masterCategories: add, update, delete', async () => {
      const { id } = await me.outlook.masterCategories.add({ displayName: 'P', color: 'preset3' })
      await me.outlook.masterCategories.getById(id).update({ color: 'preset5' })
      await me.outlook.masterCategories.getById(id).delete()
    })
    await attempt('mailFolders: add, childFolders, update, delta, delete', async () => {
      const { id } = await me.mailFolders.add({ displayName: 'Orders' })
      const folder = me.mailFolders.getById(id)
      await folder.childFolders.add({ displayName: 'New' })
      await folder.update({ displayName: 'Old orders' })
      expectThat(JSON.stringify(await me.mailFolders.delta()()).includes('Old'), 'not in the delta')
      await folder.delete()
    })
    const made = await attempt('messages.add', () => me.messages.add(letter('Offer')))
    const message = me.messages.getById(made?.id)
    await attempt('message: update categories, attachments, copy, send', async () => {
      await message.update({ categories: ['Tracked to Dynamics 365'] })
      await message.attachments.addFile({ name: 'a.txt' }, 'aGVsbG8=')
      await message.copy('inbox')
      await message.send()
    })
    await attempt('sendMail', () => me.sendMail(letter('Direct')))
    await attempt('reply, move', async () => {
      const [first] = await me.mailFolders.getById('sentitems').messages()
      await me.messages.getById(first.id).reply({ comment: 'thanks' })
      await me.messages.getById(first.id).move('archive')
    })
    await attempt('delta of a folder’s messages', () =>
      me.mailFolders.getById('inbox').messages.delta()(),
    )
    await attempt('messageRules.add', () =>
      me.mailFolders.getById('inbox').messageRules.add({
        displayName: 'r',
        sequence: 1,
        isEnabled: true,
        conditions: { subjectContains: ['order'] },
        actions: { assignCategories: ['X'] },
      }),
    )
    const event = await attempt('calendar.events.add, with an attendee', () =>
      me.calendar.events.add({
        subject: 'Visit',
        start: time(12),
        end: time(13),
        attendees: [{ emailAddress: { address: BEN }, type: 'required' }],
      }),
    )
    await attempt('calendars, calendarView', async () => {
      await me.calendars()
      const seen = await me.calendarView('2026-12-01', '2026-12-31')()
      expectThat(seen.length === 1, `${seen.length} events`)
    })
    await attempt('event: update, cancel', async () => {
      await me.events.getById(event?.id).update({ categories: ['X'] })
      await me.events.getById(event?.id).cancel('not today')
    })
    await attempt('todo: lists and tasks', async () => {
      const { id } = await me.todo.lists.add({ displayName: 'Errands' })
      const list = me.todo.lists.getById(id)
      const task = list.tasks.getById((await list.tasks.add({ title: 'Post' })).id)
      await task.update({ status: 'completed' })
      await task.delete()
      await list.delete()
    })
    await attempt('batched', async () => {
      const [batched, execute] = graph.batched()
      const asked = Promise.all([batched.me(), batched.me.mailFolders()])
      await execute()
      await asked
    })
    await attempt('calendarGroups', () => me.calendarGroups())
    await attempt('calendar.getSchedule', () =>
      me.calendar.getSchedule({ schedules: [BEN], startTime: time(12), endTime: time(13) }),
    )
    await attempt('findMeetingTimes', () => me.findMeetingTimes({ meetingDuration: 'PT1H' }))
    await attempt('messages.delta over all folders', () => me.messages.delta()())
    await attempt('contacts', () => me.contacts())
  } finally {
    await sandbox.close()
  }
  return { ...factsOf('@pnp/graph'), calls }
}
