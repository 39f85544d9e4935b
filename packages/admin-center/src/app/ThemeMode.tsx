import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'

export const THEME_MODES = ['system', 'light', 'dark'] as const
export type ThemeMode = (typeof THEME_MODES)[number]

interface ThemeChoice {
  readonly mode: ThemeMode
  readonly isDark: boolean
  setMode(mode: ThemeMode): void
}

const KEY = 'trackmark.theme'
const prefersDark = window.matchMedia('(prefers-color-scheme: dark)')

const Context = createContext<ThemeChoice | null>(null)

export function ThemeModeProvider({ children }: { readonly children: ReactNode }) {
  const [mode, setMode] = useState<ThemeMode>(remembered)
  const [systemIsDark, setSystemIsDark] = useState(prefersDark.matches)
  useEffect(() => {
    const follow = (event: MediaQueryListEvent) => setSystemIsDark(event.matches)
    prefersDark.addEventListener('change', follow)
    return () => prefersDark.removeEventListener('change', follow)
  }, [])
  const isDark = mode === 'system' ? systemIsDark : mode === 'dark'
  useEffect(() => {
    document.documentElement.style.colorScheme = isDark ? 'dark' : 'light'
  }, [isDark])
  const choice = useMemo(
    () => ({
      mode,
      isDark,
      setMode: (chosen: ThemeMode) => {
        localStorage.setItem(KEY, chosen)
        setMode(chosen)
      },
    }),
    [mode, isDark],
  )
  return <Context.Provider value={choice}>{children}</Context.Provider>
}

export function useThemeMode(): ThemeChoice {
  const choice = useContext(Context)
  if (choice === null) throw new Error('useThemeMode outside of ThemeModeProvider')
  return choice
}

function remembered(): ThemeMode {
  const kept = localStorage.getItem(KEY)
  return THEME_MODES.find((mode) => mode === kept) ?? 'system'
}
