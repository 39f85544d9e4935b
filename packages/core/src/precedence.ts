import type { ActivityType } from './types.ts'

/**
 * Who has the say about a column of a linked activity: the item, or a change made in the CRM that
 * wasn't written to the item yet (AC8). The store makes its SQL from these tables.
 */

const MEETING = [
  'subject',
  'description',
  'location',
  'scheduledstart',
  'scheduledend',
  'isalldayevent',
  'prioritycode',
  'statecode',
  'statuscode',
  'requiredattendees',
  'optionalattendees',
]

/**
 * Columns and party lists that an activity and its item have in common, and that people may change
 * in the CRM (Microsoft, "What fields can be synchronized with Outlook"). An email that was sent or
 * received doesn't change any more.
 */
const SYNCHRONIZED: Readonly<Record<ActivityType, readonly string[]>> = {
  email: [],
  appointment: MEETING,
  recurringappointmentmaster: [
    ...MEETING,
    'recurrencepatterntype',
    'interval',
    'daysofweekmask',
    'dayofmonth',
    'monthofyear',
    'instance',
    'patternstartdate',
    'patternenddate',
    'patternendtype',
    'occurrences',
    'starttime',
    'endtime',
    'duration',
  ],
  task: [
    'subject',
    'description',
    'scheduledstart',
    'scheduledend',
    'prioritycode',
    'percentcomplete',
    'statecode',
    'statuscode',
  ],
}

/** Party lists that stay whole once people changed one of them in the CRM. */
export const ATTENDEE_COLUMNS: readonly string[] = ['requiredattendees', 'optionalattendees']

/** Of these columns of an activity of this type those whose changes belong on the item, too. */
export function synchronizedColumns(type: string, columns: Iterable<string>): string[] {
  const known = Object.hasOwn(SYNCHRONIZED, type) ? SYNCHRONIZED[type as ActivityType] : []
  return [...columns].filter((name) => known.includes(name)).sort()
}

/** People in the CRM choose the owner and what an activity is about; the mailbox doesn't change that. */
const CHOSEN_IN_CRM = new Set(['ownerid', 'owneridtype', 'regardingobjectid'])

export const isCarriedOver = (column: string): boolean => !CHOSEN_IN_CRM.has(column)

/** Columns that are computed from others, and stay with them. */
const COMPUTED_FROM: Readonly<Record<string, readonly string[]>> = {
  scheduleddurationminutes: ['scheduledstart', 'scheduledend'],
  sortdate: ['scheduledstart', 'scheduledend'],
  actualend: ['statecode'],
}

/**
 * AC8: columns of which a change in the CRM keeps this one as it is there.
 * @returns none = the item always has the say
 */
export function guardsOf(type: ActivityType, column: string): readonly string[] {
  return COMPUTED_FROM[column] ?? synchronizedColumns(type, [column])
}

/** TR2: states in which an item's changes are carried over: open (0) and scheduled (3). */
export const CHANGING_STATES: readonly number[] = [0, 3]
