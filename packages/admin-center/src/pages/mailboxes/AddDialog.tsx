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
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { failureText } from '../../components/states.tsx'
import { common } from '../../strings/common.ts'
import { mailboxes as text } from '../../strings/mailboxes.ts'
import { isAddress } from '../profiles/view-model.ts'
import { useAddMailbox, useProfileChoices } from './use-mailboxes.ts'

/** Adds one mailbox, and opens its form. */
export function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles()
  const navigate = useNavigate()
  const add = useAddMailbox()
  const profiles = useProfileChoices().data?.profiles ?? []
  const [form, setForm] = useState({ emailAddress: '', name: '', kind: 'user', profile: '' })
  const [isTouched, setTouched] = useState(false)
  const isOdd = isTouched && !isAddress(form.emailAddress)
  const edit = (part: Partial<typeof form>) => setForm({ ...form, ...part })
  const save = () => {
    setTouched(true)
    if (!isAddress(form.emailAddress)) return
    const given = Object.entries(form).filter(([, value]) => value.trim() !== '')
    add.mutate(Object.fromEntries(given.map(([name, value]) => [name, value.trim()])), {
      onSuccess: ({ mailboxId }) => {
        onClose()
        void navigate({ to: '/mailboxes/$mailboxId', params: { mailboxId } })
      },
    })
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => open || onClose()}>
      <DialogSurface>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
        >
          <DialogBody>
            <DialogTitle>{text.add.title}</DialogTitle>
            <DialogContent className={styles.fields}>
              <Field
                label={text.add.address}
                required
                {...(isOdd ? { validationMessage: text.add.addressFault } : {})}
              >
                <Input
                  type="email"
                  value={form.emailAddress}
                  onChange={(_, { value }) => edit({ emailAddress: value })}
                />
              </Field>
              <Field label={text.add.name} hint={text.add.nameHint}>
                <Input value={form.name} onChange={(_, { value }) => edit({ name: value })} />
              </Field>
              <Field label={text.add.kind}>
                <Select value={form.kind} onChange={(_, { value }) => edit({ kind: value })}>
                  <option value="user">{text.kinds.user}</option>
                  <option value="queue">{text.kinds.queue}</option>
                </Select>
              </Field>
              <Field label={text.add.profile}>
                <Select value={form.profile} onChange={(_, { value }) => edit({ profile: value })}>
                  <option value="">{text.add.byDefault}</option>
                  {profiles
                    .filter(({ isActive }) => isActive)
                    .map(({ profileId, name }) => (
                      <option key={profileId} value={profileId}>
                        {name}
                      </option>
                    ))}
                </Select>
              </Field>
              {add.isError && (
                <MessageBar intent="error" layout="multiline">
                  <MessageBarBody>{failureText(add.error)}</MessageBarBody>
                </MessageBar>
              )}
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary" disabledFocusable={add.isPending}>
                {text.add.confirm}
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
