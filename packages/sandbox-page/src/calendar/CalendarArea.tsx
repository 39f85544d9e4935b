import {
  Button,
  makeStyles,
  Subtitle2,
  Tab,
  TabList,
  Text,
  tokens,
} from '@fluentui/react-components'
import {
  CalendarAdd20Regular,
  ChevronLeft20Regular,
  ChevronRight20Regular,
} from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { eventsQuery } from '../api/queries.ts'
import type { CalendarEvent } from '../api/wire.ts'
import { useMailbox } from '../app/mailbox.ts'
import { CALENDAR_VIEWS, type CalendarView, type Place } from '../app/place.ts'
import { usePlace } from '../app/use-place.ts'
import { useCategorize } from '../categories/use-categorize.ts'
import { addDays, addMonths, dateText, dayIn, monthText, timeIn } from '../components/days.ts'
import { Failed, Loading } from '../components/states.tsx'
import { useNow } from '../components/use-now.ts'
import { calendar as strings } from '../strings/calendar.ts'
import { AgendaView } from './AgendaView.tsx'
import { EventDetails } from './EventDetails.tsx'
import { EventDialog } from './EventDialog.tsx'
import { agendaOf, monthOf, weekOf } from './layout.ts'
import { MonthView } from './MonthView.tsx'
import { type ViewProps, WeekView } from './WeekView.tsx'

const DAYS: Readonly<Record<CalendarView, (day: string) => readonly string[]>> = {
  week: weekOf,
  month: monthOf,
  agenda: agendaOf,
}
const STEP: Readonly<Record<CalendarView, (day: string, by: number) => string>> = {
  week: (day, by) => addDays(day, by * 7),
  month: addMonths,
  agenda: (day, by) => addDays(day, by * 28),
}
const MORNING = 9 * 60

type Editing =
  | { readonly kind: 'new'; readonly day: string; readonly minutes: number }
  | { readonly kind: 'edit'; readonly id: string }

interface CalendarAreaProps {
  readonly place: Extract<Place, { area: 'calendar' }>
  readonly isNarrow: boolean
}

export function CalendarArea({ place, isNarrow }: CalendarAreaProps) {
  const styles = useStyles()
  const { root, zone } = useMailbox()
  const { go } = usePlace()
  const { master } = useCategorize()
  const now = useNow()
  const [editing, setEditing] = useState<Editing | null>(null)
  const today = dayIn(zone, now)
  const view = place.view ?? (isNarrow ? 'agenda' : 'week')
  const day = place.day ?? today
  const days = DAYS[view](day)
  const [first = day] = days
  const last = days.at(-1) ?? day
  const span = { start: `${first}T00:00:00`, end: `${addDays(last, 1)}T00:00:00` }
  const events = useQuery(eventsQuery(root, zone, span))
  const show = (changes: Partial<typeof place>) => go({ ...place, event: null, ...changes })
  const title = view === 'month' ? monthText(day) : `${dateText(first)} – ${dateText(last)}`

  const shared: ViewProps = {
    days,
    events: events.data ?? [],
    master,
    today,
    time: timeIn(zone, now),
    onOpen: ({ id }: CalendarEvent) => go({ ...place, event: id }),
    onNew: (chosen, minutes) =>
      setEditing({ kind: 'new', day: chosen, minutes: minutes ?? MORNING }),
    onDay: (chosen) => show({ view: 'agenda', day: chosen }),
  }
  return (
    <main className={styles.main}>
      <div className={styles.bar}>
        <Button
          appearance="primary"
          icon={<CalendarAdd20Regular />}
          onClick={() => shared.onNew(days.includes(today) ? today : first, null)}
        >
          {strings.newEvent}
        </Button>
        <Button onClick={() => show({ day: null })}>{strings.today}</Button>
        <Button
          appearance="subtle"
          icon={<ChevronLeft20Regular />}
          aria-label={strings.previous}
          onClick={() => show({ day: STEP[view](day, -1) })}
        />
        <Button
          appearance="subtle"
          icon={<ChevronRight20Regular />}
          aria-label={strings.next}
          onClick={() => show({ day: STEP[view](day, 1) })}
        />
        <Subtitle2 as="h1" className={styles.title}>
          {title}
        </Subtitle2>
        <Text size={200} className={styles.zone}>
          {strings.zone(zone)}
        </Text>
        <TabList
          aria-label={strings.view}
          selectedValue={view}
          onTabSelect={(_, { value }) => show({ view: value as CalendarView })}
        >
          {CALENDAR_VIEWS.map((one) => (
            <Tab key={one} value={one}>
              {strings.views[one]}
            </Tab>
          ))}
        </TabList>
      </div>
      <div className={styles.view}>
        {events.isPending && <Loading />}
        {events.isError && <Failed error={events.error} onRetry={() => void events.refetch()} />}
        {events.data !== undefined && view === 'week' && <WeekView {...shared} />}
        {events.data !== undefined && view === 'month' && (
          <MonthView {...shared} month={day.slice(0, 7)} />
        )}
        {events.data !== undefined && view === 'agenda' && <AgendaView {...shared} />}
      </div>
      {place.event !== null && editing === null && (
        <EventDetails
          key={place.event}
          id={place.event}
          onEdit={(id) => setEditing({ kind: 'edit', id })}
          onClose={() => go({ ...place, event: null })}
        />
      )}
      {editing !== null && (
        <EventDialog
          {...(editing.kind === 'edit'
            ? { id: editing.id }
            : { id: null, day: editing.day, minutes: editing.minutes })}
          onClose={() => setEditing(null)}
        />
      )}
    </main>
  )
}

const useStyles = makeStyles({
  main: {
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalXS,
  },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: tokens.spacingHorizontalXS,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2,
  },
  title: { margin: 0 },
  zone: {
    flexGrow: 1,
    color: tokens.colorNeutralForeground3,
    paddingInlineStart: tokens.spacingHorizontalS,
  },
  view: {
    flexGrow: 1,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2,
    overflow: 'hidden',
  },
})
