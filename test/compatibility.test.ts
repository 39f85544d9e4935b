import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CLIENTS } from './clients/all.ts'
import { sectionIn, sectionOf } from './clients/document.ts'
import { type RunningService, startService } from './clients/service.ts'

/** Clients that nobody here wrote, held to what docs/compatibility.md says of them. */

const DOCUMENT = readFileSync(resolve(import.meta.dirname, '../docs/compatibility.md'), 'utf8')
const REGENERATE = 'npm run compatibility'

describe('clients of others', () => {
  let service: RunningService
  beforeAll(async () => {
    service = await startService()
  })
  afterAll(() => service?.close())

  test.each(Object.entries(CLIENTS))(
    '%s does what docs/compatibility.md says',
    async (name, run) => {
      const section = sectionOf(await run(service))
      // When it differs on purpose: npm run compatibility
      expect(sectionIn(DOCUMENT, name), `made anew by ${REGENERATE}`).toBe(section)
    },
  )

  test('Thunderbird has a section, made by a run', () => {
    expect(sectionIn(DOCUMENT, 'Thunderbird')).toMatch(/\d+ calls, none refused/)
  })

  test('mcp-dataverse has a section, made by a run', () => {
    expect(sectionIn(DOCUMENT, 'mcp-dataverse')).toMatch(/\d+ calls/)
  })
})
