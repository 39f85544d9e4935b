import { Button, Select } from '@fluentui/react-components'
import { ArrowSync20Regular, CheckmarkCircle48Regular } from '@fluentui/react-icons'
import type { Failure, FailureState } from '@trackmark/admin-api'
import { useState } from 'react'
import { isAdministrator, isOwnerOnly, useMe } from '../../app/use-me.ts'
import { FilterButtons } from '../../components/FilterButtons.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../components/states.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { withPart } from '../../components/with-part.ts'
import { failures as text } from '../../strings/failures.ts'
import { FailureDetails } from './FailureDetails.tsx'
import { FailureTable } from './FailureTable.tsx'
import { useFailedItems, useFailures, useRetry } from './use-failures.ts'
import {
  type FailureSearch,
  failureQuery,
  isFiltered,
  keyOf,
  mayTry,
  SECTIONS,
  STATES,
} from './view-model.ts'

interface FailureListProps {
  /** Failures of this mailbox only. */
  readonly mailboxId?: string
  /** Where the filters are kept; left out = here. */
  readonly search?: FailureSearch
  readonly onSearch?: (search: FailureSearch) => void
}

/** What couldn't be synchronized, or one mailbox's part of it. */
export function FailureList({ mailboxId, search: given, onSearch }: FailureListProps) {
  const [own, setOwn] = useState<FailureSearch>({})
  const search = given ?? own
  const setSearch = onSearch ?? setOwn
  const section = search.section ?? 'incoming'
  const me = useMe()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [shown, setShown] = useState<Failure | null>(null)
  const list = useFailures(failureQuery(search, mailboxId))
  const retry = useRetry()
  const rows = list.data?.pages.flatMap((page) => page.failures) ?? []
  const items = useFailedItems(rows)
  const counts = list.data?.pages[0]?.counts
  const chosen = rows.filter((row) => selected.has(keyOf(row)) && mayTry(row))
  const mayRetry = isAdministrator(me) || isOwnerOnly(me)
  const change = (part: { [K in keyof FailureSearch]?: FailureSearch[K] | undefined }) => {
    setSelected(new Set())
    setSearch(withPart(search, part))
  }
  const tryNow = async (failures: readonly Failure[]) => {
    await retry.mutateAsync(failures).catch(() => {})
    setSelected(new Set())
  }
  return (
    <>
      <Toolbar>
        <FilterButtons
          label={text.section}
          value={section}
          onChoose={(one) => change({ section: one })}
          choices={SECTIONS.map((value) => ({
            value,
            text: text.withCount(text.sections[value], counts?.[value]),
          }))}
        />
      </Toolbar>
      <Toolbar>
        <SearchField
          label={text.search}
          value={search.search ?? ''}
          onSearch={(words) => change({ search: words === '' ? undefined : words })}
        />
        <Select
          aria-label={text.state}
          value={search.state ?? ''}
          onChange={(_, { value }) =>
            change({ state: value === '' ? undefined : (value as FailureState) })
          }
        >
          <option value="">{text.allStates}</option>
          {STATES.map((state) => (
            <option key={state} value={state}>
              {text.states[state]}
            </option>
          ))}
        </Select>
        {mayRetry && (
          <Button
            icon={<ArrowSync20Regular />}
            disabled={chosen.length === 0 || retry.isPending}
            onClick={() => void tryNow(chosen)}
          >
            {text.tryNow}
          </Button>
        )}
      </Toolbar>
      {list.isPending && <LoadingState lines={8} />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && rows.length === 0 && (
        <EmptyState
          icon={<CheckmarkCircle48Regular />}
          title={text.empty.title}
          action={
            isFiltered(search) ? (
              <Button onClick={() => setSearch({ section })}>{text.empty.action}</Button>
            ) : undefined
          }
        >
          {isFiltered(search) ? text.empty.filtered : text.empty.text}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <FailureTable
          label={text.failed[section]}
          rows={rows}
          items={items}
          showsMailbox={mailboxId === undefined}
          hasMore={list.hasNextPage}
          isLoadingMore={list.isFetchingNextPage}
          onLoadMore={() => void list.fetchNextPage()}
          selection={mayRetry ? { keys: selected, onChange: setSelected } : null}
          onTry={(failure) => void tryNow([failure])}
          onShow={setShown}
        />
      )}
      {shown !== null && (
        <FailureDetails
          failure={shown}
          item={items.get(keyOf(shown))}
          onClose={() => setShown(null)}
        />
      )}
    </>
  )
}
