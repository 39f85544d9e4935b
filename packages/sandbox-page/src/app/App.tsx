import {
  createDOMRenderer,
  FluentProvider,
  RendererProvider,
  Toaster,
} from '@fluentui/react-components'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Layers } from '@trackmark/web-parts/Layers'
import { common } from '../strings/common.ts'
import { nonce } from './nonce.ts'
import { Shell } from './Shell.tsx'
import { ThemeModeProvider, useThemeMode } from './theme.tsx'
import { darkTheme, lightTheme } from './themes.ts'
import { TOASTER } from './use-run.tsx'

const renderer = createDOMRenderer(
  document,
  nonce === undefined ? {} : { styleElementAttributes: { nonce } },
)
const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: false } },
})

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
    <FluentProvider theme={isDark ? darkTheme : lightTheme} style={FULL_HEIGHT}>
      <QueryClientProvider client={queryClient}>
        <Layers label={common.layers}>
          <Shell />
          <Toaster toasterId={TOASTER} position="bottom" limit={3} />
        </Layers>
      </QueryClientProvider>
    </FluentProvider>
  )
}

// As a class it would be given to every layer above the page too.
const FULL_HEIGHT = { height: '100%' }
