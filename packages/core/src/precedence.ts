import type { ActivityType } from './types.ts'

/**
 * Decides for each column of a linked activity which side wins: the item, or a change made in the
 * CRM that hasn't been written to the item yet (AC8). The store makes its SQL from these tables.
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
 * Columns and party lists that an activity shares with its item and that people may change in the
 * CRM (Microsoft, "What fields can be synchronized with Outlook"). An email that was sent or
 * received has none, since it doesn't change any more.
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

/** Party lists that are kept together: a change of one of them in the CRM keeps all of them. */
export const ATTENDEE_COLUMNS: readonly string[] = ['requiredattendees', 'optionalattendees']

/** Those of the given columns whose changes have to be written to the item, too. */
export function synchronizedColumns(type: string, columns: Iterable<string>): string[] {
  const known = Object.hasOwn(SYNCHRONIZED, type) ? SYNCHRONIZED[type as ActivityType] : []
  return [...columns].filter((name) => known.includes(name)).sort()
}

/**
 * The owner and what an activity regards are chosen in the CRM; the mailbox doesn't change them.
 */
const CHOSEN_IN_CRM = new Set(['ownerid', 'owneridtype', 'regardingobjectid'])

export const isCarriedOver = (column: string): boolean => !CHOSEN_IN_CRM.has(column)

/** Columns that are computed from other columns, and are kept together with them. */
const COMPUTED_FROM: Readonly<Record<string, readonly string[]>> = {
  scheduleddurationminutes: ['scheduledstart', 'scheduledend'],
  sortdate: ['scheduledstart', 'scheduledend'],
  actualend: ['statecode'],
}

/**
 * AC8: columns whose change in the CRM keeps this column as it is there.
 * @returns empty if the item always wins
 */
export function guardsOf(type: ActivityType, column: string): readonly string[] {
  return COMPUTED_FROM[column] ?? synchronizedColumns(type, [column])
}

/**
 * TR2: states of an activity in which its item's changes are carried over: open (0) and scheduled
 * (3).
 */
export const CHANGING_STATES: readonly number[] = [0, 3]
