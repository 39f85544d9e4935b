import { Toast, Toaster, ToastTitle, useId, useToastController } from '@fluentui/react-components'
import { createContext, type ReactNode, useCallback, useContext } from 'react'

type Tell = (intent: 'success' | 'error' | 'info', text: string) => void

const Context = createContext<Tell>(() => {})

/** Short messages about what was done; also read out by screen readers. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const toasterId = useId('toaster')
  const { dispatchToast } = useToastController(toasterId)
  const tell = useCallback<Tell>(
    (intent, text) =>
      dispatchToast(
        <Toast>
          <ToastTitle>{text}</ToastTitle>
        </Toast>,
        { intent, timeout: intent === 'error' ? 10_000 : 5_000 },
      ),
    [dispatchToast],
  )
  return (
    <Context.Provider value={tell}>
      {children}
      <Toaster toasterId={toasterId} position="bottom-end" pauseOnHover />
    </Context.Provider>
  )
}

/** `tell('success', strings.saved)` */
export const useTell = (): Tell => useContext(Context)
