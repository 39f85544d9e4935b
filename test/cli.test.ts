import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from '../packages/cli/test/run.ts'
import { createServerFixture, type RunningServer, until } from './support/server.ts'
import { type Json, MARK } from './support/world.ts'

/** The tools as people call them, against a server of their own. */
let server: RunningServer
let address: string

beforeAll(async () => {
  server = await createServerFixture()
  await server.start()
  address = (await server.graph('GET', '/users?$top=1')).body.value[0].mail
})
afterAll(() => server.stop())

const trackmark = (...args: string[]) => server.cli('trackmark', ...args)
const orgdborgsettings = (...args: string[]) => server.cli('orgdborgsettings', ...args)
const json = (text: string): Json => JSON.parse(text)

describe('trackmark', () => {
  test('tells the status and the mailboxes, in words and as JSON', async () => {
    expect((await trackmark('status')).out).toMatch(/^Trackmark [\d.]+ at http:/)
    expect(json((await trackmark('status', '--json')).out)).toMatchObject({ database: 'pglite' })
    expect((await trackmark('mailboxes')).out).toContain(address)
    const listed = json((await trackmark('mailboxes', 'list', '--json')).out)
    expect(listed.map((mailbox: Json) => mailbox.emailAddress)).toContain(address)
  })

  test('[TR14] imports mail, and says why an item was decided as it was', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'trackmark-mail-'))
    const file = join(folder, 'letter.eml')
    writeFileSync(
      file,
      `From: Cora <cora@customer.example>\r\nTo: ${address}\r\nSubject: From a file\r\nMessage-ID: <file-1@customer.example>\r\nDate: Mon, 5 Jan 2026 10:00:00 +0000\r\n\r\nHello\r\n`,
    )
    const done = await trackmark(
      'sandbox',
      'import',
      file,
      join(folder, 'absent.eml'),
      '--mailbox',
      address,
    )
    expect(done.out).toMatch(/^1 imported, 1 refused\.\n {2}absent\.eml: .*ENOENT/)
    const found = await server.graph(
      'GET',
      `/users/${address}/messages?$filter=subject eq 'From a file'`,
    )
    await server.graph('PATCH', `/users/${address}/messages/${found.body.value[0].id}`, {
      categories: [MARK],
    })
    await until('the item is tracked', async () => {
      const { body } = await server.api('GET', '/api/admin/status')
      return body.items.linked > 0
    })
    const { out } = await trackmark('mailboxes', 'items', address)
    expect(out).toMatch(/linked +TR\d.*From a file/)
  })

  test('switches a mailbox off and on, and makes it due', async () => {
    expect((await trackmark('mailboxes', 'disable', address)).out).toContain('off')
    await until('its category is gone', async () => {
      const { body } = await server.api('GET', `/api/admin/mailboxes/${address}`)
      return body.category === 'removed'
    })
    const listed = json((await trackmark('mailboxes', 'list', '--json')).out)
    expect(listed.find((one: Json) => one.emailAddress === address).category).toBe('removed')
    expect((await trackmark('mailboxes', 'enable', address)).code).toBe(0)
    expect((await trackmark('mailboxes', 'sync', address)).code).toBe(0)
  })

  test('tests, approves and describes a mailbox, and applies the default settings', async () => {
    const tested = await trackmark('mailboxes', 'test', address)
    expect(tested).toMatchObject({ code: 0, out: expect.stringMatching(/categoryWrite +success/) })
    expect((await trackmark('mailboxes', 'reject', address)).out).toContain('1 changed')
    const refused = await trackmark('mailboxes', 'test', address)
    expect(refused.code).not.toBe(0)
    expect(refused.out).toMatch(/approval +failure.*not approved/)
    expect((await trackmark('mailboxes', 'approve', address)).out).toContain('1 changed')
    expect((await trackmark('mailboxes', 'apply-defaults', address)).code).toBe(0)
    const { out } = await trackmark('mailboxes', 'details', address)
    expect(out).toContain(`Email Address : ${address}`)
    expect((await trackmark('mailboxes', 'approve')).code).not.toBe(0)
  })

  test('lists alerts and closes one', async () => {
    const [alert] = json((await trackmark('alerts', 'list', '--json')).out)
    expect((await trackmark('alerts', 'close', alert.alertId)).code).toBe(0)
    expect((await trackmark('alerts', 'close', alert.alertId)).code).toBe(1)
  })

  test('shows the configuration with its sources, secrets masked', async () => {
    const { code, out } = await trackmark('config')
    expect(code).toBe(0)
    expect(out).toMatch(/^port: \d+\n {4}from the environment, TRACKMARK_PORT$/m)
    expect(out).not.toContain('token-of-the-test')
  })
})

