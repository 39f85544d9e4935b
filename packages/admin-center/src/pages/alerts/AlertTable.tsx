import { Badge, Button, makeStyles } from '@fluentui/react-components'
import type { Alert } from '@trackmark/admin-api'
import { type ReactNode, useState } from 'react'
import type { QueryValue } from '../../api/client.ts'
import { type Column, DataTable, type Selection } from '../../components/DataTable.tsx'
import { MailboxLink } from '../../components/MailboxLink.tsx'
import { ErrorState, LoadingState } from '../../components/states.tsx'
import { Time } from '../../components/Time.tsx'
import { alerts as text } from '../../strings/alerts.ts'
import { AlertDetails } from './AlertDetails.tsx'
import { AlertText } from './AlertText.tsx'
import { BulkQuestion } from './BulkQuestion.tsx'
import { useAlerts } from './use-alerts.ts'

interface AlertTableProps {
  readonly query: Readonly<Record<string, QueryValue>>
  readonly showsMailbox: boolean
  readonly selection: Selection | null
  readonly empty: ReactNode
}

/** Alerts one by one: details, answers, selection. */
export function AlertTable({ query, showsMailbox, selection, empty }: AlertTableProps) {
  const [shown, setShown] = useState<Alert | null>(null)
  const list = useAlerts(query)
  const rows = list.data?.pages.flatMap((page) => page.alerts) ?? []
  if (list.isPending) return <LoadingState lines={8} />
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  if (rows.length === 0) return empty
  return (
    <>
      <DataTable
        label={text.table}
        columns={columns(showsMailbox, setShown)}
        rows={rows}
        rowKey={({ alertId }) => alertId}
        rowName={(alert) => alert.text}
        total={null}
        hasMore={list.hasNextPage}
        isLoadingMore={list.isFetchingNextPage}
        onLoadMore={() => void list.fetchNextPage()}
        {...(selection === null ? {} : { selection })}
      />
      {shown !== null && <AlertDetails alert={shown} onClose={() => setShown(null)} />}
    </>
  )
}

function columns(showsMailbox: boolean, show: (alert: Alert) => void): Column<Alert>[] {
  const mailbox: Column<Alert> = {
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
      render: (alert) => (
        <AlertText level={alert.level} text={alert.text}>
          <AlertState alert={alert} />
        </AlertText>
      ),
    },
    ...(showsMailbox ? [mailbox] : []),
    {
      id: 'last',
      title: text.columns.last,
      width: '96px',
      render: ({ modifiedOn }) => <Time at={modifiedOn} />,
    },
    {
      id: 'actions',
      title: text.columns.actions,
      width: '96px',
      render: (alert) => (
        <Button size="small" onClick={() => show(alert)}>
          {text.details}
        </Button>
      ),
    },
  ]
}

/** The question with its buttons, or what became of the alert. */
function AlertState({ alert }: { readonly alert: Alert }) {
  const styles = useStyles()
  if (alert.isOpen && alert.question !== null && alert.mailboxId !== null) {
    return <BulkQuestion alertId={alert.alertId} mailboxId={alert.mailboxId} />
  }
  if (alert.isOpen) return null
  return (
    <Badge appearance="tint" color="informative" className={styles.badge}>
      {alert.answer === null ? text.closed : text.answered(alert.answer)}
    </Badge>
  )
}

const useStyles = makeStyles({
  badge: { alignSelf: 'flex-start' },
})
