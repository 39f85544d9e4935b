import { expect, test } from 'vitest'
import { CHANGING_STATES, guardsOf, isCarriedOver, synchronizedColumns } from './precedence.ts'

test.each([
  ['AC8', 'appointment', 'subject', ['subject']],
  ['AC8', 'appointment', 'percentcomplete', []],
  ['AC8', 'recurringappointmentmaster', 'patternstartdate', ['patternstartdate']],
  ['AC8', 'appointment', 'patternstartdate', []],
  ['AC8', 'task', 'percentcomplete', ['percentcomplete']],
  ['AC8', 'task', 'actualend', ['statecode']],
  ['AC8', 'appointment', 'sortdate', ['scheduledstart', 'scheduledend']],
  ['AC8', 'email', 'subject', []],
] as const)(
  '[%s] in the CRM, %s.%s stays while %j were changed there',
  (_rule, type, column, guards) => {
    expect(guardsOf(type, column)).toEqual(guards)
  },
)

test('[AC8] the owner, and what an activity is about, are chosen in the CRM', () => {
  const columns = ['ownerid', 'owneridtype', 'regardingobjectid', 'subject', 'statecode']
  expect(columns.filter(isCarriedOver)).toEqual(['subject', 'statecode'])
})

test('[AC8] only changes of columns that the item has, too, are remembered', () => {
  expect(synchronizedColumns('task', ['subject', 'category', 'description'])).toEqual([
    'description',
    'subject',
  ])
  expect(synchronizedColumns('email', ['subject'])).toEqual([])
  expect(synchronizedColumns('contact', ['subject', 'constructor'])).toEqual([])
})

test('[TR2] what is completed or canceled stays as it is', () => {
  const [OPEN, COMPLETED, CANCELED, SCHEDULED] = [0, 1, 2, 3]
  expect(
    [OPEN, COMPLETED, CANCELED, SCHEDULED].filter((one) => CHANGING_STATES.includes(one)),
  ).toEqual([OPEN, SCHEDULED])
})
