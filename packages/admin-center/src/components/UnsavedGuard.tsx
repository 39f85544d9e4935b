import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useBlocker } from '@tanstack/react-router'
import { settings } from '../strings/settings.ts'

/** Asks before a page is left with changes that weren't saved, also when the browser closes it. */
export function UnsavedGuard({ isDirty }: { readonly isDirty: boolean }) {
  const blocker = useBlocker({
    // Searching or choosing a tab stays on the page.
    shouldBlockFn: ({ current, next }) => isDirty && current.pathname !== next.pathname,
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  })
  const isBlocked = blocker.status === 'blocked'
  return (
    <Dialog open={isBlocked} onOpenChange={(_, { open }) => open || blocker.reset?.()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{settings.leave.title}</DialogTitle>
          <DialogContent>{settings.leave.text}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={() => blocker.reset?.()}>
              {settings.leave.stay}
            </Button>
            <Button onClick={() => blocker.proceed?.()}>{settings.leave.confirm}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
