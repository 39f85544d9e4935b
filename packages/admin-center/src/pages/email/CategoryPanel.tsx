import {
  Badge,
  Button,
  makeStyles,
  ProgressBar,
  Spinner,
  Text,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { CheckmarkCircle20Filled, ErrorCircle20Filled } from '@fluentui/react-icons'
import type { CategoryMailbox, CategoryProgress } from '@trackmark/admin-api'
import { useState } from 'react'
import { RouterLink } from '../../components/RouterLink.tsx'
import { Time } from '../../components/Time.tsx'
import { email } from '../../strings/email.ts'
import { useCategoryProgress } from './use-email-settings.ts'
import { categoryView } from './view-model.ts'

const texts = email.category
const PAGE = 20

/** How far the category has come or gone: read from the server, so that it survives a reload. */
export function CategoryPanel() {
  const [limit, setLimit] = useState(PAGE)
  const progress = useCategoryProgress(limit)
  const styles = useStyles()
  if (progress.data === undefined) return null
  const { isOn, mailboxes, totals, next } = progress.data
  const view = categoryView(progress.data)
  return (
    <section className={styles.panel} aria-labelledby="category-progress">
      <h3 id="category-progress" className={styles.title}>
        {isOn ? texts.titleOn : texts.titleOff}
      </h3>
      <div className={styles.line}>
        {view.isDone ? (
          <CheckmarkCircle20Filled className={styles.done} aria-hidden="true" />
        ) : (
          <Spinner size="tiny" aria-hidden="true" />
        )}
        <Text role="status">{view.text}</Text>
      </div>
      {view.total > 0 && (
        <ProgressBar
          aria-labelledby="category-progress"
          value={view.share}
          thickness="large"
          color={totals.failing > 0 ? 'warning' : view.isDone ? 'success' : 'brand'}
        />
      )}
      <Counts totals={totals} isOn={isOn} />
      {totals.failing > 0 && (
        <div className={styles.line}>
          <ErrorCircle20Filled className={styles.error} aria-hidden="true" />
          <Text role="status">{texts.failing(totals.failing)}</Text>
        </div>
      )}
      {mailboxes.length > 0 && <OpenMailboxes mailboxes={mailboxes} />}
      {next !== null && (
        <Button onClick={() => setLimit(limit + 100)} disabled={limit >= 1000}>
          {texts.more}
        </Button>
      )}
    </section>
  )
}

function Counts({
  totals,
  isOn,
}: {
  readonly totals: CategoryProgress['totals']
  readonly isOn: boolean
}) {
  const styles = useStyles()
  const shown = [isOn ? 'provisioned' : 'removed', 'waiting', 'failing', 'off'] as const
  return (
    <dl className={styles.counts}>
      {shown.map((condition) => (
        <div key={condition} className={styles.count}>
          <dt>{texts.counts[condition]}</dt>
          <dd className={styles.number}>{totals[condition].toLocaleString('en')}</dd>
        </div>
      ))}
    </dl>
  )
}

function OpenMailboxes({ mailboxes }: { readonly mailboxes: readonly CategoryMailbox[] }) {
  const styles = useStyles()
  return (
    <ul className={styles.list} aria-label={texts.table}>
      {mailboxes.map((mailbox) => (
        <li key={mailbox.mailboxId} className={styles.row}>
          <div className={styles.rowHead}>
            <RouterLink to={`/mailboxes/${mailbox.mailboxId}` as string}>{mailbox.name}</RouterLink>
            <Text size={200} className={styles.quiet}>
              {mailbox.emailAddress}
            </Text>
            <Badge
              appearance="tint"
              color={mailbox.condition === 'failing' ? 'danger' : 'informative'}
            >
              {mailbox.condition === 'failing'
                ? texts.failed
                : mailbox.isRunning
                  ? texts.running
                  : texts.waiting}
            </Badge>
          </div>
          {mailbox.error !== null && <Text size={200}>{mailbox.error}</Text>}
          {mailbox.condition === 'failing' && (
            <Text size={200} className={styles.quiet}>
              {texts.nextTry}: <Time at={mailbox.nextTryOn} format="due" />
            </Text>
          )}
        </li>
      ))}
    </ul>
  )
}

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    boxSizing: 'border-box',
    margin: `${tokens.spacingVerticalM} 0`,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  line: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  done: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
  error: { color: tokens.colorStatusDangerForeground1, flexShrink: 0 },
  counts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXXL, margin: 0 },
  count: { display: 'flex', flexDirection: 'column-reverse' },
  number: { margin: 0, fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  rowHead: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})
