import { expect, test } from 'vitest'
import {
  columnByLogicalName,
  columnByWebApiName,
  sqlType,
  TABLES,
  tableByEntitySet,
  tableByLogicalName,
  tableByTypeCode,
} from './catalogue.ts'
import { OPTION_SETS } from './option-sets.ts'
import type { Column, Table } from './types.ts'

/** Tables of Dataverse that columns point to and that aren't kept here. */
const OUTSIDE = ['team']

const everyColumn: readonly (readonly [string, Table, Column])[] = TABLES.flatMap((table) =>
  table.columns.map(
    (column) => [`${table.logicalName}.${column.logicalName}`, table, column] as const,
  ),
)

function column(table: string, name: string): Column {
  const found = columnByLogicalName(tableByLogicalName(table)!, name)
  if (found === undefined) throw new Error(`${table} has no column ${name}`)
  return found
}

test('the tables are there, with type codes of Dataverse', () => {
  expect(Object.fromEntries(TABLES.map((t) => [t.logicalName, t.typeCode]))).toEqual({
    organization: 1019,
    systemuser: 8,
    mailbox: 9606,
    emailserverprofile: 9605,
    mailboxtrackingcategory: 9609,
    tracelog: 8050,
    activitypointer: 4200,
    email: 4202,
    appointment: 4201,
    recurringappointmentmaster: 4251,
    task: 4212,
    activityparty: 135,
    activitymimeattachment: 1001,
    contact: 2,
    account: 1,
    lead: 4,
    queue: 2020,
    exchangesyncidmapping: 4120,
    mailboxstatistics: 9607,
    webresource: 9333,
    businessunit: 10,
    publisher: 7101,
    solution: 7100,
    usersettings: 150,
    mailboxtrackingfolder: 9608,
    serviceendpoint: 4618,
    sdkmessage: 4606,
    sdkmessagefilter: 4607,
    sdkmessageprocessingstep: 4608,
    asyncoperation: 4700,
    bulkdeleteoperation: 4424,
    role: 1036,
    systemuserroles: 15,
    audit: 4567,
    team: 9,
    savedquery: 1039,
  })
})

test('logical names, set names and type codes find their table and no other', () => {
  for (const table of TABLES) {
    expect(tableByLogicalName(table.logicalName)).toBe(table)
    expect(tableByEntitySet(table.entitySetName)).toBe(table)
    expect(tableByTypeCode(table.typeCode)).toBe(table)
  }
  expect(tableByEntitySet('Emails')).toBeUndefined()
  expect(tableByLogicalName('toString')).toBeUndefined()
})

test('column names are unique in a table, in the Web API and in SQL', () => {
  for (const table of TABLES) {
    const physical = table.columns.flatMap((c) => [c.physical, c.physicalType].filter(Boolean))
    expect(new Set(physical).size, table.logicalName).toBe(physical.length)
    const web = table.columns.map((c) => c.webApiName)
    expect(new Set(web).size, table.logicalName).toBe(web.length)
  }
})

test.each(TABLES)('$logicalName has its keys, its audit columns and its etag', (table) => {
  const never = ['audit', 'systemuserroles'].includes(table.logicalName)
  const changes = never ? [] : ['modifiedon', 'createdby', 'modifiedby']
  for (const name of ['createdon', ...changes, 'versionnumber']) {
    expect(columnByLogicalName(table, name)?.readOnly, name).toBe(true)
  }
  expect(columnByLogicalName(table, table.primaryId)?.type).toBe('uniqueidentifier')
  if (table.primaryName !== null) {
    expect(columnByLogicalName(table, table.primaryName)).toBeDefined()
  }
})

