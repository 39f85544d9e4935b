import { Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { MailInbox48Regular } from '@fluentui/react-icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { isOwnerOnly, useMe } from '../../app/useMe.ts'
import { ColumnChooser, useColumnChoice } from '../../components/ColumnChooser.tsx'
import { Command } from '../../components/Command.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { FilterButtons } from '../../components/FilterButtons.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../components/states.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { common } from '../../strings/common.ts'
import { mailboxes as text } from '../../strings/mailboxes.ts'
import { MAILBOX_COLUMNS, SHOWN_BY_DEFAULT } from './columns.tsx'
import { MailboxCommands } from './MailboxCommands.tsx'
import { useMailboxes } from './useMailboxes.ts'
import {
  filterOf,
  isFiltered,
  type MailboxSearch,
  readSearch,
  sortOf,
  viewOf,
} from './viewModel.ts'

/** Parts of what is looked for; an empty text takes one back. */
type MailboxWish = Partial<Record<keyof MailboxSearch, string>>

export function MailboxesPage() {
  const search = readSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const choose = (wish: MailboxWish) =>
    void navigate({
      to: '/mailboxes',
      search: readSearch({ ...search, ...wish }),
      replace: true,
    })
  const {
    shown,
    chosen,
    choose: chooseColumns,
  } = useColumnChoice('mailboxes', MAILBOX_COLUMNS, SHOWN_BY_DEFAULT)
  const me = useMe()
  return (
    <>
      <PageHeader
        title={text.title}
        description={text.description}
        actions={
          <ColumnChooser columns={MAILBOX_COLUMNS} chosen={chosen} onChoose={chooseColumns} />
        }
      />
      {!isOwnerOnly(me) && (
        <FilterButtons
          label={text.view}
          choices={(['all', 'active', 'mine'] as const).map((value) => ({
            value,
            text: text.views[value],
          }))}
          value={viewOf(search)}
          onChoose={(view) => choose({ view })}
        />
      )}
      <Filters search={search} onChoose={choose} />
      <List search={search} columns={shown} onChoose={choose} />
    </>
  )
}

function Filters({
  search,
  onChoose,
}: {
  readonly search: MailboxSearch
  readonly onChoose: (wish: MailboxWish) => void
}) {
  const styles = useStyles()
  const select = (
    name: 'condition' | 'category',
    label: string,
    choices: Readonly<Record<string, string>>,
  ) => (
    <Field label={label}>
      <Select value={search[name] ?? ''} onChange={(_, { value }) => onChoose({ [name]: value })}>
        <option value="">{text.filters.any}</option>
        {Object.entries(choices).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  )
  return (
    <div className={styles.filters}>
      <Field label={text.search} className={styles.search}>
        <SearchField
          label={text.search}
          value={search.search ?? ''}
          onSearch={(words) => onChoose({ search: words })}
        />
      </Field>
      {select('condition', text.filters.state, text.states)}
      {select('category', text.filters.category, text.categories)}
    </div>
  )
}

function List({
  search,
  columns,
  onChoose,
}: {
  readonly search: MailboxSearch
  readonly columns: typeof MAILBOX_COLUMNS
  readonly onChoose: (wish: MailboxWish) => void
}) {
  const styles = useStyles()
  const found = useMailboxes(search)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [isAll, setAll] = useState(false)
  if (found.isPending) return <LoadingState lines={10} />
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  const rows = found.data.pages.flatMap((page) => page.mailboxes)
  const total = found.data.pages[0]?.total ?? null
  if (rows.length === 0) return <Nothing isFiltered={isFiltered(search)} />
  const clear = () => {
    setSelected(new Set())
    setAll(false)
  }
  const count = isAll ? (total ?? 0) : selected.size
  return (
    <>
      <Toolbar>
        <Text aria-live="polite" className={styles.count}>
          {count > 0 ? common.selected(count) : text.count(total ?? rows.length)}
        </Text>
        {count > 0 && (
          <>
            <MailboxCommands
              target={isAll ? { filter: filterOf(search) } : { ids: [...selected] }}
              count={count}
              onDone={clear}
            />
            <Button appearance="subtle" onClick={clear}>
              {text.commands.clear}
            </Button>
          </>
        )}
        {!isAll && total !== null && selected.size === rows.length && total > rows.length && (
          <Button appearance="subtle" onClick={() => setAll(true)}>
            {text.commands.allFound(total)}
          </Button>
        )}
      </Toolbar>
      <DataTable
        label={text.table}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.mailboxId}
        rowName={(row) => row.name}
        total={total}
        hasMore={found.hasNextPage}
        isLoadingMore={found.isFetchingNextPage}
        onLoadMore={() => void found.fetchNextPage()}
        sort={sortOf(search)}
        onSort={({ by, direction }) => onChoose({ sort: by, direction })}
        selection={{
          keys: selected,
          onChange: (keys) => {
            setAll(false)
            setSelected(keys)
          },
        }}
      />
    </>
  )
}

function Nothing({ isFiltered: filtered }: { readonly isFiltered: boolean }) {
  const words = filtered ? text.noMatch : text.empty
  return (
    <EmptyState
      icon={<MailInbox48Regular />}
      title={words.title}
      action={
        filtered ? undefined : (
          <Command
            title={text.empty.command}
            command='npx trackmark mailboxes add ada@contoso.com --profile "Exchange Online"'
          />
        )
      }
    >
      {words.text}
    </EmptyState>
  )
}

const useStyles = makeStyles({
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    margin: `${tokens.spacingVerticalM} 0`,
  },
  search: { flex: '1 1 240px' },
  count: { color: tokens.colorNeutralForeground2 },
})
