import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components'
import type { MailboxTarget } from '@trackmark/admin-api'
import { useState } from 'react'
import { failureText } from '../../components/states.tsx'
import { common } from '../../strings/common.ts'
import { mailboxes as text } from '../../strings/mailboxes.ts'
import { TestSteps } from '../mailbox/TestSteps.tsx'
import { Result } from './columns.tsx'
import { TestProgress } from './TestProgress.tsx'
import { useMailboxAction, useMailboxTest } from './use-mailboxes.ts'
import { outcomeOf } from './view-model.ts'

interface TestDialogProps {
  readonly target: MailboxTarget
  readonly what: string
  /** Shown step by step, where they are few. */
  readonly tested: readonly { readonly id: string; readonly name: string }[]
  readonly onClose: () => void
}

/** Each is asked about again and again. */
const SHOWN_MAX = 10

/** "Test & Enable": asks, then shows each step as it ends. It goes on when the dialog is closed. */
export function TestDialog({ target, what, tested, onClose }: TestDialogProps) {
  const styles = useStyles()
  const action = useMailboxAction()
  const [processFrom, setProcessFrom] = useState('')
  const [startedAt, setStartedAt] = useState<number | null>(null)
  const [since, setSince] = useState<string | null>(null)
  const isFew = tested.length > 0 && tested.length <= SHOWN_MAX
  const start = () =>
    action.mutate(
      {
        ...target,
        action: 'test',
        ...(processFrom === '' ? {} : { processFrom: `${processFrom}T00:00:00Z` }),
      },
      {
        onSuccess: ({ startedOn }) => {
          setSince(startedOn)
          setStartedAt(Date.now())
        },
      },
    )
  return (
    <Dialog open onOpenChange={(_, { open }) => open || onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>
            {tested.length === 1 ? text.commands.test : text.commands.testMany}
          </DialogTitle>
          <DialogContent className={styles.content}>
            {startedAt === null ? (
              <>
                <span>
                  {text.confirm.test(what)} {text.testing.probe}
                </span>
                {/* As in the original: from the form, not from the list. */}
                {tested.length === 1 && (
                  <Field label={text.edit.processFrom} hint={text.edit.processFromHint}>
                    <Input
                      type="date"
                      value={processFrom}
                      onChange={(_, { value }) => setProcessFrom(value)}
                    />
                  </Field>
                )}
              </>
            ) : (
              <div role="status" aria-live="polite" className={styles.content}>
                {isFew ? (
                  <Accordion
                    multiple
                    collapsible
                    defaultOpenItems={tested.slice(0, 2).map(({ id }) => id)}
                  >
                    {tested.map(({ id, name }) => (
                      <Tested key={id} id={id} name={name} startedAt={startedAt} />
                    ))}
                  </Accordion>
                ) : (
                  since !== null && <TestProgress since={since} />
                )}
              </div>
            )}
            {action.isError && (
              <MessageBar intent="error" layout="multiline">
                <MessageBarBody>{failureText(action.error)}</MessageBarBody>
              </MessageBar>
            )}
          </DialogContent>
          <DialogActions>
            {startedAt === null ? (
              <>
                <Button
                  appearance="primary"
                  onClick={start}
                  disabledFocusable={action.isPending}
                  {...(action.isPending ? { icon: <Spinner size="tiny" /> } : {})}
                >
                  {text.testing.start}
                </Button>
                <Button onClick={onClose}>{common.cancel}</Button>
              </>
            ) : (
              <Button appearance="primary" onClick={onClose}>
                {common.close}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function Tested({
  id,
  name,
  startedAt,
}: {
  readonly id: string
  readonly name: string
  readonly startedAt: number
}) {
  const styles = useStyles()
  const { data: test, error } = useMailboxTest(id, startedAt)
  const outcome = test ? outcomeOf(test) : null
  return (
    <AccordionItem value={id}>
      <AccordionHeader as="h3">
        <span className={styles.head}>
          {name}
          {outcome === null ? <Spinner size="extra-tiny" /> : <Result status={outcome} />}
        </span>
      </AccordionHeader>
      <AccordionPanel>
        {error !== null && failureText(error)}
        {test && <TestSteps steps={test.steps} />}
        {outcome !== null && <Text size={200}>{text.testing.outgoing}</Text>}
      </AccordionPanel>
    </AccordionItem>
  )
}

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  head: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
})
