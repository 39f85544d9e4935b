// scripts/with-postgres.sh node scripts/keep-dump.ts [CHECKOUT]
//
// Writes packages/store/test/kept/NNNN.sql: a database with the schema NNNN and made-up data, as a
// server of that version makes it. A test opens every one of them with today's version. Make the next
// one when a version with new migrations is released; older ones are never made again.
// CHECKOUT is another version's folder with its node_modules (default: this one).
import { execFileSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createServerFixture, until } from '../test/support/server.ts'
import { MARK, received } from '../test/support/world.ts'

const checkout = resolve(process.argv[2] ?? '.')
const databaseUrl = process.env.TEST_DATABASE_URL
if (databaseUrl === undefined) throw new Error('Run it with scripts/with-postgres.sh.')

const server = await createServerFixture(
  // Made up, and known to the test that opens the dump.
  { DATABASE_URL: databaseUrl, TRACKMARK_SECRET_KEY: '1f'.repeat(32) },
  checkout,
)
await server.start()
try {
  await fill()
} finally {
  await server.kill()
}
const numbers = readdirSync(join(checkout, 'packages/store/sql')).filter((name) => /^\d/.test(name))
const file = `packages/store/test/kept/${numbers.sort().at(-1)!.slice(0, 4)}.sql`
writeFileSync(file, portable(dump(databaseUrl)))
await server.stop()
process.stdout.write(`${file}\n`)

/** Tracked items of each kind, one that was untracked, one that never was, and people. */
async function fill(): Promise<void> {
  const [person] = (await server.graph('GET', '/users?$top=1')).body.value
  const base = `/users/${person.mail}`
  const rows = async (query: string) =>
    (await server.api('GET', `/api/data/v9.2/${query}`)).body.value
  const mail = (subject: string) =>
    server.graph('POST', `${base}/mailFolders/inbox/messages`, {
      ...received({ subject }),
      body: { contentType: 'text', content: `Body of ${subject}` },
    })
  await server.api('POST', '/api/data/v9.2/accounts', { name: 'Kept Ltd' })
  await server.api('POST', '/api/data/v9.2/contacts', {
    firstname: 'Kay',
    lastname: 'Kept',
    emailaddress1: 'kay@kept.example',
  })
  await server.api('POST', '/api/admin/tokens', { name: 'Kept', role: 'Basic User' })
  await until('the category is there', async () => {
    const { body } = await server.graph('GET', `${base}/outlook/masterCategories`)
    return body.value.some((one: { displayName: string }) => one.displayName === MARK)
  })
  const ids: string[] = []
  for (const subject of ['Kept one', 'Kept two', 'Kept and untracked']) {
    const { body } = await mail(subject)
    await server.graph('PATCH', `${base}/messages/${body.id}`, { categories: [MARK] })
    ids.push(body.id)
  }
  await mail('Never marked')
  const at = (days: number, hour: number) => ({
    dateTime: `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 11)}${hour}:00:00`,
    timeZone: 'UTC',
  })
  await server.graph('POST', `${base}/events`, {
    subject: 'Kept meeting',
    start: at(2, 10),
    end: at(2, 11),
    categories: [MARK],
  })
  const lists = (await server.graph('GET', `${base}/todo/lists`)).body.value
  await server.graph('POST', `${base}/todo/lists/${lists[0].id}/tasks`, {
    title: 'Kept task',
    categories: [MARK],
  })
  await until('all are tracked', async () => {
    const tracked = await rows(`activitypointers?$filter=startswith(subject,'Kept')`)
    return tracked.length === 5
  })
  await server.graph('PATCH', `${base}/messages/${ids[2]}`, { categories: [] })
  await until('one is untracked', async () => {
    const links = await rows('exchangesyncidmappings?$filter=isunlinkedincrm eq true')
    return links.length === 1
  })
}

function dump(url: string): string {
  const options = ['--no-owner', '--no-privileges', '--schema=crm', '--schema=sync']
  return execFileSync('pg_dump', [...options, '--inserts', '--rows-per-insert=100', url], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
}

/** Without what only psql, or only one version of PostgreSQL, understands. */
function portable(sql: string): string {
  const lines = sql
    .split('\n')
    .filter((line) => !/^(--|\\|SET |SELECT pg_catalog\.set_config)/.test(line))
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}