describe('trackmark login', () => {
  test('stores a connection that commands then use, and forgets it', async () => {
    const HOME = mkdtempSync(join(tmpdir(), 'trackmark-home-'))
    const env = { HOME, XDG_CONFIG_HOME: '' }
    const tool = (...args: string[]) => run('trackmark', args, env)
    const token = 'token-of-the-test-administrator'
    const wrong = await run('trackmark', ['login', '--url', server.url], env, 'wrong-token')
    expect(wrong.code).toBe(4)
    expect((await tool('login', '--list')).out).toMatch(/^Nothing is stored/)
    const signed = await run('trackmark', ['login', '--url', server.url], env, `${token}\n`)
    expect([signed.code, signed.out]).toEqual([0, expect.stringContaining('profiles.json')])
    await tool(
      'login',
      '--profile',
      'own',
      '--url',
      server.url,
      '--token',
      token,
      '--environment',
      'trackmark',
    )
    expect((await tool('status')).code).toBe(0)
    expect((await tool('status', '--login', 'own')).code).toBe(0)
    const listed = json((await tool('login', '--list', '--json')).out)
    expect(listed).toEqual([
      { name: 'default', url: server.url, environment: null, isDefault: true },
      { name: 'own', url: server.url, environment: 'trackmark', isDefault: false },
    ])
    expect((await tool('logout')).code).toBe(0)
    expect((await tool('status')).code).toBe(0)
    expect((await tool('logout', '--all')).code).toBe(0)
    expect((await tool('status', '--login', 'own')).code).toBe(2)
  })
})

describe('trackmark webresources', () => {
  test('imports a folder, lists and removes it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'trackmark-pages-'))
    writeFileSync(join(folder, 'start.html'), '<p>Hello')
    const done = await trackmark('webresources', 'import', folder, '--prefix', 'new_/pages/')
    expect(done.out).toBe(
      `1 new, 0 changed, 0 as they were.\n  ${server.url}/WebResources/new_/pages/start.html\n`,
    )
    expect(
      (await trackmark('webresources', 'import', folder, '--prefix', 'new_/pages/')).out,
    ).toMatch(/^0 new, 0 changed, 1 as/)
    expect((await trackmark('webresources')).out).toMatch(/new_\/pages\/start\.html +1 +8 /)
    const removed = await trackmark('webresources', 'remove', 'new_/pages/start.html', 'new_/x')
    expect([removed.code, removed.err]).toEqual([1, 'Not there: new_/x.\n'])
    expect((await trackmark('webresources', 'import', join(folder, 'no'))).code).toBe(2)
  })
})

