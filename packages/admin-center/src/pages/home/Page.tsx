import {
  Badge,
  Card,
  CardHeader,
  makeStyles,
  Text,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { MailInbox48Regular } from '@fluentui/react-icons'
import { isOwnerOnly, useMe } from '../../app/useMe.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import { RouterLink } from '../../components/RouterLink.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../components/states.tsx'
import { Time } from '../../components/Time.tsx'
import { common } from '../../strings/common.ts'
import { home } from '../../strings/home.ts'
import { type Status, useStatus } from './useStatus.ts'

const PROFILES: string = '/settings/email/profiles'
const TRACKING: string = '/settings/email/tracking'

export function HomePage() {
  const me = useMe()
  const status = useStatus()
  return (
    <>
      <PageHeader title={home.title} description={home.description(me.organization.friendlyName)} />
      {status.isPending && <LoadingState lines={8} />}
      {status.isError && <ErrorState error={status.error} onRetry={() => void status.refetch()} />}
      {status.data !== undefined && <Overview status={status.data} isMine={isOwnerOnly(me)} />}
    </>
  )
}

function Overview({ status, isMine }: { readonly status: Status; readonly isMine: boolean }) {
  const styles = useStyles()
  const { mailboxes, items, openAlerts } = status
  const known = Object.values(mailboxes).reduce((sum, count) => sum + count, 0)
  if (known === 0) {
    return (
      <EmptyState
        icon={<MailInbox48Regular />}
        title={home.noMailboxes.title}
        action={
          isMine ? undefined : <RouterLink to={PROFILES}>{home.noMailboxes.action}</RouterLink>
        }
      >
        {home.noMailboxes.text}
      </EmptyState>
    )
  }
  const isOn = status.trackCategorizedItems === true
  return (
    <div className={styles.grid}>
      <Tile title={home.category.title}>
        <div>
          <Badge appearance="filled" color={isOn ? 'success' : 'informative'}>
            {isOn ? common.on : common.off}
          </Badge>
        </div>
        <Text>{isOn ? home.category.on : home.category.off}</Text>
        {!isMine && <RouterLink to={TRACKING}>{home.category.change}</RouterLink>}
      </Tile>
      <Tile title={home.mailboxes.title}>
        <Counts
          of={[
            [
              home.mailboxes.synchronized,
              mailboxes.synchronized,
              { to: '/mailboxes', search: { condition: 'synchronized' } },
            ],
            [
              home.mailboxes.waiting,
              mailboxes.waiting,
              { to: '/mailboxes', search: { condition: 'waiting' } },
            ],
            [
              home.mailboxes.failing,
              mailboxes.failing,
              { to: '/mailboxes', search: { condition: 'failing' } },
            ],
            [home.mailboxes.off, mailboxes.off, { to: '/mailboxes', search: { condition: 'off' } }],
          ]}
        />
        <Text size={200} className={styles.times}>
          {home.lastSync}: <Time at={status.lastSuccessfulSyncOn} />
        </Text>
        <Text size={200} className={styles.times}>
          {home.nextSync}: <Time at={status.nextDueOn} never={common.none} />
        </Text>
      </Tile>
      <Tile title={home.items.title}>
        <Counts
          of={[
            [home.items.linked, items.linked, { to: '/activities' }],
            [home.items.parked, items.parked, { to: '/failures' }],
            [home.items.noted, items.noted, null],
            [home.items.ended, items.ended, null],
          ]}
        />
      </Tile>
      <Tile title={home.alerts.title}>
        <Counts
          of={[
            [home.alerts.error, openAlerts.error, { to: '/alerts', search: { level: 'error' } }],
            [
              home.alerts.warning,
              openAlerts.warning,
              { to: '/alerts', search: { level: 'warning' } },
            ],
            [
              home.alerts.information,
              openAlerts.information,
              { to: '/alerts', search: { level: 'information' } },
            ],
          ]}
        />
      </Tile>
    </div>
  )
}

function Tile({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  const styles = useStyles()
  return (
    <Card className={styles.tile}>
      <CardHeader header={<h2 className={styles.tileTitle}>{title}</h2>} />
      {children}
    </Card>
  )
}

interface ListPlace {
  readonly to: string
  readonly search?: Readonly<Record<string, string>>
}

/** Name, number, and the list behind it. */
function Counts({
  of,
}: {
  readonly of: readonly (readonly [name: string, count: number, list: ListPlace | null])[]
}) {
  const styles = useStyles()
  return (
    <dl className={styles.counts}>
      {of.map(([name, count, list]) => (
        <div key={name} className={styles.count}>
          <dt>{name}</dt>
          <dd className={styles.number}>
            {list === null ? (
              count.toLocaleString('en')
            ) : (
              <RouterLink {...list} aria-label={`${name}: ${count}`}>
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
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 300px), 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  tile: { height: '100%', boxSizing: 'border-box' },
  tileTitle: { ...typographyStyles.subtitle2, margin: 0 },
  counts: { margin: 0, display: 'flex', flexDirection: 'column' },
  count: {
    display: 'flex',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} 0`,
  },
  number: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  times: { color: tokens.colorNeutralForeground2 },
})
