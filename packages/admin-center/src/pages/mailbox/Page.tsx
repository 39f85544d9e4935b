import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { MailboxDetail } from '@trackmark/admin-api'
import { apiUrl } from '../../api/client.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import { TextLink } from '../../components/RouterLink.tsx'
import { ErrorState, LoadingState } from '../../components/states.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { mailboxes as list, mailbox as text } from '../../strings/mailboxes.ts'
import { AlertList } from '../alerts/AlertList.tsx'
import { FailureList } from '../failures/FailureList.tsx'
import { MailboxCommands } from '../mailboxes/MailboxCommands.tsx'
import { CyclesTab } from './CyclesTab.tsx'
import { FoldersTab } from './FoldersTab.tsx'
import { ItemsTab } from './ItemsTab.tsx'
import { SummaryTab } from './SummaryTab.tsx'
import { useMailbox } from './use-mailbox.ts'
import { type MailboxTab, readSearch, TABS } from './view-model.ts'

export function MailboxPage() {
  const { mailboxId } = useParams({ strict: false }) as { readonly mailboxId: string }
  const found = useMailbox(mailboxId)
  const crumbs = [{ text: list.title, to: '/mailboxes' }]
  if (found.isError) {
    return (
      <>
        <PageHeader title={list.title} crumbs={crumbs} />
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      </>
    )
  }
  if (found.data === undefined) return <LoadingState lines={10} />
  return (
    <>
      <PageHeader title={found.data.name} crumbs={crumbs} description={found.data.emailAddress} />
      <Form of={found.data} />
    </>
  )
}

function Form({ of }: { readonly of: MailboxDetail }) {
  const styles = useStyles()
  const { tab = 'summary' } = readSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const { mailboxId } = of
  const details = apiUrl(`mailboxes/${mailboxId}/details`).href
  const open = (chosen: MailboxTab) =>
    void navigate({
      to: '/mailboxes/$mailboxId',
      params: { mailboxId },
      search: readSearch({ tab: chosen }),
      replace: true,
    })
  const counts: Partial<Record<MailboxTab, number>> = {
    alerts: of.openAlerts,
    items: of.linked,
    failures: of.parked,
  }
  return (
    <>
      <Toolbar>
        <MailboxCommands
          target={{ ids: [mailboxId] }}
          count={1}
          who={[{ id: mailboxId, name: of.name, ownerId: of.ownerId }]}
        />
        <TextLink href={details} download>
          {list.commands.download}
        </TextLink>
      </Toolbar>
      <div className={styles.tabs}>
        <TabList
          aria-label={text.tabList}
          selectedValue={tab}
          onTabSelect={(_, { value }) => open(value as MailboxTab)}
        >
          {TABS.map((one) => (
            <Tab key={one} value={one}>
              {text.tabs[one]}
              {counts[one] !== undefined && ` (${counts[one].toLocaleString('en')})`}
            </Tab>
          ))}
        </TabList>
      </div>
      {tab === 'summary' && <SummaryTab of={of} />}
      {tab === 'alerts' && <AlertList mailboxId={mailboxId} />}
      {tab === 'items' && <ItemsTab mailboxId={mailboxId} />}
      {tab === 'failures' && <FailureList mailboxId={mailboxId} />}
      {tab === 'cycles' && <CyclesTab mailboxId={mailboxId} />}
      {tab === 'folders' && <FoldersTab mailboxId={mailboxId} />}
    </>
  )
}

const useStyles = makeStyles({
  tabs: {
    overflowX: 'auto',
    marginBottom: tokens.spacingVerticalL,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
})
