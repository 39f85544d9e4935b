import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  MessageBar,
  MessageBarBody,
  Text,
} from '@fluentui/react-components'
import { type FailedItem, type Failure, failureHelp } from '@trackmark/admin-api'
import { Facts } from '../../components/Facts.tsx'
import { MailboxLink } from '../../components/MailboxLink.tsx'
import { RouterLink, TextLink } from '../../components/RouterLink.tsx'
import { Time } from '../../components/Time.tsx'
import { activities } from '../../strings/activities.ts'
import { common } from '../../strings/common.ts'
import { failures as text } from '../../strings/failures.ts'
import { itemName } from './view-model.ts'

const ACTIVITIES: string = '/activities'

/** Why it failed, in the server's words and in plain ones, and what to do about it. */
export function FailureDetails({
  failure,
  item,
  onClose,
}: {
  readonly failure: Failure
  /** As it was read from the mailbox; undefined = not (yet). */
  readonly item: FailedItem | undefined
  readonly onClose: () => void
}) {
  const help = failureHelp(failure.code)
  const { name, note } = itemName(failure, item)
  return (
    <Dialog open onOpenChange={(_, { open }) => open || onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{name}</DialogTitle>
          <DialogContent>
            {note !== null && <p>{note}</p>}
            {help !== null && (
              <MessageBar intent="info" layout="multiline">
                <MessageBarBody>
                  {help.means} {help.todo}
                </MessageBarBody>
              </MessageBar>
            )}
            <Facts
              facts={[
                item?.sender == null ? null : [text.sender, item.sender],
                item?.at == null ? null : [text.date, <Time key="a" at={item.at} format="exact" />],
                [text.columns.error, failure.code],
                [text.reason, failure.reason],
                [
                  text.columns.mailbox,
                  <MailboxLink key="m" id={failure.mailboxId} name={failure.mailboxName} />,
                ],
                [text.columns.state, text.states[failure.state]],
                [text.columns.tries, failure.tries.toLocaleString('en')],
                [text.columns.failed, <Time key="f" at={failure.failedOn} format="exact" />],
                [
                  text.columns.next,
                  <Time key="n" at={failure.nextTryOn} never={text.neverAgain} format="exact" />,
                ],
              ]}
            />
            {item?.problem === null && <Text size={200}>{text.live}</Text>}
            {item?.webLink != null && /^https:/.test(item.webLink) && (
              <p>
                <TextLink href={item.webLink} target="_blank" rel="noopener noreferrer">
                  {activities.pane.openInOutlook}
                </TextLink>
              </p>
            )}
            {failure.activityId !== null && (
              <RouterLink to={ACTIVITIES} search={{ id: failure.activityId }}>
                {text.openActivity}
              </RouterLink>
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
