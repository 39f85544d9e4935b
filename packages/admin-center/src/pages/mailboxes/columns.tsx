import { Badge, makeStyles, tokens } from '@fluentui/react-components'
import {
  type MailboxCategory,
  type MailboxCondition,
  type MailboxListRow,
  type MailboxTestStatus,
  mailboxErrorText,
} from '@trackmark/admin-api'
import type { Column } from '../../components/DataTable.tsx'
import { MailboxLink } from '../../components/MailboxLink.tsx'
import { Time } from '../../components/Time.tsx'
import { common } from '../../strings/common.ts'
import { mailboxes as text } from '../../strings/mailboxes.ts'

const STATE_COLORS = {
  synchronized: 'success',
  partial: 'warning',
  waiting: 'informative',
  failing: 'danger',
  off: 'subtle',
} as const

export const Condition = ({ state }: { readonly state: MailboxCondition }) => (
  <Badge appearance="tint" color={STATE_COLORS[state]}>
    {text.states[state]}
  </Badge>
)

const CATEGORY_COLORS = { provisioned: 'brand', removed: 'subtle', absent: 'informative' } as const

export const Category = ({ category }: { readonly category: MailboxCategory }) => (
  <Badge appearance="tint" color={CATEGORY_COLORS[category]}>
    {text.categories[category]}
  </Badge>
)

const RESULT_COLORS = { success: 'success', failure: 'danger', notRun: 'subtle' } as const

export const Result = ({ status }: { readonly status: MailboxTestStatus }) => (
  <Badge appearance="tint" color={RESULT_COLORS[status]}>
    {text.results[status]}
  </Badge>
)

function Name({ row }: { readonly row: MailboxListRow }) {
  const styles = useStyles()
  return (
    <span className={styles.name}>
      <MailboxLink id={row.mailboxId} name={row.name} />
      <span className={styles.address}>{row.emailAddress}</span>
    </span>
  )
}

/** Why the last cycle failed, in words; the mail server's own are on the mailbox's form. */
function LastError({ row }: { readonly row: MailboxListRow }) {
  const styles = useStyles()
  if (row.lastError === null) return common.none
  return (
    <span className={styles.name}>
      <span className={styles.error} title={row.lastError}>
        {mailboxErrorText(row.lastErrorCode, row.lastError)}
      </span>
      {row.failingSince !== null && (
        <span className={styles.address}>
          {text.failingSince} <Time at={row.failingSince} />
        </span>
      )}
    </span>
  )
}

const { columns } = text

const number = (
  id: 'linked' | 'parked' | 'openAlerts',
  title: string,
  sortBy?: string,
): Column<MailboxListRow> => ({
  id,
  title,
  width: '72px',
  align: 'end',
  render: (row) => row[id].toLocaleString('en'),
  ...(sortBy === undefined ? {} : { sortBy }),
})

const result = (id: 'incoming' | 'outgoing' | 'act', title: string): Column<MailboxListRow> => ({
  id,
  title,
  width: '140px',
  render: (row) => <Result status={row.results[id]} />,
})

export const MAILBOX_COLUMNS: readonly Column<MailboxListRow>[] = [
  {
    id: 'name',
    title: columns.name,
    width: 'minmax(180px, 2fr)',
    sortBy: 'name',
    render: (row) => <Name row={row} />,
  },
  {
    id: 'state',
    title: columns.state,
    width: '120px',
    sortBy: 'state',
    render: (row) => <Condition state={row.state} />,
  },
  {
    id: 'error',
    title: columns.error,
    width: 'minmax(180px, 2fr)',
    render: (row) => <LastError row={row} />,
  },
  {
    id: 'category',
    title: columns.category,
    width: '104px',
    render: (row) => <Category category={row.category} />,
  },
  {
    id: 'lastSync',
    title: columns.lastSync,
    width: '112px',
    sortBy: 'lastSync',
    render: (row) => <Time at={row.lastSuccessfulSyncOn} />,
  },
  {
    id: 'nextDue',
    title: columns.nextDue,
    width: '110px',
    sortBy: 'nextDue',
    render: (row) => <Time at={row.nextDueOn} never={common.none} format="due" />,
  },
  number('linked', columns.linked),
  number('parked', columns.parked),
  number('openAlerts', columns.alerts, 'alerts'),
  {
    id: 'profile',
    title: columns.profile,
    width: 'minmax(120px, 1fr)',
    render: (row) => row.profileName ?? common.none,
  },
  {
    id: 'approval',
    title: columns.approval,
    width: '140px',
    render: (row) => text.approvals[row.approval],
  },
  result('incoming', columns.incoming),
  result('outgoing', columns.outgoing),
  result('act', columns.act),
  {
    id: 'owner',
    title: columns.owner,
    width: 'minmax(120px, 1fr)',
    render: (row) => row.ownerName ?? common.none,
  },
]

export const SHOWN_BY_DEFAULT = ['state', 'error', 'category', 'lastSync', 'linked', 'openAlerts']

const useStyles = makeStyles({
  name: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  error: {
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
  },
  address: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
})
