import {
  Badge,
  type BadgeProps,
  Button,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components'
import { type FailedItem, type Failure, type FailureState, failureHelp } from '@trackmark/admin-api'
import { type Column, DataTable, type Selection } from '../../components/DataTable.tsx'
import { MailboxLink } from '../../components/MailboxLink.tsx'
import { Time } from '../../components/Time.tsx'
import { failures as text } from '../../strings/failures.ts'
import { itemName, keyOf, mayTry } from './view-model.ts'

interface FailureTableProps {
  readonly label: string
  readonly rows: readonly Failure[]
  /** What was read of them from the mailbox, by their key. */
  readonly items: ReadonlyMap<string, FailedItem>
  readonly showsMailbox: boolean
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
  readonly onLoadMore: () => void
  /** Null = this person may look at them, and no more. */
  readonly selection: Selection | null
  readonly onTry: (failure: Failure) => void
  readonly onShow: (failure: Failure) => void
}

export function FailureTable(props: FailureTableProps) {
  const { label, rows, items, hasMore, isLoadingMore, onLoadMore, selection } = props
  return (
    <DataTable
      label={label}
      columns={columnsOf(props)}
      rows={rows}
      rowKey={keyOf}
      rowName={(failure) =>
        `${itemName(failure, items.get(keyOf(failure))).name}, ${failure.mailboxName}`
      }
      total={null}
      hasMore={hasMore}
      isLoadingMore={isLoadingMore}
      onLoadMore={onLoadMore}
      {...(selection === null ? {} : { selection })}
    />
  )
}

function columnsOf({ showsMailbox, items, selection, onTry, onShow }: FailureTableProps) {
  const columns: readonly (Column<Failure> | null)[] = [
    {
      id: 'item',
      title: text.columns.item,
      width: 'minmax(0, 2fr)',
      render: (failure) => <Item failure={failure} item={items.get(keyOf(failure))} />,
    },
    showsMailbox
      ? {
          id: 'mailbox',
          title: text.columns.mailbox,
          width: 'minmax(0, 1fr)',
          render: ({ mailboxId, mailboxName }) => <MailboxLink id={mailboxId} name={mailboxName} />,
        }
      : null,
    {
      id: 'error',
      title: text.columns.error,
      width: 'minmax(0, 3fr)',
      render: (failure) => <SyncError failure={failure} />,
    },
    {
      id: 'state',
      title: text.columns.state,
      width: '136px',
      render: (failure) => <State failure={failure} />,
    },
    {
      id: 'actions',
      title: text.columns.actions,
      width: '88px',
      render: (failure) => (
        <Actions failure={failure} mayRetry={selection !== null} onTry={onTry} onShow={onShow} />
      ),
    },
  ]
  return columns.filter((column) => column !== null)
}

const COLORS: Readonly<Record<FailureState, NonNullable<BadgeProps['color']>>> = {
  retrying: 'warning',
  givenUp: 'danger',
  notTracked: 'informative',
}

function Item({
  failure,
  item,
}: {
  readonly failure: Failure
  readonly item: FailedItem | undefined
}) {
  const styles = useStyles()
  const { name, note } = itemName(failure, item)
  return (
    <div className={styles.stack}>
      <span className={styles.words}>{name}</span>
      {item?.sender != null && (
        <Text size={200} className={styles.words}>
          {item.sender}
        </Text>
      )}
      {item?.at != null && (
        <Text size={200} className={styles.note}>
          <Time at={item.at} format="exact" />
        </Text>
      )}
      {(note ?? (failure.source === 'write' ? text.write : null)) !== null && (
        <Text size={200} className={styles.note}>
          {note ?? text.write}
        </Text>
      )}
    </div>
  )
}

function State({ failure: { state, tries, nextTryOn } }: { readonly failure: Failure }) {
  const styles = useStyles()
  return (
    <div className={styles.stack}>
      <Badge appearance="tint" color={COLORS[state]}>
        {text.states[state]}
      </Badge>
      {tries > 0 && (
        <Text size={200} className={styles.note}>
          {text.tries(tries)}
          {nextTryOn !== null && (
            <>
              {text.nextTry}
              <Time at={nextTryOn} format="due" />
            </>
          )}
        </Text>
      )}
    </div>
  )
}

function SyncError({ failure }: { readonly failure: Failure }) {
  const styles = useStyles()
  return (
    <div className={styles.stack}>
      <code className={styles.code}>{failure.code}</code>
      <Text size={200} className={styles.words}>
        {failureHelp(failure.code)?.means ?? failure.reason}
      </Text>
    </div>
  )
}

function Actions({
  failure,
  mayRetry,
  onTry,
  onShow,
}: {
  readonly failure: Failure
  readonly mayRetry: boolean
} & Pick<FailureTableProps, 'onTry' | 'onShow'>) {
  const styles = useStyles()
  return (
    <div className={styles.actions}>
      {mayRetry && mayTry(failure) && (
        <Button size="small" onClick={() => onTry(failure)}>
          {text.tryNow}
        </Button>
      )}
      <Button size="small" onClick={() => onShow(failure)}>
        {text.details}
      </Button>
    </div>
  )
}

const useStyles = makeStyles({
  stack: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    padding: `${tokens.spacingVerticalXS} 0`,
    minWidth: 0,
  },
  words: { overflowWrap: 'anywhere' },
  note: { color: tokens.colorNeutralForeground3 },
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
})
