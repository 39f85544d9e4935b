import { changeKey } from '../model/ids.ts'
import type { Calendar } from '../model/types.ts'
import { queryOf } from '../odata/query.ts'
import type { ShapeCall } from './call.ts'
import { projector, type Shape } from './project.ts'

export interface CalendarSource {
  readonly call: ShapeCall
  readonly calendar: Calendar
}

export const calendarShape: Shape<CalendarSource> = {
  type: 'calendar',
  properties: {
    id: ({ calendar }) => calendar.id,
    name: ({ calendar }) => calendar.name,
    color: ({ calendar }) => calendar.color,
    hexColor: () => '',
    isDefaultCalendar: ({ calendar }) => calendar.isDefault,
    changeKey: ({ calendar }) => changeKey(calendar.seq),
    canShare: () => true,
    canViewPrivateItems: () => true,
    canEdit: () => true,
    allowedOnlineMeetingProviders: () => ['teamsForBusiness'],
    defaultOnlineMeetingProvider: () => 'teamsForBusiness',
    isTallyingResponses: ({ calendar }) => calendar.isDefault,
    isRemovable: ({ calendar }) => !calendar.isDefault,
    owner: ({ call }) => ({ name: call.user.displayName, address: call.user.mail }),
  },
  byDefault: null,
  annotations: () => ({}),
  expands: {
    singleValueExtendedProperties: () => undefined,
    multiValueExtendedProperties: () => undefined,
  },
}

export const calendarRow = (call: ShapeCall, calendar: Calendar): Record<string, unknown> =>
  projector(calendarShape, queryOf(new Map()))({ call, calendar })
