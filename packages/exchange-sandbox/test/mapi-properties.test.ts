import { describe, expect, test } from 'vitest'
import { ANNA, type Json, lab, received } from './harness.ts'

const AT = `/users/${ANNA}`

/** What clients of MAPI ask of every message, as Thunderbird asks for its size. */
describe('MAPI properties of every message', () => {
  const expanded = (id: string): string =>
    `$expand=${encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${id}')`)}`

  test.each([
    ['Integer 0x0E08', 'Integer 0xe08', /^[1-9]\d{3,}$/],
    ['Integer 0xe08', 'Integer 0xe08', /^[1-9]\d{3,}$/],
    ['integer 0X0e08', 'Integer 0xe08', /^[1-9]\d{3,}$/],
    ['Integer 0x0E07', 'Integer 0xe07', /^1$/],
    ['SystemTime 0x0E06', 'SystemTime 0xe06', /^2\d{3}-\d\d-\d\dT[\d:]+Z$/],
    ['Integer 0x1081', 'Integer 0x1081', /^0$/],
    ['Binary 0x300B', 'Binary 0x300b', /^[\w+/]{22}==$/],
    ['Binary 0x300b', 'Binary 0x300b', /^[\w+/]{22}==$/],
    ['String 0x1035', 'String 0x1035', /^<[^>]+>$/],
  ])('%s is served', async (asked, told, value) => {
    const { call } = await lab()
    const mail = await call('POST', `${AT}/mailFolders/inbox/messages`, received('Question'))
    const one = { id: told, value: expect.stringMatching(value) }
    for (const path of [
      `${AT}/messages/${mail.json.id}?${expanded(asked)}`,
      `${AT}/messages?${expanded(asked)}`,
      `${AT}/mailFolders/inbox/messages/delta?${expanded(asked)}`,
    ]) {
      const { json } = await call('GET', path)
      const rows: readonly Json[] = json.value ?? [json]
      expect(rows.length).toBeGreaterThan(0)
      for (const row of rows) expect(row.singleValueExtendedProperties).toEqual([one])
    }
  })

  test('several are expanded at once, and what nobody set isn’t there', async () => {
    const { call } = await lab()
    const mail = await call('POST', `${AT}/mailFolders/inbox/messages`, received('Question'))
    const asked = expanded("Integer 0x0E08' or id eq 'Binary 0x300B' or id eq 'String 0x1042")
    const { json } = await call('GET', `${AT}/messages/${mail.json.id}?${asked}`)
    expect(json.singleValueExtendedProperties).toMatchObject([
      { id: 'Integer 0xe08' },
      { id: 'Binary 0x300b' },
    ])
  })

  test('the size grows with the body and with files; copies share the search key', async () => {
    const { call } = await lab()
    const read = async (id: unknown, property: string): Promise<string> => {
      const { json } = await call('GET', `${AT}/messages/${id}?${expanded(property)}`)
      return (json.singleValueExtendedProperties as { value: string }[])[0]?.value ?? ''
    }
    const mail = await call('POST', `${AT}/mailFolders/inbox/messages`, received('Question'))
    const before = Number(await read(mail.json.id, 'Integer 0x0E08'))
    await call('POST', `${AT}/messages/${mail.json.id}/attachments`, {
      '@odata.type': '#microsoft.graph.fileAttachment',
      name: 'a.bin',
      contentBytes: Buffer.alloc(5000).toString('base64'),
    })
    expect(Number(await read(mail.json.id, 'Integer 0x0E08'))).toBe(before + 5000)
    expect(await read(mail.json.id, 'Integer 0x0E07')).toBe('17')
    const copy = await call('POST', `${AT}/messages/${mail.json.id}/copy`, {
      destinationId: 'archive',
    })
    const other = await call('POST', `${AT}/mailFolders/inbox/messages`, received('Question'))
    const key = await read(mail.json.id, 'Binary 0x300B')
    expect(await read(copy.json.id, 'Binary 0x300B')).toBe(key)
    expect(await read(other.json.id, 'Binary 0x300B')).not.toBe(key)
  })

  test('they can be filtered by, as numbers too', async () => {
    const { call } = await lab()
    await call('POST', `${AT}/mailFolders/inbox/messages`, received('Question'))
    const found = async (condition: string) => {
      const filter = encodeURIComponent(`singleValueExtendedProperties/Any(ep: ${condition})`)
      return (await call('GET', `${AT}/messages?$filter=${filter}`)).json.value?.length
    }
    expect(await found("ep/id eq 'Integer 0x0E08' and cast(ep/value, Edm.Int32) gt 1000")).toBe(1)
    expect(await found("ep/id eq 'Integer 0xe08' and cast(ep/value, Edm.Int32) gt 100000")).toBe(0)
    expect(await found("ep/id eq 'Integer 0x0e07' and ep/value eq '1'")).toBe(1)
  })
})
