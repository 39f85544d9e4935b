import { Button, MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'
import { DialogFrame } from './DialogFrame.tsx'
import { failureText } from './states.tsx'

interface ConfirmDialogProps {
  readonly isOpen: boolean
  readonly title: string
  /** What will happen, in words. */
  readonly children: ReactNode
  readonly confirmText: string
  /** May take a while; a rejection is shown and the dialog stays. */
  readonly onConfirm: () => Promise<unknown>
  readonly onClose: () => void
}

/** Asks before something that can't be undone, or that reaches far. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, title, children, confirmText, onConfirm, onClose } = props
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const close = () => {
    setError(null)
    onClose()
  }
  const confirm = async () => {
    setBusy(true)
    setError(null)
    try {
      await onConfirm()
      close()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <DialogFrame
      isOpen={isOpen}
      title={title}
      isBusy={isBusy}
      onClose={close}
      actions={
        <Button
          appearance="primary"
          onClick={confirm}
          disabledFocusable={isBusy}
          {...(isBusy ? { icon: <Spinner size="tiny" /> } : {})}
        >
          {confirmText}
        </Button>
      }
    >
      {children}
      {error !== null && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{failureText(error)}</MessageBarBody>
        </MessageBar>
      )}
    </DialogFrame>
  )
}
