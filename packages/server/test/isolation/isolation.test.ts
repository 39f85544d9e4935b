import { navigationProperties, TABLES, type Table } from '@trackmark/dataverse'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { runBatch } from '../../src/runtime/bulk-delete.ts'
import { newId } from '../../src/runtime/new-id.ts'
import { createTestApp, type Json, NOW, type TestApp } from '../support.ts'
import { type Filled, fill, idOf, snapshot, tablesOf } from './fill.ts'

/**
 * There are two organizations with a row in every table. A System Administrator of `mine` reads and writes
 * nothing of `theirs`, whatever the operation.
 */
const MARK = 'zq-their-secret'

/** An alert without a question, which can be closed. */
const PLAIN_ALERT = '00000000-0000-4000-8000-00000000a1e7'

let server: TestApp
let mine: Filled & { readonly token: string }
let theirs: Filled & { readonly token: string }
let before: readonly string[]
/** Delta links of mine from before theirs had any rows. */
let deltas: readonly string[]

beforeAll(async () => {
  server = await createTestApp()
  mine = await addOrganization('contoso', 'zq-my-own')
  theirs = await addOrganization('fabrikam', MARK)
  for (const flavor of ['own', 'shared', 'crossed'] as const) {
    await fill(server.database, mine, flavor, theirs)
  }
  deltas = await deltaLinks()
  for (const flavor of ['own', 'shared'] as const) {
    await fill(server.database, theirs, flavor, mine)
  }
  await server.database.query(
    'delete from crm.contact where organizationid = $1 and contactid = $2',
    [theirs.organizationId, idOf(theirs, 'shared', 'contact')],
  )
  await server.database.query(
    `insert into crm.tracelog (organizationid, tracelogid, level, tracecode, text, tracestatus,
       createdon, modifiedon)
     select organizationid, $2, level, tracecode, text, false, createdon, modifiedon
     from crm.tracelog where organizationid = $1 and tracelogid = $3`,
    [theirs.organizationId, PLAIN_ALERT, idOf(theirs, 'own', 'tracelog')],
  )
  // Only the jobs that the tests start shall run.
  await server.database.query('delete from sync.bulk_delete')
  // The use of a token is recorded, so it is used once before.
  await ask('/api/admin/status', { token: theirs.token })
  before = await snapshot(server.database, theirs.organizationId)
})
afterAll(() => server.close())

async function addOrganization(uniqueName: string, mark: string) {
  const input = { uniqueName, displayName: mark, hostNames: [`${uniqueName}.test`] }
  const made = await server.call('POST', '/api/admin/environments', { body: input })
  const body = { name: 'first', role: 'System Administrator' }
  const { token } = (await server.call('POST', `/${uniqueName}/api/admin/tokens`, { body })).body
  const { organizationId } = made.body
  await server.database.query(
    'update crm.organization set trackingprefix = $2 where organizationid = $1',
    [organizationId, mark],
  )
  return { organizationId, mark, token }
}

async function deltaLinks(): Promise<readonly string[]> {
  const links: string[] = []
  for (const { entitySetName } of TABLES) {
    const { text, status } = await ask(`${API}/${entitySetName}`, { headers: TRACKED })
    const link = status === 200 ? json(text)['@odata.deltaLink'] : undefined
    if (typeof link === 'string') links.push(link.replace('http://crm.test', ''))
  }
  return links
}

interface Ask {
  readonly method?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly token?: string
}

