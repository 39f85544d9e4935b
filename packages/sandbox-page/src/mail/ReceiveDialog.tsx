import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Select,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { control } from '../api/graph.ts'
import { customersQuery } from '../api/queries.ts'
import { useMailbox } from '../app/mailbox.ts'
import { useRun } from '../app/use-run.tsx'
import { common } from '../strings/common.ts'
import { mail as strings } from '../strings/mail.ts'
import { htmlOf } from './draft.ts'

const words = strings.receiveDialog

interface ReceiveDialogProps {
  /** Address of the one who writes; null: the first customer. */
  readonly from: string | null
  readonly onClose: () => void
}

/** A customer writes to the open mailbox. */
export function ReceiveDialog({ from, onClose }: ReceiveDialogProps) {
  const styles = useStyles()
  const { user } = useMailbox()
  const run = useRun()
  const { data: customers = [] } = useQuery(customersQuery)
  const [chosen, setChosen] = useState(from)
  const [subject, setSubject] = useState('')
  const [text, setText] = useState('')
  const customer = customers.find(({ address }) => address === chosen) ?? customers[0]
  const receive = async () => {
    if (customer === undefined) return
    const body = {
      from: customer,
      subject,
      body: { contentType: 'html', content: htmlOf({ text, quote: '' }) },
    }
    const done = await run(() => control('POST', `/mailboxes/${user.id}/deliver`, body), {
      done: words.received,
    })
    if (done) onClose()
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void receive()
          }}
        >
          <DialogBody>
            <DialogTitle>{words.title}</DialogTitle>
            <DialogContent className={styles.content}>
              <Text>{words.hint(user.displayName)}</Text>
              <Field label={words.from}>
                <Select
                  value={customer?.address ?? ''}
                  onChange={(_, { value }) => setChosen(value)}
                >
                  {customers.map(({ name, address }) => (
                    <option key={address} value={address}>
                      {name} &lt;{address}&gt;
                    </option>
                  ))}
                </Select>
              </Field>
              <Field label={strings.compose.subject} required>
                <Input value={subject} onChange={(_, { value }) => setSubject(value)} />
              </Field>
              <Field label={strings.compose.body}>
                <Textarea value={text} rows={6} onChange={(_, { value }) => setText(value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{common.cancel}</Button>
              <Button
                type="submit"
                appearance="primary"
                disabled={customer === undefined || subject.trim() === ''}
              >
                {words.send}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
})
