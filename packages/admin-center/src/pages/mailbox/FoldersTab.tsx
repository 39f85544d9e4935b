import { FolderMailRegular } from '@fluentui/react-icons'
import type { MailboxFolder } from '@trackmark/admin-api'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../components/states.tsx'
import { common } from '../../strings/common.ts'
import { mailbox } from '../../strings/mailboxes.ts'
import { useFolders } from './use-mailbox.ts'

const { folders: text } = mailbox
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })

const COLUMNS: readonly Column<MailboxFolder>[] = [
  {
    id: 'name',
    title: text.columns.name,
    width: 'minmax(160px, 2fr)',
    render: ({ name }) => name ?? text.unnamed,
  },
  {
    id: 'kind',
    title: text.columns.kind,
    width: '110px',
    render: ({ kind }) => text.kinds[kind],
  },
  {
    id: 'state',
    title: text.columns.state,
    width: '140px',
    render: ({ state }) => text.states[state],
  },
  {
    id: 'linked',
    title: text.columns.linked,
    width: '120px',
    align: 'end',
    render: ({ linked }) => linked.toLocaleString('en'),
  },
  {
    id: 'window',
    title: text.columns.window,
    width: 'minmax(160px, 1fr)',
    render: ({ windowStart, windowEnd }) =>
      windowStart === null || windowEnd === null
        ? common.none
        : text.window(day.format(new Date(windowStart)), day.format(new Date(windowEnd))),
  },
]

/** What is read of the mailbox, and how far. */
export function FoldersTab({ mailboxId }: { readonly mailboxId: string }) {
  const found = useFolders(mailboxId)
  if (found.isPending) return <LoadingState lines={8} />
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  const { folders } = found.data
  if (folders.length === 0) {
    return (
      <EmptyState icon={<FolderMailRegular />} title={text.empty.title}>
        {text.empty.text}
      </EmptyState>
    )
  }
  return (
    <DataTable
      label={text.table}
      columns={COLUMNS}
      rows={folders}
      rowKey={(folder) => folder.folderId}
      rowName={(folder) => folder.name ?? text.unnamed}
      total={folders.length}
      hasMore={false}
      isLoadingMore={false}
      onLoadMore={() => {}}
    />
  )
}
