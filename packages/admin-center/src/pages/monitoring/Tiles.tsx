import {
  Card,
  makeStyles,
  ProgressBar,
  Text,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import type { HourFigures, Monitoring } from '@trackmark/dataverse/admin-api'
import type { ReactNode } from 'react'
import { RouterLink } from '../../components/RouterLink.tsx'
import { monitoring as text } from '../../strings/monitoring.ts'
import { duration, progressOf } from './viewModel.ts'

/** A list elsewhere, filtered to what was counted. */
interface Place {
  readonly to: string
  readonly search?: Readonly<Record<string, string>>
}

const mailboxes = (condition: string): Place => ({ to: '/mailboxes', search: { condition } })
const failures = (search: Readonly<Record<string, string>>): Place => ({ to: '/failures', search })

/** How things stand now; each number leads to what it counts. */
export function Tiles({ seen }: { readonly seen: Monitoring }) {
  const styles = useStyles()
  const { tiles } = text
  const { share, words } = progressOf(seen)
  return (
    <div className={styles.tiles}>
      <Tile title={tiles.health}>
        <Counts
          of={[
            [tiles.synchronized, seen.mailboxes.synchronized, mailboxes('synchronized')],
            [tiles.waiting, seen.mailboxes.waiting, mailboxes('waiting')],
            [tiles.failing, seen.mailboxes.failing, mailboxes('failing')],
            [tiles.off, seen.mailboxes.off, mailboxes('off')],
          ]}
        />
      </Tile>
      <Tile title={tiles.failures}>
        <Counts
          of={[
            [tiles.retrying, seen.failing.retrying, failures({ state: 'retrying' })],
            [tiles.givenUp, seen.failing.givenUp, failures({ state: 'givenUp' })],
            [tiles.writes, seen.failing.writes, failures({ section: 'outgoing' })],
          ]}
        />
      </Tile>
      <Tile title={tiles.progress}>
        <ProgressBar value={share} thickness="large" aria-label={words} />
        <Text>{words}</Text>
        <Counts
          of={[
            [tiles.provisioned, seen.categories.provisioned, null],
            [tiles.removed, seen.categories.removed, null],
            [tiles.pending, seen.categories.pending, null],
          ]}
        />
      </Tile>
    </div>
  )
}

/** What happened over the time range, in numbers. */
export function Totals({ total }: { readonly total: HourFigures }) {
  const styles = useStyles()
  const { totals } = text
  const number = (n: number) => n.toLocaleString('en')
  const all: readonly (readonly [string, string, Place | null])[] = [
    [totals.tracked, number(total.tracked), { to: '/activities' }],
    [totals.ended, number(total.ended), null],
    [totals.p50, duration(total.p50Seconds), null],
    [totals.p99, duration(total.p99Seconds), null],
    [totals.itemsFailed, number(total.itemsFailed), { to: '/failures' }],
    [totals.cyclesFailed, number(total.cyclesFailed), { to: '/alerts', search: { state: 'all' } }],
    [totals.throttled, number(total.throttled), null],
    [totals.throttledSeconds, text.seconds(total.throttledSeconds), null],
  ]
  return (
    <dl className={styles.totals}>
      {all.map(([name, value, place]) => (
        <div key={name} className={styles.total}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>
            {place === null ? (
              value
            ) : (
              <RouterLink {...place} aria-label={`${name}: ${value}`}>
                {value}
              </RouterLink>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Tile({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <Card className={styles.tile}>
      <h3 className={styles.title}>{title}</h3>
      {children}
    </Card>
  )
}

function Counts({ of }: { readonly of: readonly (readonly [string, number, Place | null])[] }) {
  const styles = useStyles()
  return (
    <dl className={styles.counts}>
      {of.map(([name, count, place]) => (
        <div key={name} className={styles.count}>
          <dt>{name}</dt>
          <dd className={styles.number}>
            {place === null ? (
              count.toLocaleString('en')
            ) : (
              <RouterLink {...place} aria-label={`${name}: ${count}`}>
                {count.toLocaleString('en')}
              </RouterLink>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const useStyles = makeStyles({
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 280px), 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  tile: { height: '100%', boxSizing: 'border-box' },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  counts: { margin: 0 },
  count: {
    display: 'flex',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} 0`,
  },
  number: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  totals: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 180px), 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  total: { display: 'flex', flexDirection: 'column-reverse', justifyContent: 'flex-end' },
  name: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: { ...typographyStyles.subtitle1, margin: 0 },
})
