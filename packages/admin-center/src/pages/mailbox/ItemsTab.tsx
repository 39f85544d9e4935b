import { Badge, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { MailMultipleRegular } from '@fluentui/react-icons'
import type { MailboxItem } from '@trackmark/admin-api'
import { useState } from 'react'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { RouterLink } from '../../components/RouterLink.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../components/states.tsx'
import { Time } from '../../components/Time.tsx'
import { common } from '../../strings/common.ts'
import { mailbox } from '../../strings/mailboxes.ts'
import { type ItemFilter, useItems } from './use-mailbox.ts'

const { items: text } = mailbox

const STATE_COLORS = {
  linked: 'success',
  parked: 'danger',
  noted: 'informative',
  ended: 'subtle',
} as const

const COLUMNS: readonly Column<MailboxItem>[] = [
  {
    id: 'subject',
    title: text.columns.subject,
    width: 'minmax(180px, 2fr)',
    render: (item) => <Subject item={item} />,
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
    width: '110px',
    render: ({ state }) => (
      <Badge appearance="tint" color={STATE_COLORS[state]}>
        {text.states[state]}
      </Badge>
    ),
  },
  {
    id: 'tracked',
    title: text.columns.tracked,
    width: 'minmax(140px, 1fr)',
    render: ({ tracked }) =>
      tracked === null ? common.none : text.how[tracked.how](tracked.by ?? common.none),
  },
  {
    id: 'decision',
    title: text.columns.decision,
    width: 'minmax(220px, 2fr)',
    render: (item) => <Decision item={item} />,
  },
]

/** Every item something was decided for, and why. */
export function ItemsTab({ mailboxId }: { readonly mailboxId: string }) {
  const styles = useStyles()
  const [filter, setFilter] = useState<ItemFilter>({ search: '', state: '', kind: '' })
  const choose = (part: Partial<ItemFilter>) => setFilter({ ...filter, ...part })
  return (
    <>
      <div className={styles.filters}>
        <Field label={text.search} className={styles.search}>
          <SearchField
            label={text.search}
            value={filter.search}
            onSearch={(search) => choose({ search })}
          />
        </Field>
        <Choice
          label={text.state}
          choices={text.states}
          value={filter.state}
          onChoose={(state) => choose({ state })}
        />
        <Choice
          label={text.kind}
          choices={text.kinds}
          value={filter.kind}
          onChoose={(kind) => choose({ kind })}
        />
      </div>
      <Items mailboxId={mailboxId} filter={filter} />
    </>
  )
}

function Choice(props: {
  readonly label: string
  readonly choices: Readonly<Record<string, string>>
  readonly value: string
  readonly onChoose: (value: string) => void
}) {
  return (
    <Field label={props.label}>
      <Select value={props.value} onChange={(_, { value }) => props.onChoose(value)}>
        <option value="">{common.all}</option>
        {Object.entries(props.choices).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  )
}

function Items({ mailboxId, filter }: { readonly mailboxId: string; readonly filter: ItemFilter }) {
  const found = useItems(mailboxId, filter)
  if (found.isPending) return <LoadingState lines={8} />
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  const rows = found.data.pages.flatMap((page) => page.items)
  if (rows.length === 0) {
    return (
      <EmptyState icon={<MailMultipleRegular />} title={text.empty.title}>
        {text.empty.text}
      </EmptyState>
    )
  }
  return (
    <DataTable
      label={text.table}
      columns={COLUMNS}
      rows={rows}
      rowKey={(item) => item.key}
      rowName={(item) => item.subject ?? text.noSubject}
      total={found.data.pages[0]?.total ?? null}
      hasMore={found.hasNextPage}
      isLoadingMore={found.isFetchingNextPage}
      onLoadMore={() => void found.fetchNextPage()}
    />
  )
}

function Subject({ item: { subject, activityId } }: { readonly item: MailboxItem }) {
  const styles = useStyles()
  if (activityId === null) return <Text className={styles.soft}>{subject ?? text.noSubject}</Text>
  return (
    <RouterLink to="/activities" search={{ id: activityId }}>
      {subject ?? text.noSubject}
    </RouterLink>
  )
}

function Decision({ item: { decision, park } }: { readonly item: MailboxItem }) {
  const styles = useStyles()
  return (
    <div className={styles.decision}>
      <span>{decision.inWords}</span>
      {park !== null && <span>{park.reason}</span>}
      <span className={styles.soft}>
        {text.rule(decision.rule, decision.seen)}, <Time at={decision.at} />
      </span>
    </div>
  )
}

const useStyles = makeStyles({
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalM,
  },
  search: { flex: '1 1 240px' },
  soft: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  decision: { display: 'flex', flexDirection: 'column', whiteSpace: 'normal' },
})
