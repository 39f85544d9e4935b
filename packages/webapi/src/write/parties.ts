import type { Column, Table } from '@trackmark/dataverse'
import { badRequest } from '@trackmark/http'
import { type PartyInput, replaceParties } from '@trackmark/store'
import type { RowInput } from './body.ts'
import type { Writing } from './in-transaction.ts'
import { targetOf } from './target.ts'
import { wrongValue } from './value.ts'

interface Activity {
  readonly table: Table
  readonly id: string
  readonly ownerId: string | null
}

/**
 * Replaces the parties of an activity.
 * @returns the party lists that aren't empty now
 * @throws ApiError 400 that names what a party must be
 */
export async function writeParties(
  writing: Writing,
  activity: Activity,
  rows: readonly RowInput[],
): Promise<readonly string[]> {
  const lists = activity.table.columns.filter((column) => column.type === 'partylist')
  const parties: PartyInput[] = []
  for (const row of rows) parties.push(await party(writing, activity.table, lists, row))
  for (const list of lists) {
    const count = parties.filter(({ mask }) => mask === list.participation).length
    const isSingle = list.logicalName === 'from' || list.logicalName === 'organizer'
    if (isSingle && count > 1) throw badRequest(`${list.logicalName} holds one party at most.`)
  }
  await replaceParties(writing.writer, activity, parties)
  return lists.map((list) => list.logicalName)
}

async function party(
  { writer }: Writing,
  table: Table,
  lists: readonly Column[],
  row: RowInput,
): Promise<PartyInput> {
  const mask = row.values.get('participationtypemask')
  if (typeof mask !== 'number' || !lists.some((list) => list.participation === mask)) {
    const known = lists.map((list) => `${list.participation} (${list.logicalName})`).join(', ')
    throw wrongValue('participationtypemask', `one of ${known || 'none'} in ${table.entitySetName}`)
  }
  if (row.parents.length > 0 || row.children.length > 0 || row.attached.length > 0) {
    throw badRequest(
      'A party is bound to a row that exists, with partyid_contact@odata.bind or its like.',
    )
  }
  const bind = row.binds.get('partyid')
  const reference = bind?.reference ?? null
  const address = row.values.get('addressused') ?? null
  if (reference === null && address === null) {
    throw badRequest('A party needs a row it is bound to, or addressused.')
  }
  return {
    mask,
    party:
      bind === undefined || reference === null
        ? null
        : await targetOf(writer, bind.navigation.name, bind.navigation.target, reference),
    address: typeof address === 'string' ? address : null,
  }
}
