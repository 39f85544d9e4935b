import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components'
import { RouterLink } from '../../components/RouterLink.tsx'
import { alerts as text } from '../../strings/alerts.ts'
import { BulkQuestion } from '../alerts/BulkQuestion.tsx'
import { useAlerts } from '../alerts/use-alerts.ts'

/** Of the alerts that ask (docs/spec/alerts.md): a mass of items lost the mark or disappeared. */
const BULK_END = 12
const SHOWN_MAX = 5
const ALERTS: string = '/alerts'

/** What waits for an answer, with the answers. @param count how many there are */
export function Questions({ count }: { readonly count: number }) {
  const styles = useStyles()
  const list = useAlerts({ open: true, code: BULK_END, limit: SHOWN_MAX })
  const asking = list.data?.pages[0]?.alerts ?? []
  return (
    <div className={styles.bars}>
      {asking.map(({ alertId, mailboxId, text: question }) => (
        <MessageBar key={alertId} intent="warning" layout="multiline">
          <MessageBarBody className={styles.body}>
            {question}
            {mailboxId !== null && <BulkQuestion alertId={alertId} mailboxId={mailboxId} />}
          </MessageBarBody>
        </MessageBar>
      ))}
      {count > SHOWN_MAX && (
        <RouterLink to={ALERTS} search={{ code: BULK_END }}>
          {text.bulk.all(count)}
        </RouterLink>
      )}
    </div>
  )
}

const useStyles = makeStyles({
  bars: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    marginBottom: tokens.spacingVerticalL,
  },
  body: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
})
