import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { listen } from '@trackmark/server'
import { addMailboxes } from '@trackmark/store'
import type { Page } from 'playwright-core'
import { ADA, createTestApp, NOW, type TestApp, TOKEN } from '../packages/server/test/support.ts'
import { CHROMIUM, launchBrowser } from '../test/support/chromium.ts'
import { type BenchDatabase, createDatabase } from './database.ts'
import { commit, machine } from './machine.ts'
import { spread } from './statistics.ts'

const USAGE = `npm run bench:browser -- [options]
  --database pglite|postgres   postgres where DATABASE_URL is set (default), else pglite
  --mailboxes N                in the list (default 100,000)
  --rows N                     scrolled through (default 5,000)`

/** What the probe saw since it was told to begin. */
interface Seen {
  readonly longestTaskMs: number
  readonly longestInputMs: number
  readonly frames: number
  readonly lateFrames: number
  readonly longestFrameMs: number
  /** How long the end of what was loaded was in sight. */
  readonly atEndMs: number
}

/** One kind of thing done to the list, several times. */
interface Measured {
  readonly what: string
  /** From the input to the list that answers it; empty where nothing is waited for. */
  readonly answers: readonly number[]
  readonly seen: Seen
  readonly requests: number
}

const root = join(import.meta.dirname, '..')
const CHUNK = 5_000
const WHEEL_PX = 300
const KEY_MS = 60
const SETTLE_MS = 5_000

async function main(): Promise<void> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    options: { database: text, mailboxes: text, rows: text, help: { type: 'boolean' } },
  })
  if (values.help === true) return void process.stdout.write(`${USAGE}\n`)
  if (CHROMIUM === null) throw new Error('There is no Chromium to measure in.')
  const url = process.env.DATABASE_URL ?? process.env.TEST_DATABASE_URL ?? null
  const kind = (values.database ?? (url === null ? 'pglite' : 'postgres')) as 'pglite' | 'postgres'
  const mailboxes = Number(values.mailboxes ?? 100_000)
  execFileSync(process.execPath, ['scripts/build-web.ts'], { cwd: root, stdio: 'inherit' })
  const db = await createDatabase(kind, url)
  try {
    const server = await createTestApp(db.database)
    await fill(db, server.organizationId, mailboxes)
    const measured = await measure(server, Number(values.rows ?? 5_000))
    const { cores, processor, node } = machine([])
    const place = `${cores} cores (${processor}), Node ${node}, ${db.version}`
    const date = new Date().toISOString().slice(0, 10)
    process.stdout.write(`Measured ${date} at ${commit()} on ${place}.\n\n${render(measured)}\n`)
  } finally {
    await db.drop()
  }
}

