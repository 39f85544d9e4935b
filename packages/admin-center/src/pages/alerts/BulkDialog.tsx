import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import type { MailboxItem, MailboxItems } from '@trackmark/admin-api'
import { useRows } from '../../api/use-rows.ts'
import { DialogFrame } from '../../components/DialogFrame.tsx'
import { ErrorState, LoadingState } from '../../components/states.tsx'
import { Time } from '../../components/Time.tsx'
import { alerts as text } from '../../strings/alerts.ts'
import { mailbox } from '../../strings/mailboxes.ts'

interface BulkDialogProps {
  readonly mailboxId: string
  /** `untrack`: the answer that can't be taken back is asked for once more. */
  readonly step: 'items' | 'untrack'
  /** Null = closed without an answer. */
  readonly onStep: (step: 'items' | 'untrack' | null) => void
  readonly isBusy: boolean
  readonly onAnswer: (answer: 'yes' | 'no') => void
}

const PAGE = 100

/** The items that a mass of ends is about, and what each answer does. */
export function BulkDialog({ mailboxId, step, onStep, isBusy, onAnswer }: BulkDialogProps) {
  const styles = useStyles()
  const list = useRows<MailboxItems>({
    path: `mailboxes/${mailboxId}/items`,
    query: { isEnding: true, limit: PAGE },
  })
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const count = list.data?.pages[0]?.total ?? items.length
  const { bulk } = text
  const isLast = step === 'untrack'
  return (
    <DialogFrame
      title={isLast ? bulk.untrackTitle(count) : bulk.title(count)}
      isBusy={isBusy}
      onClose={() => onStep(null)}
      actions={
        <>
          <Button
            appearance="primary"
            className={styles.answer}
            disabled={isBusy}
            onClick={() => onAnswer('no')}
          >
            {bulk.keep}
          </Button>
          {isLast ? (
            <Button
              className={mergeClasses(styles.answer, styles.danger)}
              disabled={isBusy || !list.isSuccess}
              onClick={() => onAnswer('yes')}
            >
              {bulk.untrack(count)}
            </Button>
          ) : (
            <Button disabled={isBusy} onClick={() => onStep('untrack')}>
              {bulk.untrackAsk}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.content}>
        <Text>{isLast ? bulk.untrackText : bulk.text}</Text>
        {list.isPending && <LoadingState lines={4} />}
        {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
        {items.length > 0 && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard too
          <section aria-label={bulk.title(count)} tabIndex={0} className={styles.scroller}>
            <ul className={styles.list}>
              {items.map((item) => (
                <Item key={item.key} item={item} />
              ))}
            </ul>
            {list.hasNextPage && (
              <Button
                size="small"
                disabled={list.isFetchingNextPage}
                onClick={() => void list.fetchNextPage()}
              >
                {bulk.more}
              </Button>
            )}
          </section>
        )}
      </div>
    </DialogFrame>
  )
}

function Item({ item }: { readonly item: MailboxItem }) {
  const styles = useStyles()
  return (
    <li className={styles.item}>
      <Text weight="semibold" className={styles.subject}>
        {item.subject ?? text.bulk.noSubject}
      </Text>
      <Text size={200} className={styles.quiet}>
        {mailbox.items.kinds[item.kind]}
        {item.takesPlaceOn !== null && (
          <>
            , <Time at={item.takesPlaceOn} format="exact" />
          </>
        )}
        {item.pendingEnd !== null && `. ${text.bulk.why[item.pendingEnd]}`}
      </Text>
    </li>
  )
}

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  scroller: {
    maxHeight: '40vh',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingHorizontalM,
  },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
  },
  item: { display: 'flex', flexDirection: 'column' },
  subject: { overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  answer: { whiteSpace: 'nowrap', minWidth: 'max-content' },
  danger: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    ':hover': {
      backgroundColor: tokens.colorStatusDangerBackground3Hover,
      color: tokens.colorNeutralForegroundOnBrand,
    },
  },
})
