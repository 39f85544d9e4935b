import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { common } from '../strings/common.ts'

interface DialogFrameProps {
  readonly isOpen?: boolean
  readonly title: string
  readonly children: ReactNode
  /** Buttons before Cancel. */
  readonly actions: ReactNode
  /** Something is under way: the dialog stays until it has ended. */
  readonly isBusy: boolean
  readonly onClose: () => void
}

/** A question with its answers, the last of which is Cancel. */
export function DialogFrame(props: DialogFrameProps) {
  const { isOpen = true, title, children, actions, isBusy, onClose } = props
  return (
    <Dialog open={isOpen} onOpenChange={(_, { open }) => open || isBusy || onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{children}</DialogContent>
          <DialogActions>
            {actions}
            <Button onClick={onClose} disabled={isBusy}>
              {common.cancel}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
