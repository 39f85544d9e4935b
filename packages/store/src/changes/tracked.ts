import type { Table } from '@trackmark/dataverse'

/** Tables whose rows store the last transaction that wrote them (migration 0003). */
export const TRACKED_TABLES: readonly string[] = [
  'account',
  'appointment',
  'contact',
  'email',
  'lead',
  'recurringappointmentmaster',
  'task',
  'tracelog',
]

export const isTracked = (table: Table): boolean => TRACKED_TABLES.includes(table.logicalName)