describe('orgdborgsettings', () => {
  test('retrieves, updates and deletes, names without case, in both forms', async () => {
    const name = 'TraceLogPersistenceTimeInDays'
    expect((await orgdborgsettings('update', name.toLowerCase(), '9')).code).toBe(0)
    expect((await orgdborgsettings('retrieve', name)).out).toMatch(new RegExp(`^${name} = 9`))
    expect((await orgdborgsettings('Update', '/u', 'trackmark', name, '8')).code).toBe(0)
    expect(
      json((await orgdborgsettings('Retrieve', '/u', 'trackmark', name, '--json')).out),
    ).toMatchObject({ name, value: 8, from: 'set' })
    expect((await orgdborgsettings('delete', name, '-o', 'trackmark')).out).toContain('by default')
  })

  test('shows what would change, changes it, and takes all of it out again', async () => {
    const name = 'TraceLogPersistenceTimeInDays'
    const planned = await orgdborgsettings('update', name, '7', '--dry-run')
    expect(planned.out).toBe(
      `${name}: 30 (default) -> 7\n1 setting would change; nothing was written.\n`,
    )
    expect((await orgdborgsettings('retrieve', '--set-only')).out).not.toContain(name)
    await orgdborgsettings('update', name, '7')
    expect((await orgdborgsettings('retrieve', '--set-only')).out).toMatch(
      new RegExp(`^NAME.*DESCRIPTION\\n${name} +7 +30 +set +acts on it `, 'm'),
    )
    expect(
      json((await orgdborgsettings('retrieve', '--filter', 'tracelogp', '--json')).out),
    ).toEqual([
      expect.objectContaining({ name, value: 7, default: 30, from: 'set', effect: 'acts' }),
    ])
    expect((await orgdborgsettings('reset')).code).toBe(2)
    expect((await orgdborgsettings('reset', '--all')).err).toContain('--yes')
    const reset = await orgdborgsettings('reset', '--all', '--yes')
    expect([reset.code, reset.out]).toEqual([0, expect.stringContaining('7 -> 30 (default)')])
    expect((await orgdborgsettings('retrieve', '--set-only')).out).toMatch(/^No setting/)
  })

  test('export and import carry settings over, all of them or none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'trackmark-settings-'))
    const [xml, bad, other] = ['a.xml', 'b.json', 'c.json'].map((name) => join(folder, name))
    await orgdborgsettings('update', 'TraceLogPersistenceTimeInDays', '7')
    await orgdborgsettings('update', 'DisableSmartMatching', 'true')
    expect((await orgdborgsettings('export', xml!)).out).toMatch(/^2 settings written/)
    expect((await orgdborgsettings('export', '-', '--format', 'json')).out).toContain(
      '"DisableSmartMatching": true',
    )
    writeFileSync(bad!, '{"TraceLogPersistenceTimeInDays": 8, "DisableSmartMatching": 3}')
    const refused = await orgdborgsettings('import', bad!)
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('true or false')])
    writeFileSync(other!, '{"TraceLogPersistenceTimeInDays": 8}')
    const replaced = await orgdborgsettings('import', other!, '--replace')
    expect(replaced.out.split('\n')).toEqual(
      expect.arrayContaining([
        'TraceLogPersistenceTimeInDays: 7 -> 8',
        'DisableSmartMatching: true -> false (default)',
        '2 settings changed.',
      ]),
    )
    expect((await orgdborgsettings('import', xml!, '--dry-run')).out).toContain('8 -> 7')
    expect((await orgdborgsettings('import', xml!)).code).toBe(0)
    expect((await orgdborgsettings('export', '-')).out).toContain('<DisableSmartMatching>true<')
    await orgdborgsettings('reset', '--all', '--yes')
  })

  test('waits until the category has left every mailbox, and until it is back', async () => {
    for (const [value, category] of [
      ['false', 'removed'],
      ['true', 'provisioned'],
    ] as const) {
      const { code } = await orgdborgsettings('update', 'TrackCategorizedItems', value, '--wait')
      expect(code).toBe(0)
      const listed = json((await trackmark('mailboxes', 'list', '--json')).out)
      expect(new Set(listed.map((mailbox: Json) => mailbox.category))).toEqual(new Set([category]))
    }
  })
})

describe('several organizations', () => {
  test('one is added, worked with by its own token, disabled and removed', async () => {
    const made = await trackmark('environments', 'add', 'contoso', '--display-name', 'Contoso Ltd')
    expect([made.code, made.out]).toEqual([0, expect.stringMatching(/^contoso, enabled\n/)])
    const token = await trackmark(
      ...['tokens', 'add', 'Nightly', '-e', 'contoso', '--role', 'System Administrator'],
      ...['--expires', '2999-01-31'],
    )
    expect(token.out).toMatch(/^tm_[\w-]{86}\n$/)
    const own = ['--token', token.out.trim()]
    expect((await trackmark('status', ...own)).out).toMatch(/Organization +contoso/)
    const listed = json((await trackmark('environments', 'list', '--json', ...own)).out)
    expect(listed.map((one: Json) => one.uniqueName)).toEqual(['contoso'])
    const secret = join(mkdtempSync(join(tmpdir(), 'trackmark-secret-')), 'secret.txt')
    writeFileSync(secret, 'x')
    const profile = ['profiles', 'add', 'Exchange', '--tenant', 't', '--secret-file', secret]
    const client = ['--client', '00000000-0000-4000-8000-000000000001']
    expect((await trackmark(...profile, ...client, ...own)).code).toBe(0)
    expect((await trackmark('profiles', 'list')).out).not.toMatch(/^Exchange /m)
    await orgdborgsettings('update', 'TrackCategorizedItems', 'false', '-o', 'contoso')
    expect((await orgdborgsettings('retrieve', 'TrackCategorizedItems')).out).toContain('= true')
    expect((await orgdborgsettings('retrieve', 'TrackCategorizedItems', ...own)).out).toContain(
      '= false',
    )

    expect(
      (await trackmark('environments', 'remove', 'contoso', '--confirm', 'contoso')).err,
    ).toMatch(/Disable contoso first/)
    expect((await trackmark('environments', 'set', 'contoso', '--disable')).code).toBe(0)
    expect((await trackmark('status', ...own)).err).toMatch(/contoso is disabled/)
    expect((await trackmark('environments')).out).toMatch(/contoso +disabled/)
    expect((await trackmark('environments', 'remove', 'contoso', '--confirm', 'other')).code).toBe(
      1,
    )
    expect(
      (await trackmark('environments', 'remove', 'contoso', '--confirm', 'contoso')).code,
    ).toBe(0)
    expect((await trackmark('status', ...own)).code).toBe(4)
  })

  test('the version decides whether the category is on by default', async () => {
    await orgdborgsettings('delete', 'TrackCategorizedItems')
    const show = async (version: string) => {
      await trackmark('environments', 'set', 'trackmark', '--version', version)
      return (await trackmark('environments', 'show', 'trackmark')).out
    }
    expect(await show('9.1.0.4038')).toMatch(/category +off/)
    expect(await show('9.2.24091.190')).toMatch(/category +on/)
  })
})

