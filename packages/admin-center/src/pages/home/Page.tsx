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
import { isCustomizer, useMe } from '../../app/use-me.ts'
import { Counts, type ListPlace } from '../../components/Counts.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { RouterLink } from '../../components/RouterLink.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../components/states.tsx'
import { Time } from '../../components/Time.tsx'
import { common } from '../../strings/common.ts'
import { home } from '../../strings/home.ts'
import { NextSteps, SandboxLink } from './NextSteps.tsx'
import { Questions } from './Questions.tsx'
import { StandstillBar } from './StandstillBar.tsx'
import { type Status, useStatus } from './use-status.ts'

const PROFILES: string = '/settings/email/profiles'
const TRACKING: string = '/settings/email/tracking'

export function HomePage() {
  const me = useMe()
  const status = useStatus()
  // Until then the steps have the link.
  const isAtWork = status.data !== undefined && !tracksNothing(status.data)
  return (
    <>
      <PageHeader
        title={home.title}
        description={home.description(me.organization.friendlyName)}
        actions={isAtWork && me.sandboxUrl !== null && <SandboxLink url={me.sandboxUrl} />}
      />
      {status.isPending && <LoadingState lines={8} />}
      {status.isError && <ErrorState error={status.error} onRetry={() => void status.refetch()} />}
      {status.data !== undefined && (
        <>
          {status.data.standstill !== null && <StandstillBar of={status.data.standstill} />}
          {status.data.questions > 0 && <Questions count={status.data.questions} />}
          {!isAtWork && <NextSteps me={me} status={status.data} />}
          <Overview status={status.data} mayChange={isCustomizer(me)} />
        </>
      )}
    </>
  )
}

/** Mailboxes are there, and nobody has had anything tracked in them so far. */
const tracksNothing = ({ mailboxes, items }: Status): boolean =>
  knownMailboxes(mailboxes) > 0 && items.linked === 0 && items.ended === 0 && items.parked === 0

const knownMailboxes = (mailboxes: Status['mailboxes']): number =>
  Object.values(mailboxes).reduce((sum, count) => sum + count, 0)

function Overview({ status, mayChange }: { readonly status: Status; readonly mayChange: boolean }) {
  const styles = useStyles()
  const { mailboxes, items, openAlerts } = status
  if (knownMailboxes(mailboxes) === 0) {
    return (
      <EmptyState
        icon={<MailInbox48Regular />}
        title={home.noMailboxes.title}
        action={
          mayChange ? <RouterLink to={PROFILES}>{home.noMailboxes.action}</RouterLink> : undefined
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
        {mayChange && <RouterLink to={TRACKING}>{home.category.change}</RouterLink>}
      </Tile>
      <Tile title={home.mailboxes.title}>
        <Counts
          of={[
            {
              name: home.mailboxes.synchronized,
              count: mailboxes.synchronized,
              list: inState('synchronized'),
            },
            {
              name: home.mailboxes.partial,
              count: mailboxes.partial,
              list: inState('partial'),
              tone: 'warning',
            },
            { name: home.mailboxes.waiting, count: mailboxes.waiting, list: inState('waiting') },
            {
              name: home.mailboxes.failing,
              count: mailboxes.failing,
              list: inState('failing'),
              tone: 'danger',
            },
            { name: home.mailboxes.off, count: mailboxes.off, list: inState('off') },
          ]}
        />
        <Text size={200} className={styles.times}>
          {home.lastSync}: <Time at={status.lastSuccessfulSyncOn} />
        </Text>
        <Text size={200} className={styles.times}>
          {home.nextSync}: <Time at={status.nextDueOn} never={common.none} format="due" />
        </Text>
      </Tile>
      <Tile title={home.items.title}>
        <Counts
          of={[
            { name: home.items.linked, count: items.linked, list: { to: '/activities' } },
            {
              name: home.items.parked,
              count: items.parked,
              list: { to: '/failures' },
              tone: 'danger',
            },
            { name: home.items.noted, count: items.noted },
            { name: home.items.ended, count: items.ended },
          ]}
        />
      </Tile>
      <Tile title={home.alerts.title}>
        <Counts
          of={[
            {
              name: home.alerts.error,
              count: openAlerts.error,
              list: ofLevel('error'),
              tone: 'danger',
            },
            {
              name: home.alerts.warning,
              count: openAlerts.warning,
              list: ofLevel('warning'),
              tone: 'warning',
            },
            {
              name: home.alerts.information,
              count: openAlerts.information,
              list: ofLevel('information'),
            },
          ]}
        />
      </Tile>
    </div>
  )
}

const inState = (condition: string): ListPlace => ({ to: '/mailboxes', search: { condition } })
const ofLevel = (level: string): ListPlace => ({ to: '/alerts', search: { level } })

function Tile({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  const styles = useStyles()
  return (
    <Card className={styles.tile}>
      <CardHeader header={<h2 className={styles.tileTitle}>{title}</h2>} />
      {children}
    </Card>
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
  times: { color: tokens.colorNeutralForeground2 },
})
