import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import {
  ArrowRepeatAll16Regular,
  CalendarLtrRegular,
  Location16Regular,
} from '@fluentui/react-icons'
import type { CSSProperties } from 'react'
import { CategoryPills } from '../categories/CategoryPill.tsx'
import { shadeOf } from '../categories/colours.ts'
import { shownAs } from '../categories/model.ts'
import { longDay } from '../components/days.ts'
import { Hidden } from '../components/Hidden.tsx'
import { Empty } from '../components/states.tsx'
import { calendar as strings } from '../strings/calendar.ts'
import { timesText, titleOf } from './event-text.ts'
import { eventsOn } from './layout.ts'
import type { ViewProps } from './WeekView.tsx'

export function AgendaView({ days, events, master, today, onOpen, onNew }: ViewProps) {
  const styles = useStyles()
  const busy = days
    .map((day) => ({ day, here: eventsOn(events, day) }))
    .filter(({ here }) => here.length > 0)
  if (busy.length === 0) {
    return (
      <Empty icon={<CalendarLtrRegular />} title={strings.emptyAgenda} hint={strings.emptyHint}>
        <Button onClick={() => onNew(days[0] ?? today, null)}>{strings.newEvent}</Button>
      </Empty>
    )
  }
  return (
    <div className={styles.scroll}>
      {busy.map(({ day, here }) => (
        <section key={day} aria-label={longDay(day)}>
          <h2 className={mergeClasses(styles.day, day === today && styles.today)}>
            {day === today && `${strings.today} · `}
            {longDay(day)}
          </h2>
          <ul className={styles.list}>
            {here.map((event) => {
              const [first] = event.categories
              const shade = first === undefined ? null : shadeOf(shownAs(master, first).color)
              const place = event.location.displayName
              return (
                <li key={event.id}>
                  <button
                    type="button"
                    className={styles.event}
                    style={shade === null ? {} : ({ '--category': shade } as CSSProperties)}
                    onClick={() => onOpen(event)}
                  >
                    <span className={styles.times}>{timesText(event)}</span>
                    <span className={styles.what}>
                      <Text weight="semibold" strikethrough={event.isCancelled}>
                        {titleOf(event)}
                        {event.type !== 'singleInstance' && (
                          <span className={styles.repeats}>
                            <ArrowRepeatAll16Regular />
                            <Hidden>{strings.recurring}</Hidden>
                          </span>
                        )}
                      </Text>
                      {place && (
                        <Text size={200} className={styles.place}>
                          <Location16Regular aria-hidden /> {place}
                        </Text>
                      )}
                      <CategoryPills names={event.categories} master={master} />
                    </span>
                  </button>
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </div>
  )
}

const useStyles = makeStyles({
  scroll: { flexGrow: 1, minHeight: 0, overflowY: 'auto' },
  day: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    margin: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  today: { color: tokens.colorBrandForeground1 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  event: {
    '--category': tokens.colorNeutralStroke1,
    boxSizing: 'border-box',
    display: 'flex',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    width: '100%',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    borderLeft: '4px solid var(--category)',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (max-width: 719px)': { flexDirection: 'column' },
  },
  times: { flexShrink: 0, minWidth: '110px', color: tokens.colorNeutralForeground2 },
  what: { minWidth: 0, display: 'flex', flexDirection: 'column', alignItems: 'flex-start' },
  repeats: {
    position: 'relative',
    marginInlineStart: tokens.spacingHorizontalXS,
    verticalAlign: 'middle',
  },
  place: { color: tokens.colorNeutralForeground2 },
})
