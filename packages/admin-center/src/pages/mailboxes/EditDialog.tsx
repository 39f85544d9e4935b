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
  MessageBar,
  MessageBarBody,
  makeStyles,
  Select,
  tokens,
} from '@fluentui/react-components'
import type { MailboxAction, MailboxTarget } from '@trackmark/admin-api'
import { useState } from 'react'
import { useTell } from '../../app/Toasts.tsx'
import { failureText } from '../../components/states.tsx'
import { common } from '../../strings/common.ts'
import { mailbox, mailboxes as text } from '../../strings/mailboxes.ts'
import { useMailboxAction, useProfileChoices } from './use-mailboxes.ts'
import { type EditForm, EMPTY_EDIT, editOf } from './view-model.ts'

interface EditDialogProps {
  readonly target: MailboxTarget
  readonly count: number
  readonly what: string
  readonly onClose: () => void
}

/** "Change Multiple Records": what isn't chosen stays as it is with each of them. */
export function EditDialog({ target, count, what, onClose }: EditDialogProps) {
  const styles = useStyles()
  const tell = useTell()
  const action = useMailboxAction()
  const profiles = useProfileChoices().data?.profiles ?? []
  const [form, setForm] = useState<EditForm>(EMPTY_EDIT)
  const change = editOf(form)
  const save = () => {
    if (change === null) return
    action.mutate({ ...target, action: 'change', ...change } as MailboxAction, {
      onSuccess: () => {
        tell('success', text.changed(what))
        onClose()
      },
    })
  }
  const choice = (
    name: 'profileId' | 'incoming' | 'outgoing' | 'act',
    label: string,
    options: readonly (readonly [value: string, name: string])[],
  ) => (
    <Field label={label}>
      <Select value={form[name]} onChange={(_, { value }) => setForm({ ...form, [name]: value })}>
        <option value="">{text.edit.noChange}</option>
        {options.map(([value, shown]) => (
          <option key={value} value={value}>
            {shown}
          </option>
        ))}
      </Select>
    </Field>
  )
  const { incoming, outgoing, act } = mailbox.methods
  const numbered = (names: readonly string[]) =>
    names.map((name, value) => [String(value), name] as const)
  return (
    <Dialog open onOpenChange={(_, { open }) => open || onClose()}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
        >
          <DialogBody>
            <DialogTitle>{text.edit.title(count)}</DialogTitle>
            <DialogContent className={styles.fields}>
              <span>{text.edit.text(what)}</span>
              {choice(
                'profileId',
                text.edit.profile,
                profiles
                  .filter(({ isActive }) => isActive)
                  .map(({ profileId, name }) => [profileId, name] as const),
              )}
              {choice('incoming', text.edit.incoming, numbered(incoming))}
              {choice('outgoing', text.edit.outgoing, numbered(outgoing))}
              {choice('act', text.edit.act, numbered(act))}
              <Field label={text.edit.processFrom} hint={text.edit.processFromHint}>
                <Input
                  type="date"
                  value={form.processFrom}
                  onChange={(_, { value }) => setForm({ ...form, processFrom: value })}
                />
              </Field>
              {action.isError && (
                <MessageBar intent="error" layout="multiline">
                  <MessageBarBody>{failureText(action.error)}</MessageBarBody>
                </MessageBar>
              )}
            </DialogContent>
            <DialogActions>
              <Button
                type="submit"
                appearance="primary"
                disabledFocusable={change === null || action.isPending}
              >
                {common.save}
              </Button>
              <Button onClick={onClose}>{common.cancel}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
})
