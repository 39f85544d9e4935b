import { createDOMRenderer, FluentProvider, RendererProvider } from '@fluentui/react-components'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { Layers } from '@trackmark/web-parts/Layers'
import { shell } from '../strings/shell.ts'
import { queryClient } from './query-client.ts'
import { router } from './router.ts'
import { ThemeModeProvider, useThemeMode } from './ThemeMode.tsx'
import { ToastProvider } from './Toasts.tsx'
import { darkTheme, lightTheme } from './themes.ts'

// Styles are inserted by script; the page's policy admits those that carry its nonce.
const nonce = document.querySelector<HTMLElement>('meta[property=csp-nonce]')?.nonce
const renderer = createDOMRenderer(
  document,
  nonce === undefined ? {} : { styleElementAttributes: { nonce } },
)

export const App = () => (
  <RendererProvider renderer={renderer}>
    <ThemeModeProvider>
      <Themed />
    </ThemeModeProvider>
  </RendererProvider>
)

function Themed() {
  const { isDark } = useThemeMode()
  return (
    <FluentProvider theme={isDark ? darkTheme : lightTheme}>
      <QueryClientProvider client={queryClient}>
        <Layers label={shell.layers}>
          <ToastProvider>
            <RouterProvider router={router} />
          </ToastProvider>
        </Layers>
      </QueryClientProvider>
    </FluentProvider>
  )
}
