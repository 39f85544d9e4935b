import {
  type Column,
  columnByWebApiName,
  type NavigationProperty,
  navigationProperty,
  type Table,
} from '@trackmark/dataverse'
import { badRequest, noSuchRow, notFound, notImplemented } from '@trackmark/http'
import { readRow } from '@trackmark/store'
import { answer, noContent, plainText } from '../request/answer.ts'
import { columnType } from '../request/metadata-level.ts'
import type { Member } from '../request/path.ts'
import type { Reading } from '../request/reading.ts'
import { rowProperties } from './format.ts'
import {
  countMemberCollection,
  readMemberCollection,
  readMemberReferences,
  readSingle,
  targetOfRow,
} from './rows.ts'

/** The part of a path after one row. */
interface Below extends Pick<Member, 'name' | 'among' | 'tail'> {
  readonly table: Table
  readonly id: string
}

/**
 * A property of a row, or what a navigation property leads to: `accounts(id)/Account_Emails`, `emails(id)/ownerid`,
 * `emails(id)/subject`.
 * @throws ApiError 400, 404 or 501
 */
export async function readMember(reading: Reading, below: Below): Promise<Response> {
  const { table, name, among, tail } = below
  if (among !== null) throw notImplemented('A row of a collection is read by its own address.')
  const navigation = navigationProperty(table, name)
  if (navigation?.kind === 'collection') return readCollectionOf(reading, below, navigation)
  if (navigation !== undefined) return readTarget(reading, below, navigation)
  const column = columnByWebApiName(table, name)
  if (column === undefined || column.physical === null || column.secret) {
    throw notFound(`Resource not found for the segment '${name.slice(0, 80)}'.`)
  }
  if (tail !== '' && tail !== '$value') throw badRequest(`${name} has no ${tail}.`)
  return readProperty(reading, below, column)
}

async function readCollectionOf(
  reading: Reading,
  below: Below,
  navigation: NavigationProperty,
): Promise<Response> {
  if (below.tail === '$count') {
    return plainText(await countMemberCollection(reading, below, navigation))
  }
  if (below.tail === '$ref') {
    return answer(await readMemberReferences(reading, below, navigation), reading.preferences)
  }
  if (below.tail !== '') throw notImplemented(`${below.tail} of a collection isn't read here.`)
  return answer(await readMemberCollection(reading, below, navigation), reading.preferences)
}

async function readTarget(
  reading: Reading,
  below: Below,
  navigation: NavigationProperty,
): Promise<Response> {
  if (below.tail !== '' && below.tail !== '$ref')
    throw badRequest(`${below.name} has no ${below.tail}.`)
  const target = await targetOfRow(reading, below, navigation)
  if (target === null) return noContent()
  if (below.tail === '') {
    const row = await readSingle(reading, target.table, target.id)
    return answer(row.body, reading.preferences)
  }
  const id = `${reading.root}/${target.table.entitySetName}(${target.id})`
  const body = { '@odata.context': `${reading.root}/$metadata#$ref`, '@odata.id': id }
  return answer(body, reading.preferences)
}

async function readProperty(reading: Reading, below: Below, column: Column): Promise<Response> {
  const { table, id, tail } = below
  const row = await readRow(reading, table, id, [column])
  if (row === null) throw noSuchRow(table.logicalName, id)
  const none = { fullRoot: null, annotations: null, names: new Map<string, string>() }
  const value = rowProperties(table, [column], row, none)[column.webApiName]
  if (value === null) return noContent()
  if (tail === '$value') return plainText(String(value))
  const context = `${reading.root}/$metadata#${table.entitySetName}(${id})/${column.webApiName}`
  const type = reading.preferences.metadata === 'full' ? columnType(column) : null
  const annotations = type === null ? {} : { '@odata.type': type }
  return answer({ '@odata.context': context, ...annotations, value }, reading.preferences)
}
