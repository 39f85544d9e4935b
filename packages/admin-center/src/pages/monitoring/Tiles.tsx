import {
  Card,
  makeStyles,
  ProgressBar,
  Text,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import type { HourFigures, Monitoring } from '@trackmark/admin-api'
import type { ReactNode } from 'react'
import { type Count, Counts, CountValue, type ListPlace } from '../../components/Counts.tsx'
import { monitoring as text } from '../../strings/monitoring.ts'
import { duration, progressOf } from './view-model.ts'

const mailboxes = (condition: string): ListPlace => ({ to: '/mailboxes', search: { condition } })
const failures = (search: Readonly<Record<string, string>>): ListPlace => ({
  to: '/failures',
  search,
})

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
            {
              name: tiles.synchronized,
              count: seen.mailboxes.synchronized,
              list: mailboxes('synchronized'),
            },
            {
              name: tiles.partial,
              count: seen.mailboxes.partial,
              list: mailboxes('partial'),
              tone: 'warning',
            },
            { name: tiles.waiting, count: seen.mailboxes.waiting, list: mailboxes('waiting') },
            {
              name: tiles.failing,
              count: seen.mailboxes.failing,
              list: mailboxes('failing'),
              tone: 'danger',
            },
            { name: tiles.off, count: seen.mailboxes.off, list: mailboxes('off') },
          ]}
        />
      </Tile>
      <Tile title={tiles.failures}>
        <Counts
          of={[
            {
              name: tiles.retrying,
              count: seen.failing.retrying,
              list: failures({ state: 'retrying' }),
              tone: 'warning',
            },
            {
              name: tiles.givenUp,
              count: seen.failing.givenUp,
              list: failures({ state: 'givenUp' }),
              tone: 'danger',
            },
            {
              name: tiles.writes,
              count: seen.failing.writes,
              list: failures({ section: 'outgoing' }),
              tone: 'warning',
            },
          ]}
        />
      </Tile>
      <Tile title={tiles.progress}>
        <ProgressBar value={share} thickness="large" aria-label={words} />
        <Text>{words}</Text>
        <Counts
          of={[
            { name: tiles.provisioned, count: seen.categories.provisioned },
            { name: tiles.removed, count: seen.categories.removed },
            { name: tiles.pending, count: seen.categories.pending },
          ]}
        />
      </Tile>
    </div>
  )
}

/** A number and how it reads. */
interface Total extends Count {
  readonly value: string
}

/** What happened over the time range, in numbers. */
export function Totals({ total }: { readonly total: HourFigures }) {
  const styles = useStyles()
  const { totals } = text
  const number = (n: number) => n.toLocaleString('en')
  const all: readonly Total[] = [
    {
      name: totals.tracked,
      count: total.tracked,
      value: number(total.tracked),
      list: { to: '/activities' },
    },
    { name: totals.ended, count: total.ended, value: number(total.ended) },
    { name: totals.p50, count: total.timed, value: duration(total.p50Seconds) },
    { name: totals.p99, count: total.timed, value: duration(total.p99Seconds) },
    {
      name: totals.itemsFailed,
      count: total.itemsFailed,
      value: number(total.itemsFailed),
      list: { to: '/failures' },
      tone: 'danger',
    },
    {
      name: totals.cyclesFailed,
      count: total.cyclesFailed,
      value: number(total.cyclesFailed),
      list: { to: '/alerts', search: { state: 'all' } },
      tone: 'danger',
    },
    { name: totals.throttled, count: total.throttled, value: number(total.throttled) },
    {
      name: totals.throttledSeconds,
      count: total.throttledSeconds,
      value: text.seconds(total.throttledSeconds),
    },
  ]
  return (
    <dl className={styles.totals}>
      {all.map(({ name, value, count, list, tone }) => (
        <div key={name} className={styles.total}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>
            <CountValue {...{ name, value, count, list, tone }} />
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

const useStyles = makeStyles({
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 280px), 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  tile: { height: '100%', boxSizing: 'border-box' },
  title: { ...typographyStyles.subtitle2, margin: 0 },
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
