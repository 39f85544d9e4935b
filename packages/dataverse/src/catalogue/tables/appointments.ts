import { OF_PARTIES } from '../access.ts'
import {
  auditColumns,
  bool,
  datetime,
  guid,
  int,
  memo,
  ownerColumns,
  partylist,
  picklist,
  stateColumns,
  text,
} from '../columns.ts'
import type { Column, Table } from '../types.ts'
import { activityColumns } from './activities.ts'

const RO = { readOnly: true }
const off = { default: false }

const meeting: readonly Column[] = [
  text('location', 400),
  bool('isalldayevent', off),
  text('globalobjectid', 300),
  int('outlookownerapptid'),
  partylist('organizer', 7),
  partylist('requiredattendees', 5),
  partylist('optionalattendees', 6),
  bool('ismapiprivate', off),
  guid('seriesid', RO),
]

export const appointment: Table = {
  logicalName: 'appointment',
  entitySetName: 'appointments',
  typeCode: 4201,
  primaryId: 'activityid',
  primaryName: 'subject',
  isActivity: true,
  source: 'table',
  access: OF_PARTIES,
  columns: [
    ...activityColumns('appointment'),
    ...meeting,
    bool('isdraft', off),
    datetime('originalstartdate', RO),
    int('modifiedfieldsmask', RO),
    picklist('attachmenterrors', 'appointment_attachmenterrors', { default: 0 }),
    int('attachmentcount', { readOnly: true, default: 0 }),
    ...stateColumns('appointment', { state: 0, status: 1 }),
    ...ownerColumns,
    ...auditColumns,
  ],
}

/** `starttime` and `endtime` are the instant of the first occurrence, `duration` in minutes. */
const recurrence: readonly Column[] = [
  picklist('recurrencepatterntype', 'recurringappointmentmaster_recurrencepatterntype'),
  int('interval'),
  int('daysofweekmask'),
  int('dayofmonth'),
  picklist('monthofyear', 'recurringappointmentmaster_monthofyear'),
  picklist('instance', 'recurringappointmentmaster_instance'),
  bool('isnthmonthly', off),
  bool('isnthyearly', off),
  bool('isweekdaypattern', off),
  datetime('patternstartdate', { dateOnly: true }),
  datetime('patternenddate', { dateOnly: true }),
  picklist('patternendtype', 'recurringappointmentmaster_patternendtype'),
  int('occurrences'),
  datetime('starttime'),
  datetime('endtime'),
  int('duration'),
  datetime('effectivestartdate', { ...RO, dateOnly: true }),
  datetime('effectiveenddate', RO),
  picklist('expansionstatecode', 'recurringappointmentmaster_expansionstatecode', {
    readOnly: true,
    default: 0,
  }),
  memo('deletedexceptionslist', RO),
  datetime('lastexpandedinstancedate', RO),
  int('firstdayofweek'),
]

export const recurringappointmentmaster: Table = {
  logicalName: 'recurringappointmentmaster',
  entitySetName: 'recurringappointmentmasters',
  typeCode: 4251,
  primaryId: 'activityid',
  primaryName: 'subject',
  isActivity: true,
  source: 'table',
  access: OF_PARTIES,
  columns: [
    ...activityColumns('recurringappointmentmaster').map((column) =>
      column.logicalName === 'instancetypecode' ? { ...column, default: 1 } : column,
    ),
    ...meeting,
    ...recurrence,
    ...stateColumns('recurringappointmentmaster', { state: 0, status: 1 }),
    ...ownerColumns,
    ...auditColumns,
  ],
}