/** Sends a request with a token of mine, unless another one is given. */
async function ask(path: string, { method = 'GET', body, headers = {}, token }: Ask = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const response = await server.app.request(`http://crm.test${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token ?? mine.token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: text }),
  })
  const answered = await response.text()
  expect(response.status, `${method} ${path}: ${answered.slice(0, 300)}`).not.toBe(500)
  return { status: response.status, text: answered }
}

const API = '/api/data/v9.2'
const TRACKED = { prefer: 'odata.track-changes' }
const ANNOTATED = { prefer: 'odata.include-annotations="*"' }
const json = (text: string): Json => JSON.parse(text)

/** The id of a row of a table in an organization; views show rows of other tables. */
function rowId(of: Filled, table: Table, flavor: 'own' | 'shared' | 'crossed' = 'own'): string {
  if (table.logicalName === 'organization') return of.organizationId
  const source = { activitypointer: 'email', exchangesyncidmapping: 'linkid' }[table.logicalName]
  return idOf(of, flavor, source ?? table.logicalName)
}

const columnsOf = (table: Table) =>
  table.columns.filter((column) => column.physical !== null && !column.secret)
const textColumn = (table: Table) =>
  columnsOf(table).find(
    (column) =>
      ['string', 'memo'].includes(column.type) && column.logicalName !== 'orgdborgsettings',
  )

/** Reads that may find rows; all of them must be mine. */
function readsOf(table: Table): readonly string[] {
  const { entitySetName: set, primaryId, logicalName } = table
  const [my, their] = [rowId(mine, table), rowId(theirs, table)]
  const navigations = navigationProperties(table)
  const text = textColumn(table)
  const first = columnsOf(table)[0]!.webApiName
  return [
    set,
    `${set}?$count=true&$orderby=createdon desc`,
    `${set}/$count`,
    `${set}?$filter=${primaryId} eq ${their}`,
    `${set}?$filter=${primaryId} in ('${my}','${their}')`,
    `${set}?$filter=not (${primaryId} eq ${my})`,
    `${set}?$filter=Microsoft.Dynamics.CRM.In(PropertyName='${primaryId}',PropertyValues=['${their}'])`,
    ...(text === undefined
      ? []
      : [
          `${set}?$filter=contains(${text.webApiName},'zq-')`,
          `${set}?$filter=contains(${text.webApiName},'${MARK}')`,
          `${set}?$apply=groupby((${text.webApiName}))`,
        ]),
    `${set}?$apply=aggregate($count as n)`,
    `${set}?$apply=groupby((${first}),aggregate($count as n))`,
    ...navigations.flatMap(({ name, kind, target }) => {
      const far = textColumn(TABLES.find((one) => one.logicalName === target)!)?.webApiName
      if (far === undefined) return []
      return kind === 'collection'
        ? [`${set}?$filter=${name}/any(o:contains(o/${far},'${MARK}'))`]
        : [`${set}?$filter=contains(${name}/${far},'${MARK}')`]
    }),
    ...navigations.flatMap((navigation) => [
      `${set}?$expand=${navigation.name}`,
      `${set}(${rowId(mine, table, 'crossed')})?$expand=${navigation.name}`,
      ...(navigation.kind === 'collection'
        ? [
            `${set}?$filter=${navigation.name}/any()`,
            `${set}?$filter=${navigation.name}/any(o:o/createdon ne null)`,
          ]
        : [`${set}?$filter=${navigation.name}/createdon ne null`]),
    ]),
    ...[
      `<all-attributes/>`,
      `<attribute name="${primaryId}"/><filter><condition attribute="${primaryId}" operator="eq" value="${their}"/></filter>`,
      ...navigations.map(({ kind, column, target }) => {
        const other = TABLES.find((one) => one.logicalName === target)!
        const own = kind === 'single' ? column.logicalName : primaryId
        const far = kind === 'single' ? other.primaryId : column.logicalName
        return `<all-attributes/><link-entity name="${target}" from="${far}" to="${own}" link-type="outer" alias="x"><all-attributes/></link-entity>`
      }),
    ].map(
      (inner) =>
        `${set}?fetchXml=${encodeURIComponent(`<fetch><entity name="${logicalName}">${inner}</entity></fetch>`)}`,
    ),
    `${set}?fetchXml=${encodeURIComponent(`<fetch aggregate="true"><entity name="${logicalName}"><attribute name="${primaryId}" alias="n" aggregate="count"/></entity></fetch>`)}`,
  ].map((path) => `${API}/${path}`)
}

/** Paths that name a row of theirs, which must not be found. */
function pathsToTheirs(table: Table): readonly string[] {
  const row = `${API}/${table.entitySetName}(${rowId(theirs, table)})`
  const text = textColumn(table)?.webApiName
  return [
    row,
    `${row}?$select=createdon`,
    `${row}/createdon`,
    ...(text === undefined ? [] : [`${row}/${text}`, `${row}/${text}/$value`]),
    ...navigationProperties(table).flatMap(({ name, kind }) => [
      `${row}/${name}`,
      `${row}/${name}/$ref`,
      ...(kind === 'collection' ? [`${row}/${name}/$count`] : []),
      `${row}?$expand=${name}`,
    ]),
  ]
}

test('changes there are no changes here', async () => {
  expect(deltas.length).toBeGreaterThan(3)
  for (const link of deltas) {
    const { status, text } = await ask(link, { headers: ANNOTATED })
    expect([status, json(text).value], link).toEqual([200, []])
  }
})

describe.each(TABLES.map((table) => [table.logicalName, table] as const))('%s', (_, table) => {
  const { entitySetName: set } = table

  test('the other organization’s rows are there for its own people', async () => {
    const { text } = await ask(`${API}/${set}`, { token: theirs.token })
    if (table.isEmpty === true) return expect(json(text).value).toEqual([])
    expect(json(text).value.length).toBeGreaterThan(0)
    // Messages and roles have the same names everywhere.
    if (textColumn(table) !== undefined && !['sdkmessage', 'role'].includes(table.logicalName)) {
      expect(text).toContain(MARK)
    }
    const row = await ask(`${API}/${set}(${rowId(theirs, table)})`, { token: theirs.token })
    if (table.source === 'table') expect(row.status).toBe(200)
  })

  test('no read finds a row of theirs', async () => {
    const all = await ask(`${API}/${set}`)
    const [{ n } = { n: 0 }] = await server.database.query<{ n: number }>(
      `select count(*) as n from crm.${table.logicalName} where organizationid = $1`,
      [mine.organizationId],
    )
    expect(json(all.text).value).toHaveLength(n)
    let answered = 0
    for (const path of readsOf(table)) {
      const { status, text } = await ask(path, { headers: ANNOTATED })
      expect(text, path).not.toContain(MARK)
      if (status !== 200) continue
      answered += 1
      const counted = /\/\$count$/.test(path) ? Number(text) : null
      if (counted !== null) expect(counted, path).toBe(n)
      // A condition could also reveal a row by what it finds.
      if (path.includes(`'${MARK}'`)) expect(json(text).value, path).toEqual([])
      const [first] = counted === null ? (json(text).value ?? []) : []
      if (/aggregate\(\$count as n\)$/.test(path) && !path.includes('groupby')) {
        expect(first.n, path).toBe(n)
      }
    }
    expect(answered).toBeGreaterThan(4)
  })

  test('no path leads to a row of theirs, not even over a row of mine that references it', async () => {
    for (const path of pathsToTheirs(table)) {
      const { status, text } = await ask(path, { headers: ANNOTATED })
      expect([status >= 400, text.includes(MARK)], `${path} ${status}`).toEqual([true, false])
    }
    for (const { name } of navigationProperties(table)) {
      const path = `${API}/${set}(${rowId(mine, table, 'crossed')})/${name}`
      expect((await ask(path, { headers: ANNOTATED })).text, path).not.toContain(MARK)
    }
    const shared = await ask(`${API}/${set}(${rowId(mine, table, 'shared')})`)
    expect(shared.text).not.toContain(MARK)
  })
})

describe('writes', () => {
  const unchanged = async (what: string) => {
    expect(await snapshot(server.database, theirs.organizationId), what).toEqual(before)
  }

  // An upsert by an id of theirs creates a row of mine with that id. It is removed, because the next test would
  // find it and not see whether it reached theirs.
  const forgetCopies = async () => {
    for (const { schema, name } of await tablesOf(server.database)) {
      const table = schema === 'crm' ? TABLES.find((one) => one.logicalName === name) : undefined
      if (table === undefined || name === 'organization') continue
      await server.database.query(
        `delete from crm.${name} where organizationid = $1 and "${table.primaryId}" = $2`,
        [mine.organizationId, rowId(theirs, table)],
      )
    }
  }
  afterEach(forgetCopies)

  test.each(TABLES.map((table) => [table.entitySetName, table] as const))(
    '%s: nothing is bound to a row of theirs',
    async (set, table) => {
      const my = `${API}/${set}(${rowId(mine, table, 'crossed')})`
      for (const { name, kind, target } of navigationProperties(table)) {
        const other = TABLES.find((one) => one.logicalName === target)!
        if (kind === 'single' && target !== 'businessunit') {
          const bind = {
            [`${name}@odata.bind`]: `/${other.entitySetName}(${rowId(theirs, other)})`,
          }
          const made = await ask(`${API}/${set}`, { method: 'POST', body: bind })
          expect(made.status, `POST ${set} ${name}`).toBeGreaterThan(399)
          const patched = await ask(my, { method: 'PATCH', body: bind })
          expect(patched.status, `PATCH ${set} ${name}`).toBeGreaterThan(399)
        }
        for (const address of [API, `http://crm.test/fabrikam${API}`, `/fabrikam${API}`]) {
          const id = `${address}/${other.entitySetName}(${rowId(theirs, other)})`
          const reference = { '@odata.id': id }
          for (const method of kind === 'single' ? ['PUT'] : ['POST']) {
            await ask(`${my}/${name}/$ref`, { method, body: reference })
          }
          await ask(`${my}/${name}/$ref?$id=${encodeURIComponent(id)}`, { method: 'DELETE' })
        }
        const far = `${my}/${name}(${rowId(theirs, other)})/$ref`
        if (kind === 'collection') await ask(far, { method: 'DELETE' })
        const there = `${API}/${set}(${rowId(theirs, table)})/${name}/$ref`
        expect((await ask(there, { method: 'DELETE' })).status).toBeGreaterThan(399)
      }
      await unchanged(`references of ${set}`)
    },
  )

  test.each(TABLES.map((table) => [table.entitySetName, table] as const))(
    '%s: nothing written here reaches a row of theirs',
    async (set, table) => {
      const their = rowId(theirs, table)
      const row = `${API}/${set}(${their})`
      const text = textColumn(table)
      const body = text === undefined ? {} : { [text.webApiName]: 'written by a stranger' }
      const exists = { 'if-match': '*' }
      expect((await ask(row, { method: 'PATCH', body, headers: exists })).status).toBeGreaterThan(
        399,
      )
      expect((await ask(row, { method: 'DELETE' })).status).toBeGreaterThan(399)
      await unchanged('PATCH and DELETE by id')
      if (text !== undefined) {
        const property = `${row}/${text.webApiName}`
        const put = { method: 'PUT', body: { value: 'x' } }
        expect((await ask(property, put)).status).toBeGreaterThan(399)
        expect((await ask(property, { method: 'DELETE' })).status).toBeGreaterThan(399)
      }
      const shared = `${API}/${set}(${rowId(mine, table, 'shared')})`
      if (set !== 'organizations') {
        await ask(shared, { method: 'PATCH', body })
        await ask(shared, { method: 'DELETE' })
        // An upsert may create a row of mine with that id.
        await ask(row, { method: 'PATCH', body })
        await ask(`${API}/${set}`, { method: 'POST', body: { ...body, [table.primaryId]: their } })
        await ask(row, { method: 'DELETE' })
      }
      await unchanged('rows of one id')
    },
  )

  test.each(TABLES.map((table) => [table.entitySetName, table] as const))(
    '%s: no row of theirs is reached in bulk',
    async (set, table) => {
      const their = rowId(theirs, table)
      const text = textColumn(table)
      const values = text === undefined ? {} : { [text.webApiName]: 'written by a stranger' }
      const target = { '@odata.type': `Microsoft.Dynamics.CRM.${table.logicalName}`, ...values }
      const addresses = [API, `http://crm.test/fabrikam${API}`, `/fabrikam${API}`]
      const named = [
        { ...target, [table.primaryId]: their },
        ...addresses.map((root) => ({ ...target, '@odata.id': `${root}/${set}(${their})` })),
      ]
      const send = (message: string, one: unknown) =>
        ask(`${API}/${set}/Microsoft.Dynamics.CRM.${message}`, {
          method: 'POST',
          body: { Targets: [one] },
        })
      for (const one of named) {
        expect((await send('UpdateMultiple', one)).status).toBeGreaterThan(399)
        if (set === 'organizations') continue
        // These may create a row of mine with that id.
        for (const message of ['UpsertMultiple', 'CreateMultiple']) {
          expect((await send(message, one)).text).not.toContain(MARK)
        }
        await forgetCopies()
      }
      for (const { name, kind, target: to } of navigationProperties(table)) {
        const other = TABLES.find((one) => one.logicalName === to)!
        if (kind !== 'single' || to === 'businessunit') continue
        const bind = `/${other.entitySetName}(${rowId(theirs, other)})`
        const bound = { ...target, [`${name}@odata.bind`]: bind }
        expect((await send('CreateMultiple', bound)).status, name).toBeGreaterThan(399)
      }
      await unchanged(`bulk messages of ${set}`)
    },
  )

  test('$batch reaches no further than a single request', async () => {
    const their = TABLES.find((table) => table.logicalName === 'contact')!
    const row = `contacts(${rowId(theirs, their)})`
    const roots = ['', `${API}/`, `/fabrikam${API}/`, `http://crm.test/fabrikam${API}/`]
    const hosts = [...roots, `http://fabrikam.test${API}/`]
    const parts = hosts.flatMap((root) =>
      [
        `GET ${root}contacts HTTP/1.1`,
        `GET ${root}${row} HTTP/1.1`,
        `GET ${root}organizations HTTP/1.1`,
      ].map((line) => part(`${line}\r\nAccept: application/json\r\n\r\n`)),
    )
    const writes = hosts.flatMap((root) => [
      changeSet(`PATCH ${root}${row} HTTP/1.1`, '{"firstname":"stranger"}', 'If-Match: *\r\n'),
      changeSet(`DELETE ${root}${row} HTTP/1.1`, ''),
    ])
    for (const inner of [...parts, ...writes]) {
      const { text } = await ask(`${API}/$batch`, {
        method: 'POST',
        body: `${inner}--b--\r\n`,
        headers: { 'content-type': 'multipart/mixed; boundary=b' },
      })
      expect(text).not.toContain(MARK)
    }
    await unchanged('$batch')
  })
  const part = (request: string) =>
    `--b\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n${request}\r\n`
  const changeSet = (line: string, body: string, more = '') =>
    `--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\nContent-ID: 1\r\n\r\n${line}\r\nContent-Type: application/json\r\n${more}\r\n${body}\r\n--c--\r\n`

  test('functions, pages and deltas of theirs are useless here', async () => {
    const mailbox = TABLES.find((table) => table.logicalName === 'mailbox')!
    for (const path of [
      `RetrieveMailboxTrackingFolders(MailboxId=${rowId(theirs, mailbox)})`,
      `RetrieveMailboxTrackingFolders(MailboxId='${rowId(theirs, mailbox)}')`,
      'WhoAmI()',
      'RetrieveVersion()',
      "RetrieveCurrentOrganization(AccessType='Default')",
      "RetrieveCurrentOrganization(AccessType=Microsoft.Dynamics.CRM.EndpointAccessType'Default')",
      '$metadata',
      'EntityDefinitions?$select=LogicalName',
      'RetrieveMetadataChanges',
    ]) {
      const { text } = await ask(`${API}/${path}`)
      expect(text, path).not.toContain(MARK)
      expect(text, path).not.toContain(theirs.organizationId)
    }
    for (const table of TABLES) {
      const links: string[] = []
      for (const prefer of ['odata.maxpagesize=1', 'odata.track-changes']) {
        const asked = { token: theirs.token, headers: { prefer } }
        const { text, status } = await ask(`${API}/${table.entitySetName}`, asked)
        if (status !== 200) continue
        const { '@odata.nextLink': next, '@odata.deltaLink': delta } = json(text)
        links.push(...[next, delta].filter((link) => typeof link === 'string'))
      }
      for (const link of links) {
        const { text } = await ask(link.replace('http://crm.test', ''))
        expect(text, link).not.toContain(MARK)
      }
    }
  })

  test('the admin API knows nothing of theirs', async () => {
    const id = (name: string) => idOf(theirs, 'own', name)
    const failureOf = (name: typeof id) => ({
      source: 'item',
      mailboxId: name('mailbox'),
      id: name('linkid'),
    })
    const asked = /zq-their-secret(%20| )own(%20| )\w+/g
    const paths: readonly (readonly [string, string, unknown?])[] = [
      ['GET', 'status'],
      ['GET', 'organizations'],
      ['GET', 'environments'],
      ['GET', 'tokens'],
      ['GET', 'mailboxes'],
      ['GET', 'alerts?limit=1000'],
      ['GET', 'alerts/groups?limit=500'],
      ['GET', `alerts?profile=${id('emailserverprofile')}`],
      ['GET', 'failures?section=incoming'],
      ['GET', 'failures?section=act'],
      ['POST', 'failures/retry', { failures: [failureOf(id)] }],
      ['GET', 'monitoring'],
      ['GET', 'activities'],
      ['GET', 'activities?search=zq%20their%20secret'],
      ['GET', 'profiles'],
      ['GET', 'settings'],
      ['GET', 'webresources'],
      ['GET', 'nothing'],
      ['PATCH', 'environments/fabrikam', { isDisabled: true }],
      ['DELETE', 'environments/fabrikam?confirm=fabrikam'],
      ['POST', 'mailboxes/actions', { action: 'reject', ids: [id('mailbox')] }],
      ['POST', 'mailboxes/actions', { action: 'test', ids: [id('mailbox')] }],
      ['POST', 'mailboxes', { emailAddress: 'a@b.example', profile: id('emailserverprofile') }],
    ]
    const absent: readonly (readonly [string, string, unknown?])[] = [
      ['GET', 'environments/fabrikam'],
      ['DELETE', `tokens/${id('tokenid')}`],
      ['DELETE', `tokens/${encodeURIComponent(`${MARK} own name`)}`],
      ['GET', `mailboxes/${id('mailbox')}`],
      ['PATCH', `mailboxes/${id('mailbox')}`, { mail: false }],
      ['POST', `mailboxes/${id('mailbox')}/sync`],
      ['GET', `mailboxes/${id('mailbox')}/items`],
      ['GET', `mailboxes/${id('mailbox')}/folders`],
      ['GET', `mailboxes/${id('mailbox')}/cycles`],
      ['GET', `mailboxes/${id('mailbox')}/test`],
      ['GET', `mailboxes/${id('mailbox')}/details`],
      ['GET', `mailboxes/${encodeURIComponent(`${MARK} own emailaddress`)}`],
      ['GET', `alerts?mailbox=${id('mailbox')}`],
      ['GET', `alerts/groups?mailbox=${id('mailbox')}`],
      ['POST', 'alerts/delete', { filter: { mailbox: id('mailbox') } }],
      ['GET', `failures?section=incoming&mailbox=${id('mailbox')}`],
      ['GET', `activities?mailbox=${id('mailbox')}`],
      ['GET', `activities/${id('email')}`],
      ['GET', `activities/${id('email')}/attachments/${id('activitymimeattachment')}`],
      ['POST', `alerts/${id('tracelog')}/answer`, { answer: 'yes' }],
      ['DELETE', `alerts/${id('tracelog')}`],
      ['DELETE', `alerts/${PLAIN_ALERT}`],
      ['POST', `profiles/${id('emailserverprofile')}/test`, { mailbox: 'a@b.example' }],
      ['DELETE', `webresources?name=${encodeURIComponent(`${MARK} own name`)}`],
    ]
    for (const prefix of ['', '/contoso', '/fabrikam', '/trackmark']) {
      for (const one of [...paths, ...absent]) {
        const [method, path, body] = one
        const where = `${prefix}/api/admin/${path}`
        const { status, text } = await ask(where, {
          method,
          ...(body === undefined ? {} : { body }),
        })
        // An error may repeat the request.
        expect(text.replaceAll(asked, ''), where).not.toContain(MARK)
        const isForeign = prefix === '/fabrikam' || prefix === '/trackmark'
        const isAbsent = absent.includes(one)
        if (isForeign || isAbsent) expect(status, `${method} ${where}`).toBe(404)
      }
    }
    await unchanged('admin API')
  })

  test('settings, pages and every other path are mine, by whatever address', async () => {
    const settings = {
      orgdborgsettings:
        '<OrgSettings><TrackCategorizedItems>false</TrackCategorizedItems></OrgSettings>',
    }
    const organization = `organizations(${theirs.organizationId})`
    for (const root of [API, `/contoso${API}`, `/fabrikam${API}`]) {
      const answer = await ask(`${root}/${organization}`, { method: 'PATCH', body: settings })
      expect(answer.status).toBe(404)
    }
    const name = encodeURIComponent(`${MARK} own name`)
    const page = await ask(`/WebResources/${name}`, { token: theirs.token })
    expect([page.status, page.text]).toEqual([200, `${MARK} own content`])
    for (const path of [
      '/fabrikam/',
      '/fabrikam/about/default.aspx',
      '/fabrikam/WebResources/x.htm',
      `/WebResources/${name}`,
      `/contoso/WebResources/${name}`,
      `/WebResources/${encodeURIComponent(`${MARK} shared name`)}`,
      '/WebResources/ClientGlobalContext.js.aspx',
      '/about/default.aspx',
      '/metrics',
      '/',
    ]) {
      const { text, status } = await ask(path)
      expect(text.replaceAll(/zq-their-secret(%20| )\w+(%20| )name/g, ''), path).not.toContain(MARK)
      if (path.startsWith('/fabrikam')) expect(status, path).toBe(404)
    }
    await unchanged('everything')
  })
})

