import { Badge, Button, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { Add20Regular, PlugConnected24Regular } from '@fluentui/react-icons'
import { createLink, getRouteApi, useNavigate } from '@tanstack/react-router'
import type { ServerProfile } from '@trackmark/admin-api'
import { useCallback } from 'react'
import { isAdministrator, useMe } from '../../app/use-me.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { RouterLink } from '../../components/RouterLink.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../components/states.tsx'
import { Time } from '../../components/Time.tsx'
import { common } from '../../strings/common.ts'
import { profiles } from '../../strings/profiles.ts'
import { settings } from '../../strings/settings.ts'
import { useProfileList } from './use-profiles.ts'
import type { ProfileQuery } from './view-model.ts'

const { columns: titles } = profiles
const ButtonLink = createLink(Button)

const COLUMNS: readonly Column<ServerProfile>[] = [
  {
    id: 'name',
    title: titles.name,
    width: 'minmax(180px, 2fr)',
    sortBy: 'name',
    render: (profile) => (
      <RouterLink to="/settings/email/profiles/$id" params={{ id: profile.profileId }}>
        {profile.name}
      </RouterLink>
    ),
  },
  {
    id: 'kind',
    title: titles.kind,
    width: 'minmax(130px, 1fr)',
    render: (profile) => profiles.kinds[profile.connector],
  },
  {
    id: 'state',
    title: titles.state,
    width: '160px',
    render: ({ isActive, isDefault }) => (
      <span>
        <Badge appearance="tint" color={isActive ? 'success' : 'informative'}>
          {isActive ? profiles.active : profiles.inactive}
        </Badge>{' '}
        {isDefault && <Badge appearance="outline">{profiles.isDefault}</Badge>}
      </span>
    ),
  },
  {
    id: 'mailboxes',
    title: titles.mailboxes,
    width: '100px',
    sortBy: 'mailboxes',
    align: 'end',
    render: (profile) => profile.mailboxes.toLocaleString('en'),
  },
  {
    id: 'lastTest',
    title: titles.lastTest,
    width: 'minmax(150px, 1fr)',
    render: ({ lastTest }) =>
      lastTest === null ? (
        <Time at={null} />
      ) : (
        <span>
          {profiles.results[lastTest.result]}, <Time at={lastTest.on} />
        </span>
      ),
  },
  {
    id: 'modifiedOn',
    title: titles.modifiedOn,
    width: '130px',
    sortBy: 'modifiedOn',
    render: (profile) => <Time at={profile.modifiedOn} />,
  },
]

const route = getRouteApi('/settings/email/profiles')

export function ProfilesPage() {
  const query = route.useSearch()
  const styles = useStyles()
  const me = useMe()
  const navigate = useNavigate()
  const list = useProfileList(query)
  const rows = list.data?.pages.flatMap((page) => page.profiles) ?? []
  const total = list.data?.pages[0]?.total ?? 0
  const go = useCallback(
    (change: Partial<ProfileQuery>) =>
      void navigate({
        to: '/settings/email/profiles',
        search: { ...query, ...change },
        replace: true,
      }),
    [navigate, query],
  )
  const search = useCallback((text: string) => go({ search: text }), [go])
  const add = (
    <ButtonLink
      as="a"
      appearance="primary"
      icon={<Add20Regular />}
      to="/settings/email/profiles/new"
    >
      {profiles.add}
    </ButtonLink>
  )
  const isFiltered = query.search !== '' || query.state !== 'all'
  return (
    <>
      <PageHeader
        title={profiles.title}
        crumbs={[{ text: settings.title, to: '/settings' }]}
        description={profiles.description}
        actions={isAdministrator(me) ? add : undefined}
      />
      <div className={styles.filters}>
        <div className={styles.search}>
          <SearchField label={profiles.search} value={query.search} onSearch={search} />
        </div>
        <Select
          aria-label={profiles.state}
          value={query.state}
          onChange={(_, { value }) => go({ state: value as ProfileQuery['state'] })}
        >
          {(['all', 'active', 'inactive'] as const).map((state) => (
            <option key={state} value={state}>
              {profiles.states[state]}
            </option>
          ))}
        </Select>
        <Text size={200} role="status" className={styles.count}>
          {list.isSuccess && common.rows(total)}
        </Text>
      </div>
      {list.isPending && <LoadingState />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && rows.length === 0 && (
        <EmptyState
          icon={<PlugConnected24Regular />}
          {...(isFiltered ? profiles.nothingFound : profiles.empty)}
          action={isFiltered ? undefined : add}
        >
          {isFiltered ? profiles.nothingFound.text : profiles.empty.text}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <DataTable
          label={profiles.list}
          columns={COLUMNS}
          rows={rows}
          rowKey={(profile) => profile.profileId}
          rowName={(profile) => profile.name}
          total={total}
          hasMore={list.hasNextPage}
          isLoadingMore={list.isFetchingNextPage}
          onLoadMore={() => void list.fetchNextPage()}
          sort={{ by: query.sort, direction: query.direction }}
          onSort={({ by, direction }) => go({ sort: by as ProfileQuery['sort'], direction })}
        />
      )}
    </>
  )
}

const useStyles = makeStyles({
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalM,
  },
  search: { display: 'flex', flex: '1 1 280px', maxWidth: '400px', '& > *': { flexGrow: 1 } },
  count: { color: tokens.colorNeutralForeground2 },
})