test.each([
  // tool, arguments, exit code, message
  [
    'orgdborgsettings',
    ['update', 'TraceLogPersistenceTimeInDays', '5000'],
    1,
    /whole Number from 0 to 3650; got "5000"/,
  ],
  [
    'orgdborgsettings',
    ['update', 'TrackCategorizedItems', 'maybe'],
    1,
    /Boolean \(true or false\)/,
  ],
  ['orgdborgsettings', ['retrieve', 'NoSuchSetting'], 1, /No setting is called "NoSuchSetting"/],
  [
    'orgdborgsettings',
    ['update', 'TrackCategorizedItem', 'false'],
    1,
    /Did you mean TrackCategorizedItems\? \(0x80048514\)/,
  ],
  ['orgdborgsettings', ['retrieve', '-o', 'elsewhere'], 1, /no organization elsewhere/],
  ['orgdborgsettings', ['update', 'TrackCategorizedItems'], 2, /missing required argument/],
  [
    'trackmark',
    ['mailboxes', 'items', 'nobody@contoso.example'],
    1,
    /no mailbox nobody@contoso.example/,
  ],
  ['trackmark', ['sandbox', 'import', 'x.eml', '--mailbox', 'nobody@contoso.example'], 1, /^$/],
  ['trackmark', ['alerts', 'answer', 'x', 'perhaps'], 2, /must be yes or no/],
  ['trackmark', ['status', '--colour'], 2, /unknown option/],
  ['trackmark', ['status', '-e', 'elsewhere'], 1, /no \/elsewhere\/api\/admin\/status here/],
  ['trackmark', ['environments', 'add', 'Con-Toso'], 1, /uniqueName: must be 1 to 30 lower-case/],
  ['trackmark', ['environments', 'add', 'api'], 1, /keeps for itself/],
  ['trackmark', ['environments', 'add', 'trackmark'], 1, /organization trackmark already/],
  ['trackmark', ['environments', 'show', 'elsewhere'], 1, /no organization elsewhere/],
  ['trackmark', ['environments', 'remove', 'trackmark'], 2, /--confirm/],
  [
    'trackmark',
    ['environments', 'remove', 'trackmark', '--confirm', 'trackmark'],
    1,
    /not removed/,
  ],
  ['trackmark', ['tokens', 'add', 'x', '--role', 'King'], 1, /role: Invalid option/],
  ['trackmark', ['tokens', 'add', 'x', '--role', 'Basic User', '--expires', 'soon'], 2, /a date/],
  ['trackmark', ['profiles', 'set', 'Sandbox'], 2, /Say what changes/],
  ['trackmark', ['profiles', 'set', 'x', '--secret-file', '/nowhere'], 2, /can't be read/],
  ['trackmark', ['config', '--port', 'abc'], 2, /port must be a whole number/],
  ['trackmark', ['worker'], 2, /DATABASE_URL/],
  ['trackmark', ['status', '--url', 'http://127.0.0.1:1'], 3, /No Trackmark server answers/],
  ['trackmark', ['status', '--token', 'wrong-token-wrong-token'], 4, /valid token/],
] as const)(
  '%s %j ends with %i and says why, without a stack',
  async (tool, args, code, message) => {
    const ended = await server.cli(tool, ...args)
    expect([ended.code, ended.err]).toEqual([code, expect.stringMatching(message)])
    expect(ended.err).not.toMatch(/\n\s+at /)
  },
)

test('the installed commands start with whatever Node the machine has', async () => {
  const bin = resolve(import.meta.dirname, '../packages/cli/bin/trackmark.mjs')
  const ended = await new Promise<{ code: number | null; out: string }>((done) => {
    const child = spawn(process.execPath, [bin, '--help'])
    let out = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.once('close', (code) => done({ code, out }))
  })
  expect(ended.code).toBe(0)
  for (const part of ['serve', 'sandbox', 'Examples:', 'Exit codes'])
    expect(ended.out).toContain(part)
})
