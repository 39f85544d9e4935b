import {
  Card,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Text,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import {
  type MailboxDetail,
  type MailboxTest,
  mailboxErrorHelp,
  mailboxErrorText,
} from '@trackmark/admin-api'
import type { ReactNode } from 'react'
import { type Fact, Facts } from '../../components/Facts.tsx'
import { Time } from '../../components/Time.tsx'
import { amount } from '../../components/time.ts'
import { common } from '../../strings/common.ts'
import { mailboxes as list, mailbox as text } from '../../strings/mailboxes.ts'
import { Category, Condition, Result } from '../mailboxes/columns.tsx'
import { TestSteps } from './TestSteps.tsx'

/** In plain words with what to do, where they are known, and in the mail server's. */
function LastError({ code, error }: { readonly code: string | null; readonly error: string }) {
  const help = code === null ? null : mailboxErrorHelp(code)
  if (help === null) return error
  const inWords = mailboxErrorText(code, error)
  return (
    <>
      <MessageBarTitle>{help.means}</MessageBarTitle>{' '}
      {inWords === help.means ? `${help.todo} (${error})` : `${inWords} ${help.todo}`}
    </>
  )
}

/** The mailbox at one glance: how it is, what is due, and how it is set up. */
export function SummaryTab({ of }: { readonly of: MailboxDetail }) {
  const styles = useStyles()
  const { facts, groups } = text
  return (
    <>
      {of.lastError !== null && (
        <MessageBar
          intent={of.failures > 0 ? 'error' : 'warning'}
          layout="multiline"
          className={styles.bar}
        >
          <MessageBarBody>
            <LastError code={of.lastErrorCode} error={of.lastError} />
          </MessageBarBody>
        </MessageBar>
      )}
      {of.lacksApproval && (
        <MessageBar intent="warning" layout="multiline" className={styles.bar}>
          <MessageBarBody>{text.lacksApproval}</MessageBarBody>
        </MessageBar>
      )}
      {of.backlog.isAsking && (
        <MessageBar intent="warning" layout="multiline" className={styles.bar}>
          <MessageBarBody>{text.asking}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.grid}>
        <Group title={groups.state} facts={stateFacts(of)} />
        <Group title={groups.backlog} facts={backlogFacts(of)} />
        <Group title={groups.methods} facts={methodFacts(of)} />
        <Group
          title={groups.approval}
          facts={[
            [facts.approval, list.approvals[of.approval]],
            [facts.approvedBy, of.approvedBy ?? common.none],
            [facts.approvedOn, <Time key="on" at={of.approvedOn} never={common.none} />],
          ]}
        />
      </div>
      <Card className={styles.test}>
        <h2 className={styles.title}>{groups.test}</h2>
        <Facts
          facts={[
            [list.columns.incoming, <Result key="in" status={of.results.incoming} />],
            [list.columns.outgoing, <Result key="out" status={of.results.outgoing} />],
            [list.columns.act, <Result key="act" status={of.results.act} />],
          ]}
        />
        <LastTest test={of.test} />
      </Card>
    </>
  )
}

function LastTest({ test }: { readonly test: MailboxTest | null }) {
  if (test === null) return <Text>{text.test.never}</Text>
  return (
    <>
      <Text aria-live="polite">
        {test.state === 'done' ? (
          <>
            {text.test.doneOn} <Time at={test.completedOn} />
          </>
        ) : (
          text.test[test.state]
        )}
      </Text>
      <TestSteps steps={test.steps} />
    </>
  )
}

function stateFacts(of: MailboxDetail): readonly (Fact | null)[] {
  const { facts } = text
  const category = of.trackedCategory
  return [
    [facts.condition, <Condition key="state" state={of.state} />],
    [
      facts.category,
      <span key="category">
        <Category category={of.category} />{' '}
        {category?.since != null && <Time at={category.since} />}
      </span>,
    ],
    category === null ? null : [facts.categoryName, category.name],
    [facts.lastCycle, of.isRunning ? text.running : <Time key="last" at={of.lastSyncStartedOn} />],
    [facts.lastSuccess, <Time key="success" at={of.lastSuccessfulSyncOn} />],
    of.lastDurationMs === null ? null : [facts.took, amount(of.lastDurationMs)],
    [facts.items, text.processed(of.lastProcessed, of.lastFailed)],
    [facts.nextCycle, <Time key="next" at={of.nextDueOn} never={common.none} format="due" />],
  ]
}

function backlogFacts({ backlog }: MailboxDetail): readonly Fact[] {
  const { facts } = text
  const { folders, unreadFolders } = backlog
  return [
    [facts.outgoing, backlog.outgoingWrites.toLocaleString('en')],
    [facts.parked, backlog.parked.toLocaleString('en')],
    [facts.pendingEnds, backlog.pendingEnds.toLocaleString('en')],
    [facts.folders, text.foldersOf(folders - unreadFolders, folders)],
  ]
}

function methodFacts(of: MailboxDetail): readonly Fact[] {
  const { facts, methods } = text
  return [
    [facts.profile, of.profileName ?? common.none],
    [facts.incoming, methods.incoming[of.methods.incoming] ?? common.none],
    [facts.outgoingMail, methods.outgoing[of.methods.outgoing] ?? common.none],
    [facts.act, methods.act[of.methods.act] ?? common.none],
    [facts.owner, of.ownerName ?? common.none],
    [
      facts.processFrom,
      <Time key="from" at={of.processEmailsReceivedAfter} never={common.none} format="exact" />,
    ],
  ]
}

function Group({
  title,
  facts,
}: {
  readonly title: string
  readonly facts: readonly (Fact | null)[]
}): ReactNode {
  const styles = useStyles()
  return (
    <Card>
      <h2 className={styles.title}>{title}</h2>
      <Facts facts={facts} />
    </Card>
  )
}

const useStyles = makeStyles({
  bar: { marginBottom: tokens.spacingVerticalM },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 380px), 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  test: { marginTop: tokens.spacingHorizontalL },
})