/** Mailboxes of people whose names sort and are found like names, in every condition there is. */
async function fill(db: BenchDatabase, organizationId: string, count: number): Promise<void> {
  const { plain } = db
  const [profile] = await plain.query<{ id: string }>(
    `select emailserverprofileid as id from crm.emailserverprofile where organizationid = $1`,
    [organizationId],
  )
  for (let from = 0; from < count; from += CHUNK) {
    const some = Array.from({ length: Math.min(CHUNK, count - from) }, (_, index) => {
      const n = from + index
      const name = nameOf(n)
      const id = (kind: number) =>
        `${String(kind).repeat(8)}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
      return {
        mailboxId: id(7),
        name,
        emailAddress: `${name.toLowerCase().replaceAll(' ', '.')}@contoso.example`,
        regardingId: id(6),
        regardingType: 'systemuser' as const,
        ownerId: ADA,
        profileId: n % 100 === 7 ? null : profile!.id,
        methods: { incoming: 2, outgoing: 2, act: 1 } as const,
      }
    })
    await addMailboxes(plain, organizationId, some, NOW)
  }
  await plain.script(`
    create temporary table n as select mailboxid, row_number() over (order by mailboxid) as n
      from crm.mailbox;
    update crm.mailbox m set
        lastsyncstartedon = m.createdon - n * interval '1 second',
        lastsuccessfulsynccompletedon = case when n % 20 > 0 then m.createdon - n * interval '1 second' end,
        emailrouteraccessapproval = case when n % 25 = 3 then 3 else 1 end,
        mailboxstatus = case when n % 30 = 4 then 2 when n % 3 = 0 then 1 else 0 end
      from n where n.mailboxid = m.mailboxid;
    update sync.mailbox_schedule s set failures = 3, failingsince = dueat, lastcode = 'unreachable'
      from n where n.mailboxid = s.mailboxid and n % 40 = 5;
    insert into crm.mailboxtrackingcategory (organizationid, mailboxtrackingcategoryid, mailboxid,
        categoryonboardingstatus, createdon, modifiedon, purpose, color)
      select organizationid, gen_random_uuid(), mailboxid, case when n % 200 = 8 then 2 else 1 end,
        createdon, modifiedon, 'tracked', 'preset0'
      from crm.mailbox join n using (mailboxid) where n % 15 > 0;
    insert into crm.tracelog (organizationid, tracelogid, regardingobjectid, regardingobjectidtype,
        createdon, modifiedon)
      select organizationid, gen_random_uuid(), mailboxid, 'mailbox', createdon, modifiedon
      from crm.mailbox join n using (mailboxid) where n % 10 = 0;
    drop table n`)
  await plain.script('vacuum analyze')
}

const FIRST = 'Ada Bela Cora Dale Eira Finn Gita Hugo Isla Jonas Kaya Liam Mael Nora Otto'.split(
  ' ',
)
const LAST = 'Aalto Brandt Calder Dvorak Eklund Feichtner Garnier Hoxha Ivanova Jansen'.split(' ')

/** Names in no order of their numbers, each of them once. */
const nameOf = (n: number): string =>
  `${FIRST[(n * 7) % FIRST.length]} ${LAST[(n * 3) % LAST.length]} ${String((n * 7919) % 100_003).padStart(6, '0')}`

async function measure(server: TestApp, rows: number): Promise<readonly Measured[]> {
  const listening = await listen({ host: '127.0.0.1', port: 0 }, async (request) =>
    server.app.fetch(request),
  )
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    await context.addInitScript(readFileSync(join(import.meta.dirname, 'browser-probe.js'), 'utf8'))
    await context.request.post(`${listening.url}/signin`, {
      data: { token: TOKEN },
      headers: { origin: listening.url },
    })
    const list = await openList(await context.newPage(), listening.url)
    const measured: Measured[] = [await list.open(), await list.scroll(rows)]
    // With thousands of rows loaded: this is when drawing could take long.
    measured.push(await list.command('one approved, thousands of rows loaded', list.chooseOne))
    measured.push(await list.search('searched, thousands of rows loaded', ['ada aalto']))
    measured.push(
      await list.search('searched', [
        'cora',
        'brandt',
        'eira cal',
        '0',
        '0012',
        'hugo.h',
        'zzz',
        'n',
      ]),
    )
    measured.push(await list.filter())
    measured.push(await list.sort())
    await list.open()
    measured.push(await list.command('all approved', list.chooseAll))
    return measured
  } finally {
    await browser.close()
    await listening.close()
  }
}

const SORTS = ['state', 'lastSync', 'alerts', 'name'] as const
const SORT_TITLES = {
  state: 'Condition',
  lastSync: 'Last synchronized',
  alerts: 'Open alerts',
  name: 'Name',
}
const FILTERS = [
  ['Condition', 'state', ['failing', 'waiting', 'synchronized', 'off']],
  ['Category', 'category', ['provisioned', 'removed', 'absent']],
  ['Approval', 'approval', ['approved', 'rejected', 'pending']],
  ['Test result', 'test', ['success', 'failure', 'notRun']],
  ['Server Profile', 'profile', ['none']],
] as const

type Wanted =
  /** How many as the page says it, and how the first one is called; null = nothing is found. */
  | { readonly count: string; readonly first: string | null }
  /** What a selector finds. */
  | { readonly gone: string }

/** The page Mailboxes, and what is done to it. */
async function openList(page: Page, url: string) {
  let requests = 0
  page.on('request', (request) => {
    if (request.url().includes('/api/admin/mailboxes')) requests += 1
  })
  const box = page.getByRole('searchbox')
  /** What the server answers, to know what the page has to show. */
  const wanted = async (query: Readonly<Record<string, string>>) => {
    const all = new URLSearchParams({ view: 'all', sort: 'name', limit: '1', ...query })
    const answer = await page.context().request.get(`${url}/api/admin/mailboxes?${all}`)
    const { mailboxes, total } = await answer.json()
    const count = total === 1 ? '1 mailbox' : `${total.toLocaleString('en')} mailboxes`
    return { count, first: (mailboxes[0]?.name ?? null) as string | null }
  }
  const shown = (what: Wanted) => page.evaluate<number>(`bench.shown(${JSON.stringify(what)})`)
  const everything = await wanted({})
  const during = async (
    what: string,
    work: (answer: (ms: number) => void) => Promise<void>,
  ): Promise<Measured> => {
    const answers: number[] = []
    const before = requests
    await page.evaluate('bench.begin()')
    await work((ms) => answers.push(ms))
    const seen = await page.evaluate<Seen>('bench.end()')
    return { what, answers, seen, requests: requests - before }
  }
  return {
    open: async (): Promise<Measured> => {
      await page.goto(`${url}/admin/mailboxes`)
      // Counted from the start of the page, whose clock begins there.
      const ms = await shown(everything)
      const seen = await page.evaluate<Seen>('bench.end()')
      return { what: 'opened', answers: [ms], seen, requests }
    },
    scroll: (rows: number) =>
      during(`scrolled through ${rows.toLocaleString('en')} rows`, async () => {
        await page.mouse.move(640, 600)
        while ((await page.evaluate<number>('bench.rows()')) < rows) {
          await page.mouse.wheel(0, WHEEL_PX)
        }
      }),
    command: (what: string, choose: () => Promise<void>) =>
      during(what, async (answer) => {
        await choose()
        await page.getByRole('button', { name: 'Approve Email' }).click()
        await page.getByRole('dialog').getByRole('button', { name: 'Approve Email' }).click()
        answer(await shown({ gone: '[role=dialog]' }))
        // Pages that are read again behind it belong to it.
        await page.waitForTimeout(SETTLE_MS)
      }),
    /** The first in sight, and all there are. */
    chooseOne: () => page.getByRole('table').getByRole('checkbox').nth(1).click(),
    chooseAll: async () => {
      await page.getByRole('checkbox', { name: 'Select all loaded rows' }).click()
      await page.getByRole('button', { name: /^Select all [\d,]+ that match$/ }).click()
    },
    search: (what: string, words: readonly string[]) =>
      during(what, async (answer) => {
        for (const word of words) {
          const found = await wanted({ search: word })
          await box.click()
          await page.keyboard.type(word, { delay: KEY_MS })
          answer(await shown(found))
          await box.fill('')
          await shown(everything)
        }
      }),
    filter: () =>
      during('filtered', async (answer) => {
        for (const [label, name, choices] of FILTERS) {
          for (const choice of choices) {
            const found = await wanted({ [name]: choice })
            await page.getByLabel(label, { exact: true }).selectOption(choice)
            answer(await shown(found))
          }
          await page.getByLabel(label, { exact: true }).selectOption('')
          await shown(everything)
        }
      }),
    sort: () =>
      during('sorted', async (answer) => {
        for (const sort of SORTS) {
          const { first } = await wanted({ sort })
          await page.getByRole('button', { name: SORT_TITLES[sort] }).click()
          answer(await shown({ count: everything.count, first }))
        }
      }),
  }
}

function render(measured: readonly Measured[]): string {
  const ms = (value: number) => Math.round(value).toLocaleString('en')
  return [
    '| | to the list, ms: median (longest) | longest task, ms | input to the next frame, longest, ms | frames | late | longest frame, ms | waited at the end, ms | requests |',
    '|---|---|---|---|---|---|---|---|---|',
    ...measured.map(({ what, answers, seen, requests }) => {
      const answer =
        answers.length === 0 ? '' : `${ms(spread(answers).median)} (${ms(spread(answers).max)})`
      const cells = [
        what,
        answer,
        ms(seen.longestTaskMs),
        ms(seen.longestInputMs),
        ms(seen.frames),
        ms(seen.lateFrames),
        ms(seen.longestFrameMs),
        ms(seen.atEndMs),
        String(requests),
      ]
      return `| ${cells.join(' | ')} |`
    }),
  ].join('\n')
}

await main()
