import { Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { Add20Regular, MailInbox48Regular } from '@fluentui/react-icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type MailboxError, mailboxErrorText } from '@trackmark/admin-api'
import { useState } from 'react'
import { isAdministrator, isCustomizer, isOwnerOnly, useMe } from '../../app/use-me.ts'
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
import { AddDialog } from './AddDialog.tsx'
import { MAILBOX_COLUMNS, SHOWN_BY_DEFAULT } from './columns.tsx'
import { MailboxCommands } from './MailboxCommands.tsx'
import { useMailboxErrors, useMailboxes, useProfileChoices } from './use-mailboxes.ts'
import {
  filterOf,
  isFiltered,
  type MailboxSearch,
  readSearch,
  sortOf,
  viewOf,
} from './view-model.ts'

/** Parts of what is looked for; an empty text takes one back. */
type MailboxChoice = Partial<Record<keyof MailboxSearch, string>>

export function MailboxesPage() {
  const search = readSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const choose = (chosen: MailboxChoice) =>
    void navigate({
      to: '/mailboxes',
      search: readSearch({ ...search, ...chosen }),
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
          <>
            <ColumnChooser columns={MAILBOX_COLUMNS} chosen={chosen} onChoose={chooseColumns} />
            {isAdministrator(me) && <Add />}
          </>
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
      <Filters search={search} hasProfiles={isCustomizer(me)} onChoose={choose} />
      <List search={search} columns={shown} onChoose={choose} />
    </>
  )
}

function Add() {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button appearance="primary" icon={<Add20Regular />} onClick={() => setOpen(true)}>
        {text.commands.add}
      </Button>
      {isOpen && <AddDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function Filters({
  search,
  hasProfiles,
  onChoose,
}: {
  readonly search: MailboxSearch
  readonly hasProfiles: boolean
  readonly onChoose: (chosen: MailboxChoice) => void
}) {
  const styles = useStyles()
  const profiles = useProfileChoices(hasProfiles).data?.profiles ?? []
  const errors = errorChoices(useMailboxErrors().data?.errors ?? [], search.error)
  const select = (
    name: 'condition' | 'category' | 'profile' | 'approval' | 'test' | 'error',
    label: string,
    choices: Readonly<Record<string, string>>,
  ) => (
    <Field label={label} className={styles.choice}>
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
      {hasProfiles &&
        select('profile', text.filters.profile, {
          ...Object.fromEntries(profiles.map(({ profileId, name }) => [profileId, name])),
          none: text.filters.noProfile,
        })}
      {select('approval', text.filters.approval, text.approvals)}
      {select('test', text.filters.test, text.results)}
      {select('error', text.filters.error, errors)}
    </div>
  )
}

/** Kinds of errors by code; the one chosen stays to be seen when no mailbox has it any more. */
function errorChoices(
  found: readonly MailboxError[],
  chosen: string | undefined,
): Readonly<Record<string, string>> {
  const isThere = chosen === undefined || found.some(({ code }) => code === chosen)
  const all = isThere ? found : [...found, { code: chosen, mailboxes: 0 }]
  return Object.fromEntries(
    all.map(({ code, mailboxes }) => [
      code,
      text.filters.errorCount(mailboxErrorText(code, code), mailboxes),
    ]),
  )
}

function List({
  search,
  columns,
  onChoose,
}: {
  readonly search: MailboxSearch
  readonly columns: typeof MAILBOX_COLUMNS
  readonly onChoose: (chosen: MailboxChoice) => void
}) {
  const styles = useStyles()
  const found = useMailboxes(search)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  // Of the filter it was chosen for: under another one it would be others.
  const [allOf, setAllOf] = useState<string | null>(null)
  const mayCommand = isAdministrator(useMe())
  if (found.isPending) return <LoadingState lines={10} />
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  const rows = found.data.pages.flatMap((page) => page.mailboxes)
  const total = found.data.pages[0]?.total ?? null
  if (rows.length === 0) return <Nothing isFiltered={isFiltered(search)} />
  const filter = filterOf(search)
  const isAll = allOf === JSON.stringify(filter)
  // What a filter hides is left alone, though it was selected before.
  const chosen = rows.filter(({ mailboxId }) => selected.has(mailboxId))
  const clear = () => select(new Set())
  const select = (keys: ReadonlySet<string>) => {
    setAllOf(null)
    setSelected(keys)
  }
  const count = isAll ? (total ?? 0) : chosen.length
  return (
    <>
      <Toolbar>
        <Text aria-live="polite" className={styles.count}>
          {count > 0 ? common.selected(count) : text.count(total ?? rows.length)}
        </Text>
        {count > 0 && (
          <>
            <MailboxCommands
              target={isAll ? { filter } : { ids: chosen.map(({ mailboxId }) => mailboxId) }}
              count={count}
              who={isAll ? [] : chosen.map(({ mailboxId, name }) => ({ id: mailboxId, name }))}
              onDone={clear}
            />
            <Button appearance="subtle" onClick={clear}>
              {text.commands.clear}
            </Button>
          </>
        )}
        {!isAll && total !== null && chosen.length === rows.length && total > rows.length && (
          <Button appearance="subtle" onClick={() => setAllOf(JSON.stringify(filter))}>
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
        {...(mayCommand ? { selection: { keys: selected, onChange: select } } : {})}
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
            command='npx --no trackmark mailboxes add ada@contoso.com --profile "Exchange Online"'
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
  search: { flex: '1 1 100%' },
  // As wide as its place, however long what can be chosen reads.
  choice: { flex: '1 1 130px', minWidth: '130px', '& select': { minWidth: 0, width: '100%' } },
  count: { color: tokens.colorNeutralForeground2 },
})
