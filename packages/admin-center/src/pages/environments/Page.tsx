import { Badge, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components'
import { getRouteApi } from '@tanstack/react-router'
import type { Environment } from '@trackmark/admin-api'
import type { ReactNode } from 'react'
import { useMe } from '../../app/use-me.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { RouterLink, TextLink } from '../../components/RouterLink.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../components/states.tsx'
import { common } from '../../strings/common.ts'
import { environments as texts } from '../../strings/environments.ts'
import { useEnvironments } from './use-environments.ts'
import { centerOf, commandsFor, webApiOf } from './view-model.ts'

const { columns: titles } = texts

const categoryText = ({ trackCategorizedItems: isOn }: Environment): string =>
  isOn === null ? texts.unknown : isOn ? common.on : common.off

function columnsFor(here: string): readonly Column<Environment>[] {
  return [
    {
      id: 'name',
      title: titles.name,
      width: 'minmax(180px, 2fr)',
      render: ({ uniqueName, displayName }) => (
        <span>
          <RouterLink to="/environments/$name" params={{ name: uniqueName }}>
            {displayName}
          </RouterLink>{' '}
          {uniqueName === here && <Badge appearance="tint">{texts.current}</Badge>}
        </span>
      ),
    },
    {
      id: 'uniqueName',
      title: titles.uniqueName,
      width: 'minmax(110px, 1fr)',
      render: (one) => one.uniqueName,
    },
    {
      id: 'version',
      title: titles.version,
      width: 'minmax(110px, 1fr)',
      render: (one) => one.version,
    },
    { id: 'state', title: titles.state, width: '110px', render: (one) => <State of={one} /> },
    { id: 'category', title: titles.category, width: '140px', render: categoryText },
    {
      id: 'mailboxes',
      title: titles.mailboxes,
      width: '180px',
      align: 'end',
      render: (one) => one.mailboxes.toLocaleString('en'),
    },
  ]
}

const State = ({ of }: { readonly of: Environment }) => (
  <Badge appearance="tint" color={of.isDisabled ? 'informative' : 'success'}>
    {of.isDisabled ? texts.disabled : texts.enabled}
  </Badge>
)

export function EnvironmentsPage() {
  const me = useMe()
  const list = useEnvironments()
  const rows = list.data?.environments ?? []
  return (
    <>
      <PageHeader title={texts.title} description={texts.description} />
      {list.isPending && <LoadingState lines={4} />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {rows.length > 0 && (
        <DataTable
          label={texts.list}
          columns={columnsFor(me.organization.uniqueName)}
          rows={rows}
          rowKey={(one) => one.organizationId}
          rowName={(one) => one.displayName}
          total={rows.length}
          hasMore={false}
          isLoadingMore={false}
          onLoadMore={() => {}}
        />
      )}
    </>
  )
}

const route = getRouteApi('/environments/$name')

export function EnvironmentPage() {
  const { name } = route.useParams()
  const list = useEnvironments()
  const found = list.data?.environments.find((one) => one.uniqueName === name)
  return (
    <>
      <PageHeader
        title={found?.displayName ?? texts.title}
        crumbs={[{ text: texts.title, to: '/environments' }]}
        description={found === undefined ? undefined : <State of={found} />}
      />
      {list.isPending && <LoadingState lines={8} />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && found === undefined && (
        <EmptyState
          title={texts.notFound.title}
          action={<RouterLink to="/environments">{texts.notFound.action}</RouterLink>}
        >
          {texts.notFound.text}
        </EmptyState>
      )}
      {found !== undefined && <Details environment={found} />}
    </>
  )
}

function Details({ environment }: { readonly environment: Environment }) {
  const styles = useStyles()
  const me = useMe()
  const { uniqueName, displayName, hostNames } = environment
  const isHere = uniqueName === me.organization.uniqueName
  const here = window.location.href
  return (
    <>
      <section className={styles.section}>
        <h2 className={styles.title}>{texts.details}</h2>
        <dl className={styles.facts}>
          <Fact name={titles.uniqueName}>{uniqueName}</Fact>
          <Fact name={titles.version}>{environment.version}</Fact>
          <Fact name={titles.category}>{categoryText(environment)}</Fact>
          <Fact name={titles.mailboxes}>{environment.mailboxes.toLocaleString('en')}</Fact>
          <Fact name={texts.hostNames}>
            {hostNames.length === 0 ? texts.none : hostNames.join(', ')}
          </Fact>
          <Fact name={texts.webApi}>{webApiOf(uniqueName, here)}</Fact>
          <Fact name={texts.id}>{environment.organizationId}</Fact>
        </dl>
        {isHere ? (
          <p className={styles.next}>
            <Text>{texts.here}</Text> <RouterLink to="/settings">{texts.settings}</RouterLink>
          </p>
        ) : (
          !environment.isDisabled && (
            <p className={styles.next}>
              <TextLink href={centerOf(uniqueName, here)}>{texts.open(displayName)}</TextLink>{' '}
              <Text className={styles.quiet}>{texts.openHint}</Text>
            </p>
          )
        )}
      </section>
      {me.ofInstallation && (
        <section className={styles.section}>
          <h2 className={styles.title}>{texts.commandsTitle}</h2>
          <Text>{texts.commandsHint}</Text>
          <dl className={styles.facts}>
            {commandsFor(environment).map(({ title, line }) => (
              <Fact key={title} name={title}>
                <code className={styles.code}>{line}</code>
              </Fact>
            ))}
          </dl>
        </section>
      )}
    </>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <div className={styles.fact}>
      <dt className={styles.quiet}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  )
}

const useStyles = makeStyles({
  section: { marginBottom: tokens.spacingVerticalXXL, maxWidth: '880px' },
  title: { ...typographyStyles.subtitle1, margin: `0 0 ${tokens.spacingVerticalM}` },
  facts: { margin: 0 },
  fact: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    '& dt': { flex: '0 0 200px' },
  },
  value: { flex: '1 1 240px', minWidth: 0, margin: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  code: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  next: { margin: `${tokens.spacingVerticalL} 0 0` },
})