// This test is the last one, because it deletes rows of mine.
test('no row of theirs is deleted in bulk, and none of their jobs is anybody else’s', async () => {
  const deletes = (body: Json) =>
    ask(`${API}/BulkDelete`, { method: 'POST', body: { JobName: 'all', ...body } })
  let asked = 0
  for (const table of TABLES) {
    const { logicalName, primaryId } = table
    const conditions = [
      { AttributeName: primaryId, Operator: 'Equal', Values: [rowId(theirs, table)] },
    ]
    const filters = [undefined, { FilterOperator: 'Or', Conditions: conditions }]
    for (const Criteria of filters) {
      const { status } = await deletes({ QuerySet: [{ EntityName: logicalName, Criteria }] })
      if (status === 200) asked++
    }
  }
  expect(asked).toBeGreaterThan(8)
  const work = { clock: () => NOW, newId, log: { error: () => {} }, database: server.database }
  let batches = 0
  while ((await runBatch(work)) && batches < 500) batches++
  expect(batches).toBeLessThan(500)
  const { text } = await ask(`${API}/contacts`)
  expect(json(text).value).toEqual([])
  expect(await snapshot(server.database, theirs.organizationId)).toEqual(before)
  const their = TABLES.find((table) => table.logicalName === 'asyncoperation')!
  const cancel = { method: 'PATCH', body: { statecode: 3, statuscode: 32 } }
  const answer = await ask(`${API}/asyncoperations(${rowId(theirs, their)})`, cancel)
  expect(answer.status).toBe(404)
}, 120_000)
