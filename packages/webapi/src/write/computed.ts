import { columnByLogicalName, ERROR_CODES, type Table } from '@trackmark/dataverse'
import { badRequest } from '@trackmark/http'
import { type CellValue, rootBusinessUnitId, type WriteValue } from '@trackmark/store'
import { wrongValue } from './value.ts'

/** The columns of a row before its change that computed values depend on. Empty for a new row. */
export type Before = Readonly<Record<string, CellValue>>

/** Columns that others are computed from, where a table has them. */
export const COMPUTED_FROM: readonly string[] = [
  'firstname',
  'lastname',
  'scheduledstart',
  'scheduledend',
  'statecode',
  'statuscode',
  'ownerid',
]

/**
 * Adds the values that follow from the written ones by Dataverse's own rules.
 * @param before null when the row is new
 * @throws ApiError 400 where values contradict each other
 */
export function computed(
  organizationId: string,
  table: Table,
  values: ReadonlyMap<string, WriteValue>,
  before: Before | null,
): Map<string, WriteValue> {
  const all = new Map(values)
  const now = (name: string): WriteValue => all.get(name) ?? before?.[name] ?? null
  const touched = (...names: readonly string[]) => names.some((name) => values.has(name))
  const has = (name: string) => columnByLogicalName(table, name) !== undefined

  if (has('fullname') && touched('firstname', 'lastname') && !values.has('fullname')) {
    const parts = [value('firstname'), value('lastname')].filter((part) => part !== null)
    all.set('fullname', parts.length === 0 ? null : parts.join(' ').slice(0, 160))
  }
  if (table.isActivity && touched('scheduledstart', 'scheduledend')) {
    duration(all, value('scheduledstart'), value('scheduledend'))
  }
  if (has('statuscode') && touched('statecode', 'statuscode')) states(table, all, before)
  if (table.logicalName === 'asyncoperation') canceling(all, before)
  if (touched('ownerid')) owning(organizationId, table, all)
  if (table.logicalName === 'mailbox') methods(all)
  if (table.logicalName === 'activitymimeattachment' && touched('body')) content(all)
  return all

  /** A written null counts as well. */
  function value(name: string): WriteValue {
    return all.has(name) ? all.get(name)! : now(name)
  }
}

function duration(all: Map<string, WriteValue>, start: WriteValue, end: WriteValue): void {
  if (typeof start !== 'string' || typeof end !== 'string') return
  const minutes = Math.round((Date.parse(end) - Date.parse(start)) / 60_000)
  if (minutes < 0) throw wrongValue('scheduledend', 'at or after scheduledstart')
  if (!all.has('scheduleddurationminutes')) all.set('scheduleddurationminutes', minutes)
}

/** A state without a status reason gets its first one; a status reason must belong to the state. */
function states(table: Table, all: Map<string, WriteValue>, before: Before | null): void {
  const stateColumn = columnByLogicalName(table, 'statecode')!
  const statusColumn = columnByLogicalName(table, 'statuscode')!
  const options = statusColumn.optionSet?.options ?? []
  const status = all.get('statuscode')
  const stateOf = (one: WriteValue | undefined) =>
    options.find((option) => option.value === one)?.state
  const state =
    all.get('statecode') ??
    before?.statecode ??
    // A new row with only a status reason gets the state of that reason.
    stateOf(status) ??
    stateColumn.default
  if (status === undefined) {
    const isUsual = stateOf(statusColumn.default) === state
    const first = options.find((option) => option.state === state)?.value
    all.set('statuscode', isUsual ? statusColumn.default : (first ?? null))
  } else if (stateOf(status) !== state) {
    const label = stateColumn.optionSet?.options.find((one) => one.value === state)?.label
    throw badRequest(
      `${String(status)} is not a valid status code for state code ${String(state)} (${label}) on ${table.logicalName}.`,
      ERROR_CODES.invalidStateCodeStatusCode,
    )
  }
  all.set('statecode', state)
}

/** The only change of a job is to cancel it. */
function canceling(all: ReadonlyMap<string, WriteValue>, before: Before | null): void {
  const COMPLETED = 3
  if (before?.statecode === COMPLETED) throw badRequest('The job has ended.')
  if (all.get('statecode') !== COMPLETED || all.get('statuscode') !== 32) {
    throw wrongValue('statecode', '3 (Completed) with statuscode 32 (Canceled)')
  }
}

function owning(organizationId: string, table: Table, all: Map<string, WriteValue>): void {
  const owner = all.get('ownerid')
  if (owner === undefined || columnByLogicalName(table, 'owninguser') === undefined) return
  const unit = { table: 'businessunit', id: rootBusinessUnitId(organizationId) }
  all.set('owninguser', owner)
  all.set('owningbusinessunit', unit)
}

/** A mailbox is enabled for whatever has server-side synchronization as its method. */
function methods(all: Map<string, WriteValue>): void {
  const SYNCHRONIZED = 2
  const pairs = [
    ['incomingemaildeliverymethod', 'enabledforincomingemail', SYNCHRONIZED],
    ['outgoingemaildeliverymethod', 'enabledforoutgoingemail', SYNCHRONIZED],
    ['actdeliverymethod', 'enabledforact', 1],
  ] as const
  for (const [method, flag, on] of pairs) {
    const value = all.get(method)
    if (value !== undefined) all.set(flag, value === on)
  }
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

function content(all: Map<string, WriteValue>): void {
  const body = all.get('body') ?? null
  if (body === null) {
    all.set('filesize', 0)
    return
  }
  if (typeof body !== 'string' || !isBase64(body)) throw wrongValue('body', 'a file in base64')
  const padding = body.endsWith('==') ? 2 : body.endsWith('=') ? 1 : 0
  all.set('filesize', (body.length / 4) * 3 - padding)
}

/**
 * Checked in portions, because one match over millions of characters would exhaust the stack of the regular
 * expression engine.
 */
function isBase64(text: string): boolean {
  const PORTION = 8192
  for (let at = 0; at < text.length; at += PORTION) {
    const part = text.slice(at, at + PORTION)
    const isLast = at + PORTION >= text.length
    if (!BASE64.test(part) || (!isLast && part.endsWith('='))) return false
  }
  return true
}
