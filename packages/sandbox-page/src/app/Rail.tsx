import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import {
  CalendarLtr24Filled,
  CalendarLtr24Regular,
  CheckmarkSquare24Filled,
  CheckmarkSquare24Regular,
  Mail24Filled,
  Mail24Regular,
  People24Filled,
  People24Regular,
} from '@fluentui/react-icons'
import { common } from '../strings/common.ts'
import { AREAS, type Area, formatAddress, placeOf } from './place.ts'
import { usePlace } from './use-place.ts'

const ICONS: Readonly<
  Record<Area, { readonly on: React.ReactNode; readonly off: React.ReactNode }>
> = {
  mail: { on: <Mail24Filled />, off: <Mail24Regular /> },
  calendar: { on: <CalendarLtr24Filled />, off: <CalendarLtr24Regular /> },
  people: { on: <People24Filled />, off: <People24Regular /> },
  tasks: { on: <CheckmarkSquare24Filled />, off: <CheckmarkSquare24Regular /> },
}

/** Beside the page on wide windows, below it on phones. */
export function Rail() {
  const styles = useStyles()
  const { person, place } = usePlace()
  return (
    <nav aria-label={common.apps} className={styles.rail}>
      {AREAS.map((area) => {
        const isHere = area === place.area
        return (
          <a
            key={area}
            href={formatAddress({ person, place: placeOf(area) })}
            aria-current={isHere ? 'page' : undefined}
            className={mergeClasses(styles.area, isHere && styles.here)}
          >
            {ICONS[area][isHere ? 'on' : 'off']}
            <Text size={100}>{common.areas[area]}</Text>
          </a>
        )
      })}
    </nav>
  )
}

const useStyles = makeStyles({
  rail: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalXS,
    '@media (max-width: 719px)': {
      flexDirection: 'row',
      justifyContent: 'space-around',
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  area: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    minWidth: '52px',
    height: '48px',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  here: { color: tokens.colorBrandForeground1 },
})
