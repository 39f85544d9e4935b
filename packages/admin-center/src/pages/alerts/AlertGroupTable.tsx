import { Button } from '@fluentui/react-components'
import type { AlertGroup } from '@trackmark/admin-api'
import type { ReactNode } from 'react'
import type { QueryValue } from '../../api/client.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { MailboxLink } from '../../components/MailboxLink.tsx'
import { ErrorState, LoadingState } from '../../components/states.tsx'
import { Time } from '../../components/Time.tsx'
import { alerts as text } from '../../strings/alerts.ts'
import { AlertText } from './AlertText.tsx'
import { BulkQuestion } from './BulkQuestion.tsx'
import { useAlertGroups } from './use-alerts.ts'

interface AlertGroupTableProps {
  readonly query: Readonly<Record<string, QueryValue>>
  readonly showsMailbox: boolean
  readonly empty: ReactNode
  /** Shows the alerts of a group one by one. */
  readonly onShow: (group: AlertGroup) => void
}

/** Repeats as one line, with how often, first and last. */
export function AlertGroupTable({ query, showsMailbox, empty, onShow }: AlertGroupTableProps) {
  const list = useAlertGroups(query)
  const rows = list.data?.pages.flatMap((page) => page.groups) ?? []
  if (list.isPending) return <LoadingState lines={8} />
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  if (rows.length === 0) return empty
  return (
    <DataTable
      label={text.table}
      columns={columns(showsMailbox, onShow)}
      rows={rows}
      rowKey={({ code, mailboxId }) => `${code} ${mailboxId}`}
      rowName={(group) => group.text}
      total={null}
      hasMore={list.hasNextPage}
      isLoadingMore={list.isFetchingNextPage}
      onLoadMore={() => void list.fetchNextPage()}
    />
  )
}

function columns(showsMailbox: boolean, show: (group: AlertGroup) => void): Column<AlertGroup>[] {
  const mailbox: Column<AlertGroup> = {
    id: 'mailbox',
    title: text.columns.mailbox,
    width: 'minmax(0, 1fr)',
    render: ({ mailboxId, mailboxName }) =>
      mailboxId === null ? null : <MailboxLink id={mailboxId} name={mailboxName ?? mailboxId} />,
  }
  return [
    {
      id: 'alert',
      title: text.columns.alert,
      width: 'minmax(0, 5fr)',
      render: (group) => (
        <AlertText level={group.level} text={group.text}>
          {group.asking !== null && group.mailboxId !== null && (
            <BulkQuestion alertId={group.asking} mailboxId={group.mailboxId} />
          )}
        </AlertText>
      ),
    },
    ...(showsMailbox ? [mailbox] : []),
    {
      id: 'times',
      title: text.columns.times,
      width: '64px',
      align: 'end',
      render: ({ timesRaised }) => timesRaised.toLocaleString('en'),
    },
    {
      id: 'first',
      title: text.columns.first,
      width: '96px',
      render: ({ firstOn }) => <Time at={firstOn} />,
    },
    {
      id: 'last',
      title: text.columns.last,
      width: '96px',
      render: ({ lastOn }) => <Time at={lastOn} />,
    },
    {
      id: 'actions',
      title: text.columns.actions,
      width: '96px',
      render: (group) => (
        <Button size="small" onClick={() => show(group)}>
          {text.showAll(group.alerts)}
        </Button>
      ),
    },
  ]
}
