import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { MailInbox48Regular } from '@fluentui/react-icons'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { BAR_HEIGHT } from '../../components/measures.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../components/states.tsx'
import { useIsNarrow } from '../../components/use-is-narrow.ts'
import { withPart } from '../../components/with-part.ts'
import { activities as text } from '../../strings/activities.ts'
import { ActivityTable } from './ActivityTable.tsx'
import { Filters } from './Filters.tsx'
import { ReadingPane } from './ReadingPane.tsx'
import { useActivities } from './use-activities.ts'
import { type ActivitySearch, activityQuery, isFiltered } from './view-model.ts'

const route = getRouteApi('/activities')
const MINUTE_MS = 60_000

export function ActivitiesPage() {
  const styles = useStyles()
  const isNarrow = useIsNarrow()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const close = () => void navigate({ search: withPart(search, { id: undefined }) })
  const { id } = search
  return (
    <>
      <PageHeader title={text.title} description={text.description} />
      <div className={mergeClasses(styles.columns, id !== undefined && !isNarrow && styles.two)}>
        {(id === undefined || !isNarrow) && (
          <div className={styles.list}>
            <List
              search={search}
              onSearch={(next) => void navigate({ search: next, replace: true })}
            />
          </div>
        )}
        {id !== undefined && (
          <div className={mergeClasses(!isNarrow && styles.pane)}>
            <ReadingPane key={id} id={id} onClose={close} />
          </div>
        )}
      </div>
    </>
  )
}

function List({
  search,
  onSearch,
}: {
  readonly search: ActivitySearch
  readonly onSearch: (search: ActivitySearch) => void
}) {
  // "The last days" are counted from when the page was opened.
  const [now] = useState(() => Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS)
  const list = useActivities(activityQuery(search, now))
  const rows = list.data?.pages.flatMap((page) => page.activities) ?? []
  return (
    <>
      <Filters search={search} onSearch={onSearch} />
      {list.isPending && <LoadingState lines={10} />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && rows.length === 0 && (
        <EmptyState
          icon={<MailInbox48Regular />}
          title={text.empty.title}
          action={
            isFiltered(search) ? (
              <Button onClick={() => onSearch({})}>{text.empty.action}</Button>
            ) : undefined
          }
        >
          {isFiltered(search) ? text.empty.filtered : text.empty.text}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <ActivityTable
          rows={rows}
          openId={search.id}
          hasMore={list.hasNextPage}
          isLoadingMore={list.isFetchingNextPage}
          onLoadMore={() => void list.fetchNextPage()}
        />
      )}
    </>
  )
}

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalXL,
  },
  two: { gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)' },
  list: { minWidth: 0 },
  pane: {
    minWidth: 0,
    position: 'sticky',
    top: BAR_HEIGHT,
    alignSelf: 'start',
    maxHeight: `calc(100vh - ${BAR_HEIGHT})`,
    overflowY: 'auto',
    boxSizing: 'border-box',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingInlineStart: tokens.spacingHorizontalXL,
  },
})
