import { connect } from 'node:net'
import { BODIES_BYTES_MAX } from '@trackmark/http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Listening, listen } from '../src/listener/listen.ts'
import { ADA, createTestApp, type Json, NOW, type TestApp, TOKEN } from './support.ts'

const MEBIBYTE = 1024 * 1024
/** The most bytes of a page, with one more row that is longer in JSON. */
const PAGE_BYTES_MAX = 17 * MEBIBYTE

let server: TestApp
let listening: Listening
beforeAll(async () => {
  server = await createTestApp(undefined, null, undefined, 120_000, 700)
  listening = await listen({ host: '127.0.0.1', port: 0 }, async (request, connection) =>
    server.app.fetch(request, connection),
  )
})
afterAll(async () => {
  await listening.close()
  await server.close()
})

const id = (n: number): string => `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`

/** Inserts emails with bodies of these sizes in bytes. */
async function insert(sizes: readonly number[]): Promise<void> {
  for (const [n, size] of sizes.entries()) {
    await server.database.query(
      `insert into crm.email (organizationid, activityid, activitytypecode, subject, description,
         directioncode, statecode, statuscode, owninguser, ownerid, owneridtype, createdon, modifiedon, identity)
       values ($1, $2::uuid, 'email', $3, repeat('a', $4::integer), false, 1, 4, $5, $5, 'systemuser', $6, $6, $3)`,
      [server.organizationId, id(n), `Mail ${n}`, size, ADA, new Date(NOW).toISOString()],
    )
  }
}

/** Reads all pages of a list, with the length of each. */
async function pages(path: string, headers: Record<string, string> = {}) {
  const rows: Json[] = []
  const lengths: number[] = []
  for (let next: string | undefined = path; next !== undefined; ) {
    const { status, body } = await server.call('GET', next, { headers })
    expect(status, JSON.stringify(body).slice(0, 300)).toBe(200)
    rows.push(...body.value)
    lengths.push(JSON.stringify(body).length)
    const link: string | undefined = body['@odata.nextLink']
    next = link === undefined ? undefined : new URL(link).pathname + new URL(link).search
  }
  return { rows, lengths }
}

