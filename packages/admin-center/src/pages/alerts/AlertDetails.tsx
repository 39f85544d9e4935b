import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components'
import type { Alert } from '@trackmark/admin-api'
import { Facts } from '../../components/Facts.tsx'
import { RouterLink } from '../../components/RouterLink.tsx'
import { Time } from '../../components/Time.tsx'
import { alerts as text } from '../../strings/alerts.ts'
import { common } from '../../strings/common.ts'

const ACTIVITIES: string = '/activities'

/** Everything known of one alert: what people quote when they ask for help. */
export function AlertDetails({
  alert,
  onClose,
}: {
  readonly alert: Alert
  readonly onClose: () => void
}) {
  const styles = useStyles()
  const { detail } = text
  return (
    <Dialog open onOpenChange={(_, { open }) => open || onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{detail.title}</DialogTitle>
          <DialogContent>
            <Text>{alert.text}</Text>
            <Facts
              facts={[
                alert.errorCode === null
                  ? null
                  : [detail.errorCode, <Code key="e" of={alert.errorCode} />],
                alert.activityId === null
                  ? null
                  : [
                      detail.activityId,
                      <RouterLink key="a" to={ACTIVITIES} search={{ id: alert.activityId }}>
                        {alert.activityId}
                      </RouterLink>,
                    ],
                alert.mailboxName === null ? null : [detail.mailbox, alert.mailboxName],
                [detail.times, alert.timesRaised.toLocaleString('en')],
                [detail.first, <Time key="f" at={alert.createdOn} format="exact" />],
                [detail.last, <Time key="l" at={alert.modifiedOn} format="exact" />],
                [detail.code, alert.code],
                [detail.alertId, <Code key="i" of={alert.alertId} />],
              ]}
            />
            {alert.details !== null && (
              <>
                <h3 className={styles.heading}>{detail.raw}</h3>
                <pre className={styles.raw}>{alert.details}</pre>
              </>
            )}
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>{common.close}</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

const Code = ({ of }: { readonly of: string }) => <code className={useStyles().code}>{of}</code>

const useStyles = makeStyles({
  heading: { fontSize: tokens.fontSizeBase300, margin: 0 },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  raw: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground3,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
  },
})
