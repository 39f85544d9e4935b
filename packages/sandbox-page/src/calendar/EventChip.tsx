import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowRepeatAll16Regular } from '@fluentui/react-icons'
import type { CSSProperties } from 'react'
import type { CalendarEvent, MasterCategory } from '../api/wire.ts'
import { shadeOf } from '../categories/colours.ts'
import { shownAs } from '../categories/model.ts'
import { timeOf } from '../components/days.ts'
import { Hidden } from '../components/Hidden.tsx'
import { calendar as strings } from '../strings/calendar.ts'
import { titleOf, whenText } from './event-text.ts'

interface EventChipProps {
  readonly event: CalendarEvent
  readonly master: readonly MasterCategory[]
  readonly onOpen: (event: CalendarEvent) => void
  /** Of a time grid: it fills its place and shows where it is. */
  readonly fills?: boolean
  /** There is room for a second line. */
  readonly isTall?: boolean
  readonly className?: string
  readonly style?: CSSProperties
}

/** An event in the colour of its first category, as Outlook draws it. */
export function EventChip({
  event,
  master,
  onOpen,
  fills,
  isTall,
  className,
  style,
}: EventChipProps) {
  const styles = useStyles()
  const [first] = event.categories
  const shade = first === undefined ? null : shadeOf(shownAs(master, first).color)
  const place = event.location.displayName
  return (
    <button
      type="button"
      className={mergeClasses(
        styles.chip,
        fills && styles.fills,
        event.isCancelled && styles.cancelled,
        className,
      )}
      style={{ ...style, ...(shade !== null && ({ '--category': shade } as CSSProperties)) }}
      title={titleOf(event)}
      onClick={() => onOpen(event)}
    >
      <span className={styles.line}>
        {!fills && !event.isAllDay && (
          <span className={styles.time}>{timeOf(event.start.dateTime)}</span>
        )}
        <span className={styles.title}>{titleOf(event)}</span>
        {event.type !== 'singleInstance' && <ArrowRepeatAll16Regular className={styles.icon} />}
      </span>
      {isTall && place && <span className={styles.place}>{place}</span>}
      <Hidden>{strings.describe(whenText(event), event.categories)}</Hidden>
    </button>
  )
}

const useStyles = makeStyles({
  chip: {
    '--category': tokens.colorBrandStroke1,
    position: 'relative',
    boxSizing: 'border-box',
    display: 'block',
    width: '100%',
    minWidth: 0,
    minHeight: '24px',
    padding: `1px ${tokens.spacingHorizontalXS}`,
    border: `1px solid ${tokens.colorNeutralBackground1}`,
    borderLeft: '4px solid var(--category)',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: `color-mix(in srgb, var(--category) 18%, ${tokens.colorNeutralBackground1})`,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: 'start',
    overflow: 'hidden',
    cursor: 'pointer',
    ':hover': {
      backgroundColor: `color-mix(in srgb, var(--category) 30%, ${tokens.colorNeutralBackground1})`,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, zIndex: 2 },
  },
  fills: { position: 'absolute', display: 'flex', flexDirection: 'column' },
  cancelled: { textDecorationLine: 'line-through' },
  line: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minWidth: 0,
  },
  time: { flexShrink: 0 },
  title: {
    flexGrow: 1,
    minWidth: 0,
    fontWeight: tokens.fontWeightSemibold,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  icon: { flexShrink: 0 },
  place: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
})