describe('answers', () => {
  const SIZES = [3, 3, 3, 9, 12, 15, 1, 1, 15, 15, 2, 2].map((size) => size * MEBIBYTE)
  beforeAll(() => insert(SIZES))

  test('end at 16 MB with a next link, and every row comes once', async () => {
    for (const path of [
      '/api/data/v9.2/emails',
      '/api/data/v9.2/emails?$select=description&$orderby=subject desc',
      '/api/data/v9.2/emails?$select=description&$orderby=scheduledstart,createdon&$top=11',
    ]) {
      const { rows, lengths } = await pages(path)
      const ids = rows.map(({ activityid }) => activityid)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids).toHaveLength(path.includes('$top') ? 11 : SIZES.length)
      expect(Math.max(...lengths)).toBeLessThan(PAGE_BYTES_MAX)
      expect(lengths.length).toBeLessThan(SIZES.length)
    }
  })

  test('of small columns come on one page, whatever else the rows hold', async () => {
    const { rows, lengths } = await pages('/api/data/v9.2/emails?$select=subject')
    expect([rows.length, lengths.length]).toEqual([SIZES.length, 1])
  })

  test('count what is expanded', async () => {
    const path = `/api/data/v9.2/systemusers?$select=fullname&$filter=systemuserid eq ${ADA}`
    const { body } = await server.call('GET', `${path}&$expand=user_email($select=description)`)
    const [ada] = body.value
    expect(JSON.stringify(body).length).toBeLessThan(PAGE_BYTES_MAX)
    const link = ada['user_email@odata.nextLink']
    expect(link).toBeTruthy()
    const rest = await pages(new URL(link).pathname + new URL(link).search)
    const ids = [...ada.user_email, ...rest.rows].map(({ activityid }: Json) => activityid)
    expect([new Set(ids).size, ids.length]).toEqual([SIZES.length, SIZES.length])
    expect(Math.max(...rest.lengths)).toBeLessThan(PAGE_BYTES_MAX)
  })

  test('of changes end so too', async () => {
    const headers = { prefer: 'odata.track-changes' }
    const { rows, lengths } = await pages('/api/data/v9.2/emails?$select=description', headers)
    expect(rows).toHaveLength(SIZES.length)
    expect(Math.max(...lengths)).toBeLessThan(PAGE_BYTES_MAX)
  })

  describe('of FetchXML', () => {
    const query = (attributes: string, more = '<attribute name="description"/>') =>
      `<fetch ${attributes}><entity name="email"><attribute name="activityid"/>${more}</entity></fetch>`
    const address = (xml: string) => `/api/data/v9.2/emails?fetchXml=${encodeURIComponent(xml)}`
    const idsOf = (rows: readonly Json[]) => rows.map(({ activityid }) => activityid)
    const COOKIE = '@Microsoft.Dynamics.CRM.fetchxmlpagingcookie'
    const MORE = '@Microsoft.Dynamics.CRM.morerecords'

    /** The cookie in the form of the next query. */
    const cookieIn = (annotation: string): string => {
      const [, encoded] = /pagingcookie="([^"]*)"/.exec(annotation)!
      const cookie = decodeURIComponent(decodeURIComponent(encoded!))
      return cookie.replaceAll('<', '&lt;').replaceAll('"', '&quot;')
    }

    test('end at 16 MB with a cookie even if nobody asked for it, and every row comes once', async () => {
      const ids: string[] = []
      let going = ''
      for (let page = 1; page <= SIZES.length; page++) {
        const { body } = await server.call('GET', address(query(`page="${page}" ${going}`)))
        expect(JSON.stringify(body).length).toBeLessThan(PAGE_BYTES_MAX)
        ids.push(...idsOf(body.value))
        if (body[COOKIE] === undefined) break
        expect(body[MORE]).toBe(true)
        going = `paging-cookie="${cookieIn(body[COOKIE])}"`
      }
      expect([new Set(ids).size, ids.length]).toEqual([SIZES.length, SIZES.length])
    })

    test('leave nothing out where pages are only counted', async () => {
      const ids: string[] = []
      for (let page = 1; page <= SIZES.length + 1; page++) {
        const { body } = await server.call('GET', address(query(`count="4" page="${page}"`)))
        if (body.value.length === 0) break
        ids.push(...idsOf(body.value))
      }
      expect([new Set(ids).size, ids.length]).toEqual([SIZES.length, SIZES.length])
    })

    test('are refused where top asks for more at once, and small ones are read', async () => {
      const refused = await server.call('GET', address(query('top="12"')))
      expect(refused.status).toBe(400)
      expect(refused.body.error.message).toContain('larger than 16 MB')
      const { body } = await server.call('GET', address(query('top="2"')))
      expect([body.value.length, body['@odata.nextLink'], body[MORE]]).toEqual([
        2,
        undefined,
        undefined,
      ])
    })
  })

  test('of a batch end too', async () => {
    const one =
      'Content-Type: application/http\r\n\r\nGET emails?$select=description HTTP/1.1\r\n\r\n'
    const body = `${Array.from({ length: 5 }, () => `--b\r\n${one}`).join('')}--b--\r\n`
    const { body: text } = await server.call('POST', '/api/data/v9.2/$batch', {
      body,
      headers: {
        'content-type': 'multipart/mixed; boundary=b',
        prefer: 'odata.continue-on-error',
      },
    })
    const statuses = [...text.matchAll(/HTTP\/1.1 (\d+)/g)].map(([, status]) => status)
    expect(statuses.slice(0, 1)).toEqual(['200'])
    expect(statuses.slice(-3)).toEqual(['413', '413', '413'])
  })
})

describe('bodies', () => {
  /** Sends the beginning of a body, and returns the status of the answer. */
  function begin(path: string, announced: number, sent: string) {
    const socket = connect(listening.port, '127.0.0.1')
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${TOKEN}\r\nContent-Type: application/json\r\nContent-Length: ${announced}\r\n\r\n${sent}`,
    )
    let text = ''
    const answered = new Promise<string>((resolve) => {
      socket.on('data', (data) => {
        text += data
      })
      socket.on('error', () => {})
      socket.on('close', () => resolve(text))
    })
    return { socket, answered }
  }

  test('that never come end with 408, and their connections with them', async () => {
    for (const path of ['/api/data/v9.2/contacts', '/signin', '/api/admin/tokens']) {
      expect(await begin(path, 1_000, '{').answered).toMatch(/^HTTP\/1.1 408 /)
    }
  })

  test('that arrive too slowly end so too', async () => {
    const { socket, answered } = begin('/api/data/v9.2/contacts', 100_000, '{')
    const drip = setInterval(() => socket.write(' '), 20)
    expect(await answered).toMatch(/^HTTP\/1.1 408 /)
    clearInterval(drip)
  })

  test('are limited in sum: more are answered 503, and later ones are accepted again', async () => {
    const size = 15 * MEBIBYTE
    const text = JSON.stringify({ subject: 'Large', description: 'a'.repeat(size) })
    const post = async () => {
      const answer = await fetch(`${listening.url}/api/data/v9.2/emails`, {
        method: 'POST',
        headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
        body: text,
      }).catch(() => null)
      // A client that is still sending may see the connection close instead.
      return answer?.status ?? 503
    }
    const statuses = await Promise.all(Array.from({ length: 6 }, post))
    const fit = Math.floor(BODIES_BYTES_MAX / size)
    expect(statuses.filter((status) => status === 503).length).toBeGreaterThan(0)
    expect(statuses.filter((status) => status === 204).length).toBeGreaterThanOrEqual(fit - 1)
    expect(statuses.filter((status) => ![204, 503].includes(status))).toEqual([])
    expect(await post()).toBe(204)
  })
})
