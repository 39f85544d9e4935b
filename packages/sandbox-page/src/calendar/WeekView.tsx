import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type MouseEvent, useEffect, useRef } from 'react'
import type { CalendarEvent, MasterCategory } from '../api/wire.ts'
import { minutesOf, shortDay, timeText } from '../components/days.ts'
import { calendar as strings } from '../strings/calendar.ts'
import { EventChip } from './EventChip.tsx'
import { blocksOn, eventsOn, isInHeader } from './layout.ts'

export interface ViewProps {
  readonly days: readonly string[]
  readonly events: readonly CalendarEvent[]
  readonly master: readonly MasterCategory[]
  readonly today: string
  /** `09:30`, in the zone of the page. */
  readonly time: string
  readonly onOpen: (event: CalendarEvent) => void
  /** @param minutes null: at no time in particular */
  readonly onNew: (day: string, minutes: number | null) => void
  readonly onDay: (day: string) => void
}

const HOUR_PX = 48
const HALF = 30
const MORNING = 7
const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

export function WeekView({ days, events, master, today, time, onOpen, onNew }: ViewProps) {
  const styles = useStyles()
  const scroll = useRef<HTMLDivElement>(null)
  useEffect(() => {
    scroll.current?.scrollTo({ top: MORNING * HOUR_PX - HALF })
  }, [])
  const newAt = (day: string) => (event: MouseEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) return
    const minutes = (event.nativeEvent.offsetY / HOUR_PX) * 60
    onNew(day, Math.floor(minutes / HALF) * HALF)
  }
  return (
    <section
      ref={scroll}
      aria-label={strings.views.week}
      className={styles.scroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
      tabIndex={0}
    >
      <div className={styles.head}>
        <div className={styles.corner}>{strings.allDayRow}</div>
        {days.map((day) => (
          <div key={day} className={mergeClasses(styles.day, day === today && styles.today)}>
            <h2 className={styles.dayName}>{shortDay(day)}</h2>
            {eventsOn(events, day)
              .filter(isInHeader)
              .map((event) => (
                <EventChip key={event.id} event={event} master={master} onOpen={onOpen} />
              ))}
          </div>
        ))}
      </div>
      <div className={styles.grid}>
        <div aria-hidden>
          {HOURS.map((hour) => (
            <div key={hour} className={styles.hour}>
              {hour === 0 ? '' : timeText(hour * 60)}
            </div>
          ))}
        </div>
        {days.map((day) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: "New event" does the same by keys
          // biome-ignore lint/a11y/noStaticElementInteractions: as above
          <div
            key={day}
            data-day={day}
            className={mergeClasses(styles.column, day === today && styles.todayColumn)}
            onClick={newAt(day)}
          >
            {blocksOn(events, day).map(({ event, from, to, column, columns }) => (
              <EventChip
                key={event.id}
                fills
                isTall={to - from > HALF}
                event={event}
                master={master}
                onOpen={onOpen}
                style={{
                  top: `${(from / 60) * HOUR_PX}px`,
                  height: `${((to - from) / 60) * HOUR_PX}px`,
                  left: `${(column / columns) * 100}%`,
                  width: `${100 / columns}%`,
                }}
              />
            ))}
            {day === today && (
              <div
                className={styles.now}
                style={{ top: `${(minutesOf(time) / 60) * HOUR_PX}px` }}
              />
            )}
          </div>
        ))}
      </div>
    </section>
  )
}

const COLUMNS = '52px repeat(7, minmax(96px, 1fr))'

const useStyles = makeStyles({
  scroll: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 3,
    display: 'grid',
    gridTemplateColumns: COLUMNS,
    minWidth: 'fit-content',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  corner: {
    alignSelf: 'end',
    padding: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase100,
    color: tokens.colorNeutralForeground3,
  },
  day: {
    minWidth: 0,
    minHeight: '60px',
    padding: tokens.spacingHorizontalXXS,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    borderTop: '3px solid transparent',
  },
  today: { borderTopColor: tokens.colorBrandStroke1, color: tokens.colorBrandForeground1 },
  dayName: {
    margin: `0 ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXXS}`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  grid: {
    display: 'grid',
    gridTemplateColumns: COLUMNS,
    minWidth: 'fit-content',
    height: `${24 * HOUR_PX}px`,
  },
  hour: {
    height: `${HOUR_PX}px`,
    boxSizing: 'border-box',
    paddingInlineEnd: tokens.spacingHorizontalXS,
    textAlign: 'end',
    fontSize: tokens.fontSizeBase100,
    color: tokens.colorNeutralForeground3,
    transform: 'translateY(-8px)',
  },
  column: {
    position: 'relative',
    minWidth: 0,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    cursor: 'cell',
    backgroundImage: `linear-gradient(to bottom, ${tokens.colorNeutralStroke2} 1px, transparent 1px)`,
    backgroundSize: `100% ${HOUR_PX}px`,
  },
  todayColumn: { backgroundColor: tokens.colorNeutralBackground2 },
  now: {
    position: 'absolute',
    left: 0,
    right: 0,
    height: '2px',
    backgroundColor: tokens.colorPaletteRedBorder2,
    pointerEvents: 'none',
  },
})
