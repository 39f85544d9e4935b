import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addRows, ensureOrganization, rootBusinessUnitId } from '../src/index.ts'
import { KINDS, migratedDatabase, type TestDatabase } from './support.ts'

const NOW = Date.UTC(2026, 0, 5)

describe.each(KINDS)('directory on %s', (kind) => {
  let db: TestDatabase
  const organizationId = randomUUID()
  const userId = randomUUID()
  beforeAll(async () => {
    db = await migratedDatabase(kind)
    const organization = {
      organizationId,
      uniqueName: 'unit',
      name: 'Unit Ltd',
      version: '9.2.1.2',
    }
    await ensureOrganization(db.database, organization, NOW)
    await addRows(db.database, organizationId, 'systemuser', [{ systemuserid: userId }], NOW)
  })
  afterAll(() => db.drop())

  const rows = (text: string) => db.database.query(text, [organizationId])

  test('an organization has one root business unit of its name, and its users are in it', async () => {
    const [unit, ...others] = await rows(
      `select b.name, b.businessunitid as id, b.parentbusinessunitid as parent, u.systemuserid as user
       from crm.businessunit b join crm.systemuser u using (organizationid, businessunitid)
       where b.organizationid = $1`,
    )
    expect(others).toEqual([])
    expect(unit).toEqual({
      name: 'Unit Ltd',
      id: rootBusinessUnitId(organizationId),
      parent: null,
      user: userId,
    })
  })

  test('an organization has the solutions Dataverse has, under their ids', async () => {
    const found = await rows(
      `select solutionid as id, s.uniquename as name, version from crm.solution s
       join crm.publisher p using (organizationid, publisherid)
       where organizationid = $1 order by s.uniquename`,
    )
    expect(found).toEqual([
      { id: 'fd140aaf-4df4-11dd-bd17-0019b9312238', name: 'Default', version: '1.0' },
      { id: 'fd140aad-4df4-11dd-bd17-0019b9312238', name: 'System', version: '9.2.1.2' },
    ])
  })

  test('a user has settings from the start, and they go with the user', async () => {
    const settings = 'select systemuserid as id from crm.usersettings where organizationid = $1'
    expect(await rows(settings)).toEqual([{ id: userId }])
    await rows('delete from crm.systemuser where organizationid = $1')
    expect(await rows(settings)).toEqual([])
  })
})
