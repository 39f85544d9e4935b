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
} from '@fluentui/react-components'
import { type Failure, failureHelp } from '@trackmark/dataverse/admin-api'
import { Facts } from '../../components/Facts.tsx'
import { MailboxLink } from '../../components/MailboxLink.tsx'
import { RouterLink } from '../../components/RouterLink.tsx'
import { Time } from '../../components/Time.tsx'
import { common } from '../../strings/common.ts'
import { failures as text } from '../../strings/failures.ts'
import { itemName } from './viewModel.ts'

const ACTIVITIES: string = '/activities'

/** Why it failed, in the server's words and in plain ones, and what to do about it. */
export function FailureDetails({
  failure,
  onClose,
}: {
  readonly failure: Failure
  readonly onClose: () => void
}) {
  const help = failureHelp(failure.code)
  const { name, note } = itemName(failure)
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
