import {
  Link,
  Toast,
  ToastBody,
  ToastFooter,
  ToastTitle,
  ToastTrigger,
  useToastController,
} from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { common } from '../strings/common.ts'
import { reasonOf } from './reason.ts'

export const TOASTER = 'toaster'

interface Told {
  /** Said when it is done. */
  readonly done?: string
  readonly undo?: () => Promise<unknown>
}

const UNDO_MS = 8000

/**
 * Does what somebody asked for, reads everything anew, and says what came of it. Resolves with
 * whether it worked.
 */
export function useRun(): (work: () => Promise<unknown>, told?: Told) => Promise<boolean> {
  const client = useQueryClient()
  const { dispatchToast } = useToastController(TOASTER)
  return useCallback(
    async function run(work, { done, undo } = {}) {
      try {
        await work()
      } catch (error) {
        dispatchToast(
          <Toast>
            <ToastTitle>{common.failedTitle}</ToastTitle>
            <ToastBody>{reasonOf(error)}</ToastBody>
          </Toast>,
          { intent: 'error', timeout: UNDO_MS },
        )
        void client.invalidateQueries()
        return false
      }
      if (done !== undefined) {
        dispatchToast(
          <Toast>
            <ToastTitle>{done}</ToastTitle>
            {undo !== undefined && (
              <ToastFooter>
                <ToastTrigger>
                  <Link as="button" onClick={() => void run(undo, { done: common.undone })}>
                    {common.undo}
                  </Link>
                </ToastTrigger>
              </ToastFooter>
            )}
          </Toast>,
          { intent: 'success', timeout: undo === undefined ? 3000 : UNDO_MS },
        )
      }
      void client.invalidateQueries()
      return true
    },
    [client, dispatchToast],
  )
}
