import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components'
import { History48Regular } from '@fluentui/react-icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { AuditRecord } from '@trackmark/admin-api'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../components/states.tsx'
import { Time } from '../../components/Time.tsx'
import { audit } from '../../strings/audit.ts'
import { shell } from '../../strings/shell.ts'
import { useAudit } from './use-audit.ts'
import { type AuditSearch, changesShown, changeText, readSearch } from './view-model.ts'

const COLUMNS: readonly Column<AuditRecord>[] = [
  {
    id: 'when',
    title: audit.columns.when,
    width: '180px',
    render: ({ createdOn }) => <Time at={createdOn} format="exact" />,
  },
  {
    id: 'who',
    title: audit.columns.who,
    width: 'minmax(120px, 1fr)',
    render: ({ userName }) => userName ?? audit.nobody,
  },
  {
    id: 'what',
    title: audit.columns.what,
    width: '100px',
    render: ({ operation }) => audit.operations[operation],
  },
  {
    id: 'object',
    title: audit.columns.object,
    width: 'minmax(200px, 2fr)',
    render: ({ table, objectName }) => `${audit.tables[table] ?? table}: ${objectName}`,
  },
  {
    id: 'changes',
    title: audit.columns.changes,
    width: 'minmax(240px, 3fr)',
    render: (record) => <Changes record={record} />,
  },
]

export function AuditPage() {
  const styles = useStyles()
  const search = readSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const choose = (chosen: AuditSearch) =>
    void navigate({ to: '/audit', search: readSearch({ ...search, ...chosen }), replace: true })
  return (
    <>
      <PageHeader
        title={audit.title}
        crumbs={[{ text: shell.pages.settings, to: '/settings' }]}
        description={audit.description}
      />
      <div className={styles.filters}>
        <Field label={audit.search} className={styles.search}>
          <SearchField
            label={audit.search}
            value={search.search ?? ''}
            onSearch={(text) => choose({ search: text })}
          />
        </Field>
        <Field label={audit.kind}>
          <Select value={search.table ?? ''} onChange={(_, { value }) => choose({ table: value })}>
            <option value="">{audit.anyTable}</option>
            {Object.entries(audit.tables).map(([table, name]) => (
              <option key={table} value={table}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={audit.from}>
          <Input
            type="date"
            value={search.from ?? ''}
            onChange={(_, { value }) => choose({ from: value })}
          />
        </Field>
        <Field label={audit.to}>
          <Input
            type="date"
            value={search.to ?? ''}
            onChange={(_, { value }) => choose({ to: value })}
          />
        </Field>
      </div>
      <Records search={search} />
    </>
  )
}

function Records({ search }: { readonly search: AuditSearch }) {
  const found = useAudit(search)
  if (found.isPending) return <LoadingState lines={8} />
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  const rows = found.data.pages.flatMap((page) => page.records)
  if (rows.length === 0) {
    const words = Object.keys(search).length === 0 ? audit.empty : audit.noMatch
    return (
      <EmptyState icon={<History48Regular />} title={words.title}>
        {words.text}
      </EmptyState>
    )
  }
  return (
    <DataTable
      label={audit.table}
      columns={COLUMNS}
      rows={rows}
      rowKey={(record) => record.auditId}
      rowName={(record) => record.objectName}
      total={found.hasNextPage ? null : rows.length}
      hasMore={found.hasNextPage}
      isLoadingMore={found.isFetchingNextPage}
      onLoadMore={() => void found.fetchNextPage()}
    />
  )
}

function Changes({ record }: { readonly record: AuditRecord }) {
  const styles = useStyles()
  const { shown, more } = changesShown(record.changes)
  return (
    <ul className={styles.changes}>
      {shown.map((change) => (
        <li key={change.name}>{changeText(change)}</li>
      ))}
      {more > 0 && <li>{audit.more(more)}</li>}
    </ul>
  )
}

const useStyles = makeStyles({
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalL,
  },
  search: { flex: '1 1 240px' },
  changes: { margin: 0, padding: 0, listStyleType: 'none', overflowWrap: 'anywhere' },
})
