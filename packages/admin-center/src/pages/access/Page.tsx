import { Badge, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { KeyRegular, People48Regular } from '@fluentui/react-icons'
import type { UseQueryResult } from '@tanstack/react-query'
import type { AccountRecord } from '@trackmark/admin-api'
import type { ReactNode } from 'react'
import { useMe } from '../../app/use-me.ts'
import { Command } from '../../components/Command.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../components/states.tsx'
import { Time } from '../../components/Time.tsx'
import { access } from '../../strings/access.ts'
import { common } from '../../strings/common.ts'
import { shell } from '../../strings/shell.ts'
import { type TokenRecord, useAccounts, useTokens } from './use-access.ts'

const { columns, commands } = access

const ACCOUNT_COLUMNS: readonly Column<AccountRecord>[] = [
  {
    id: 'name',
    title: columns.name,
    width: 'minmax(180px, 2fr)',
    render: (account) => account.signInName,
  },
  {
    id: 'user',
    title: columns.user,
    width: 'minmax(120px, 1fr)',
    render: (account) => account.userName ?? common.none,
  },
  {
    id: 'role',
    title: columns.role,
    width: 'minmax(140px, 1fr)',
    render: (account) => account.role,
  },
  {
    id: 'state',
    title: columns.state,
    width: '150px',
    render: (account) => <State of={account} />,
  },
  {
    id: 'lastSignIn',
    title: columns.lastSignIn,
    width: '130px',
    render: (account) => <Time at={account.lastSignInOn} />,
  },
]

const TOKEN_COLUMNS: readonly Column<TokenRecord>[] = [
  { id: 'name', title: columns.name, width: 'minmax(180px, 2fr)', render: (token) => token.name },
  {
    id: 'user',
    title: columns.user,
    width: 'minmax(120px, 1fr)',
    render: (token) => token.userName ?? common.none,
  },
  { id: 'role', title: columns.role, width: 'minmax(140px, 1fr)', render: (token) => token.role },
  {
    id: 'lastUsed',
    title: columns.lastUsed,
    width: '150px',
    render: (token) => <Time at={token.lastUsedOn} />,
  },
  {
    id: 'expires',
    title: columns.expires,
    width: '130px',
    render: (token) =>
      token.isExpired ? access.expired : <Time at={token.expiresOn} never={access.neverExpires} />,
  },
]

export function AccessPage() {
  const styles = useStyles()
  const { organization, organizations } = useMe()
  const of = organizations.length > 1 ? ` -e ${organization.uniqueName}` : ''
  return (
    <>
      <PageHeader
        title={access.title}
        crumbs={[{ text: shell.pages.settings, to: '/settings' }]}
        description={access.description}
      />
      <Section title={access.accounts} query={useAccounts()}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={<People48Regular />} title={access.noAccounts.title}>
              {access.noAccounts.text}
            </EmptyState>
          ) : (
            <Table
              label={access.accounts}
              columns={ACCOUNT_COLUMNS}
              rows={rows}
              id={(row) => row.userId}
              name={(row) => row.signInName}
            />
          )
        }
      </Section>
      <Section title={access.tokens} query={useTokens()}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={<KeyRegular />} title={access.noTokens.title}>
              {access.noTokens.text}
            </EmptyState>
          ) : (
            <Table
              label={access.tokens}
              columns={TOKEN_COLUMNS}
              rows={rows}
              id={(row) => row.tokenId}
              name={(row) => row.name}
            />
          )
        }
      </Section>
      <section className={styles.section}>
        <h2 className={styles.title}>{commands.title}</h2>
        <div className={styles.commands}>
          <Command
            title={commands.addAccount}
            command={`npx --no trackmark accounts add ada@contoso.com --role "Mailbox Owner"${of}`}
          />
          <Command
            title={commands.invite}
            command={`npx --no trackmark accounts invite ada@contoso.com${of}`}
          />
          <Command
            title={commands.disable}
            command={`npx --no trackmark accounts set ada@contoso.com --disable${of}`}
          />
          <Command
            title={commands.addToken}
            command={`npx --no trackmark tokens add "Nightly report" --role "Basic User"${of}`}
          />
          <Command
            title={commands.revoke}
            command={`npx --no trackmark tokens revoke "Nightly report"${of}`}
          />
        </div>
      </section>
    </>
  )
}

function Section<Row>({
  title,
  query,
  children,
}: {
  readonly title: string
  readonly query: UseQueryResult<readonly Row[]>
  readonly children: (rows: readonly Row[]) => ReactNode
}) {
  const styles = useStyles()
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{title}</h2>
      {query.isPending && <LoadingState lines={3} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && children(query.data)}
    </section>
  )
}

function Table<Row>(props: {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly id: (row: Row) => string
  readonly name: (row: Row) => string
}) {
  return (
    <DataTable
      label={props.label}
      columns={props.columns}
      rows={props.rows}
      rowKey={props.id}
      rowName={props.name}
      total={props.rows.length}
      hasMore={false}
      isLoadingMore={false}
      onLoadMore={() => {}}
    />
  )
}

function State({ of: { isDisabled, hasPassword } }: { readonly of: AccountRecord }) {
  if (isDisabled) {
    return (
      <Badge appearance="tint" color="danger">
        {access.states.disabled}
      </Badge>
    )
  }
  return (
    <Badge appearance="tint" color={hasPassword ? 'success' : 'informative'}>
      {hasPassword ? access.states.active : access.states.invited}
    </Badge>
  )
}

const useStyles = makeStyles({
  section: { marginBottom: tokens.spacingVerticalXXXL },
  title: { ...typographyStyles.subtitle1, margin: `0 0 ${tokens.spacingVerticalM}` },
  commands: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    maxWidth: '80ch',
  },
})