test('lookups are called _x_value, and only those with several targets have a type column', () => {
  for (const [name, , c] of everyColumn) {
    const isLookup = c.type === 'lookup' || c.type === 'owner'
    expect(c.webApiName, name).toBe(isLookup ? `_${c.logicalName}_value` : c.logicalName)
    expect(c.physicalType, name).toBe(
      isLookup && c.targets.length > 1 ? `${c.logicalName}type` : null,
    )
    // What is audited may be no row of a table.
    if (isLookup && name !== 'audit.objectid') expect(c.targets.length, name).toBeGreaterThan(0)
    for (const target of c.targets) {
      expect(tableByLogicalName(target) !== undefined || OUTSIDE.includes(target), name).toBe(true)
    }
  }
  expect(column('tracelog', 'regardingobjectid').physicalType).toBe('regardingobjectidtype')
})

test('option sets belong to option columns, and defaults are among their values', () => {
  for (const [name, , c] of everyColumn) {
    const hasOptions = ['picklist', 'state', 'status'].includes(c.type)
    expect(c.optionSet !== null, name).toBe(hasOptions)
    if (c.optionSet === null || c.default === null) continue
    expect(
      c.optionSet.options.map((o) => o.value),
      name,
    ).toContain(c.default)
  }
})

test('every status reason names a state its table has, and the initial pair agrees', () => {
  for (const table of TABLES) {
    const state = columnByLogicalName(table, 'statecode')
    const status = columnByLogicalName(table, 'statuscode')
    expect(state === undefined, table.logicalName).toBe(status === undefined)
    if (state === undefined || status === undefined) continue
    const states = state.optionSet?.options.map((o) => o.value)
    for (const option of status.optionSet?.options ?? []) expect(states).toContain(option.state)
    const initial = status.optionSet?.options.find((o) => o.value === status.default)
    expect(initial?.state, table.logicalName).toBe(state.default)
  }
})

test('each option set is used, is called by its own key, and repeats no number', () => {
  const used = new Set(everyColumn.map(([, , c]) => c.optionSet?.name))
  for (const [key, set] of Object.entries(OPTION_SETS)) {
    expect(set.name).toBe(key)
    expect(used.has(key), key).toBe(true)
    expect(new Set(set.options.map((o) => o.value)).size, key).toBe(set.options.length)
  }
})

test('each activity table can be read through activitypointer', () => {
  const pointer = tableByLogicalName('activitypointer')!
  expect(pointer.source).toBe('view')
  for (const table of TABLES.filter((t) => t.isActivity)) {
    for (const c of pointer.columns) {
      const own = columnByLogicalName(table, c.logicalName)
      expect(own?.type, `${table.logicalName}.${c.logicalName}`).toBe(c.type)
      expect(own?.physicalType).toBe(c.physicalType)
    }
  }
})

test('a column is found by the name OData gives it, and by no other', () => {
  const email = tableByLogicalName('email')!
  expect(columnByWebApiName(email, '_ownerid_value')?.logicalName).toBe('ownerid')
  expect(columnByWebApiName(email, 'ownerid')).toBeUndefined()
  expect(columnByWebApiName(email, '__proto__')).toBeUndefined()
})

test('SQL types follow the column type; party lists are stored as parties', () => {
  expect(sqlType(column('email', 'subject'))).toBe('text')
  expect(sqlType(column('email', 'statuscode'))).toBe('integer')
  expect(sqlType(column('email', 'createdon'))).toBe('timestamptz')
  expect(sqlType(column('email', 'regardingobjectid'))).toBe('uuid')
  expect(sqlType(column('email', 'versionnumber'))).toBe('bigint')
  expect(sqlType(column('email', 'to'))).toBeNull()
  for (const [name, , c] of everyColumn) expect(c.physical === null, name).toBe(sqlType(c) === null)
})

test('email and task carry the status reasons of Dataverse', () => {
  const labels = (table: string) =>
    column(table, 'statuscode').optionSet?.options.map((o) => [o.value, o.label])
  expect(labels('email')).toEqual([
    [1, 'Draft'],
    [2, 'Completed'],
    [3, 'Sent'],
    [4, 'Received'],
    [5, 'Canceled'],
    [6, 'Pending Send'],
    [7, 'Sending'],
    [8, 'Failed'],
  ])
  expect(column('task', 'statuscode').default).toBe(2)
})
