import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { dayMonth, longDay, weekdayText } from '../components/days.ts'
import { Hidden } from '../components/Hidden.tsx'
import { calendar as strings } from '../strings/calendar.ts'
import { EventChip } from './EventChip.tsx'
import { eventsOn } from './layout.ts'
import type { ViewProps } from './WeekView.tsx'

const SHOWN = 3

interface MonthViewProps extends ViewProps {
  /** `2026-11`; other days are paler. */
  readonly month: string
}

export function MonthView(props: MonthViewProps) {
  const { days, events, master, today, month, onOpen, onNew, onDay } = props
  const styles = useStyles()
  const weeks = Array.from({ length: days.length / 7 }, (_, week) =>
    days.slice(week * 7, week * 7 + 7),
  )
  return (
    <section
      aria-label={strings.views.month}
      className={styles.scroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
      tabIndex={0}
    >
      <table className={styles.month}>
        <thead>
          <tr>
            {days.slice(0, 7).map((day) => (
              <th key={day} scope="col" className={styles.weekday}>
                {weekdayText(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => {
                const here = eventsOn(events, day)
                const others = here.length - SHOWN
                return (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: "New event" does the same by keys
                  <td
                    key={day}
                    className={mergeClasses(
                      styles.day,
                      !day.startsWith(month) && styles.other,
                      day === today && styles.today,
                    )}
                    onClick={({ target, currentTarget }) =>
                      target === currentTarget && onNew(day, null)
                    }
                  >
                    <button
                      type="button"
                      className={mergeClasses(styles.number, day === today && styles.numberOfToday)}
                      onClick={() => onDay(day)}
                    >
                      {day.endsWith('-01') ? dayMonth(day) : Number(day.slice(8))}
                      <Hidden> {longDay(day)}</Hidden>
                    </button>
                    {here.slice(0, others > 0 ? SHOWN - 1 : SHOWN).map((event) => (
                      <EventChip key={event.id} event={event} master={master} onOpen={onOpen} />
                    ))}
                    {others > 0 && (
                      <Button size="small" appearance="transparent" onClick={() => onDay(day)}>
                        {strings.more(others + 1)}
                      </Button>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const useStyles = makeStyles({
  scroll: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  month: {
    width: '100%',
    minWidth: '640px',
    height: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
  },
  weekday: {
    height: '28px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  day: {
    height: '104px',
    verticalAlign: 'top',
    padding: tokens.spacingHorizontalXXS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    cursor: 'cell',
  },
  other: { backgroundColor: tokens.colorNeutralBackground2 },
  today: { borderTop: `3px solid ${tokens.colorBrandStroke1}` },
  numberOfToday: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    ':hover': { backgroundColor: tokens.colorBrandBackgroundHover },
  },
  number: {
    position: 'relative',
    minWidth: '28px',
    height: '24px',
    padding: `0 ${tokens.spacingHorizontalXS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
})
