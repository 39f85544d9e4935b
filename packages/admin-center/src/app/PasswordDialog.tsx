import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { api, organizationRoot } from '../api/client.ts'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { access } from '../strings/access.ts'
import { signOut } from './sign-out.ts'

const { password: words } = access

interface PasswordDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Changes one's own password; all sessions end by it, so that the person signs in again. */
export function PasswordDialog({ isOpen, onClose }: PasswordDialogProps) {
  const [old, setOld] = useState('')
  const [next, setNext] = useState('')
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={words.title}
      confirmText={words.submit}
      onClose={onClose}
      onConfirm={async () => {
        await api.post('me/password', { old, new: next })
        await signOut(organizationRoot)
      }}
    >
      <Field label={words.old} required>
        <Input
          type="password"
          autoComplete="current-password"
          value={old}
          onChange={(_, { value }) => setOld(value)}
        />
      </Field>
      <Field label={words.new} hint={words.rule} required>
        <Input
          type="password"
          autoComplete="new-password"
          value={next}
          onChange={(_, { value }) => setNext(value)}
        />
      </Field>
    </ConfirmDialog>
  )
}
