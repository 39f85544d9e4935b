import { Badge, Button, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { Edit20Regular, Options24Regular } from '@fluentui/react-icons'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { OrganizationSetting } from '@trackmark/admin-api'
import { useCallback, useState } from 'react'
import { isCustomizer, useMe } from '../../app/use-me.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../components/states.tsx'
import { Time } from '../../components/Time.tsx'
import { common } from '../../strings/common.ts'
import { organizationSettings as texts } from '../../strings/organization-settings.ts'
import { settings as hub } from '../../strings/settings.ts'
import { EditDialog } from './EditDialog.tsx'
import { useOrganizationSettings } from './use-organization-settings.ts'
import { type SettingsQuery, SHOWS, type Show, shownSettings, valueText } from './view-model.ts'

const route = getRouteApi('/settings/organization')

export function OrganizationSettingsPage() {
  const styles = useStyles()
  const query = route.useSearch()
  const navigate = useNavigate()
  const mayChange = isCustomizer(useMe())
  const list = useOrganizationSettings()
  const [editing, setEditing] = useState<string | null>(null)
  const all = list.data?.settings ?? []
  const rows = shownSettings(all, query)
  const edited = all.find((one) => one.name === editing)
  const go = useCallback(
    (change: Partial<SettingsQuery>) =>
      void navigate({
        to: '/settings/organization',
        search: { ...query, ...change },
        replace: true,
      }),
    [navigate, query],
  )
  const search = useCallback((text: string) => go({ search: text }), [go])
  return (
    <>
      <PageHeader
        title={texts.heading}
        crumbs={[{ text: hub.title, to: '/settings' }]}
        description={texts.description}
      />
      <div className={styles.filters}>
        <div className={styles.search}>
          <SearchField label={texts.search} value={query.search} onSearch={search} />
        </div>
        <Select
          aria-label={texts.show}
          value={query.show}
          onChange={(_, { value }) => go({ show: value as Show })}
        >
          {SHOWS.map((show) => (
            <option key={show} value={show}>
              {texts.shows[show]}
            </option>
          ))}
        </Select>
        <Text size={200} role="status" className={styles.quiet}>
          {list.isSuccess && texts.count(rows.length, all.length)}
        </Text>
      </div>
      {list.isPending && <LoadingState lines={16} />}
      {list.isError && list.data === undefined && (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.isSuccess && rows.length === 0 && (
        <EmptyState
          icon={<Options24Regular />}
          title={texts.empty.title}
          action={
            <Button onClick={() => go({ search: '', show: 'all' })}>{texts.shows.all}</Button>
          }
        >
          {texts.empty.text}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <DataTable
          label={texts.list}
          columns={columnsOf(mayChange, setEditing)}
          rows={rows}
          rowKey={(setting) => setting.name}
          rowName={(setting) => setting.name}
          total={rows.length}
          hasMore={false}
          isLoadingMore={false}
          onLoadMore={() => {}}
        />
      )}
      {edited !== undefined && (
        <EditDialog key={edited.name} setting={edited} onClose={() => setEditing(null)} />
      )}
    </>
  )
}

const { columns: titles } = texts

function columnsOf(
  mayChange: boolean,
  onEdit: (name: string) => void,
): readonly Column<OrganizationSetting>[] {
  return [
    {
      id: 'name',
      title: titles.name,
      width: 'minmax(240px, 3fr)',
      render: (setting) => <Name setting={setting} />,
    },
    {
      id: 'value',
      title: titles.value,
      width: 'minmax(110px, 1fr)',
      render: (setting) => <Value setting={setting} />,
    },
    {
      id: 'default',
      title: titles.default,
      width: 'minmax(80px, 1fr)',
      render: (setting) => valueText(setting.default),
    },
    {
      id: 'mustBe',
      title: titles.mustBe,
      width: 'minmax(140px, 1.5fr)',
      render: (setting) => setting.mustBe,
    },
    {
      id: 'effect',
      title: titles.effect,
      width: '100px',
      render: ({ effect }) => (
        <Badge appearance="tint" color={effect === 'acts' ? 'success' : 'informative'}>
          {texts.effects[effect]}
        </Badge>
      ),
    },
    {
      id: 'changed',
      title: titles.changed,
      width: 'minmax(120px, 1fr)',
      render: ({ changedOn, changedBy }) => (
        <span>
          <Time at={changedOn} never={common.none} />
          {changedBy !== null && ` ${hub.by(changedBy)}`}
        </span>
      ),
    },
    ...(mayChange
      ? [
          {
            id: 'edit',
            title: texts.edit,
            width: '64px',
            render: ({ name }: OrganizationSetting) => (
              <Button
                appearance="subtle"
                icon={<Edit20Regular />}
                aria-label={texts.editOf(name)}
                onClick={() => onEdit(name)}
              />
            ),
          },
        ]
      : []),
  ]
}

function Name({ setting }: { readonly setting: OrganizationSetting }) {
  const styles = useStyles()
  return (
    <span className={styles.name}>
      <span>{setting.name}</span>
      {setting.description !== null && (
        <Text size={200} className={styles.quiet}>
          {setting.description}
        </Text>
      )}
    </span>
  )
}

function Value({ setting }: { readonly setting: OrganizationSetting }) {
  const styles = useStyles()
  const text = valueText(setting.value)
  return setting.from === 'set' ? (
    <span>
      <strong className={styles.value}>{text}</strong>{' '}
      <Badge appearance="outline" size="small">
        {texts.set}
      </Badge>
    </span>
  ) : (
    <span className={styles.value}>{text}</span>
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
  quiet: { color: tokens.colorNeutralForeground2 },
  name: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  value: { overflowWrap: 'anywhere' },
})
