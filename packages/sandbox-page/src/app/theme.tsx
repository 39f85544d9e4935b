import { createContext, type ReactNode, use, useEffect, useState } from 'react'
import { useMedia } from '../components/use-media.ts'

export const THEME_MODES = ['system', 'light', 'dark'] as const
export type ThemeMode = (typeof THEME_MODES)[number]

interface ThemeChoice {
  readonly mode: ThemeMode
  readonly isDark: boolean
  readonly setMode: (mode: ThemeMode) => void
}

const KEY = 'sandbox.theme'
const Context = createContext<ThemeChoice | null>(null)

const remembered = (): ThemeMode => {
  const kept = localStorage.getItem(KEY)
  return THEME_MODES.find((mode) => mode === kept) ?? 'system'
}

export function ThemeModeProvider({ children }: { readonly children: ReactNode }) {
  const [mode, setMode] = useState<ThemeMode>(remembered)
  const systemIsDark = useMedia('(prefers-color-scheme: dark)')
  const isDark = mode === 'system' ? systemIsDark : mode === 'dark'
  useEffect(() => {
    document.documentElement.style.colorScheme = isDark ? 'dark' : 'light'
  }, [isDark])
  const choose = (chosen: ThemeMode) => {
    localStorage.setItem(KEY, chosen)
    setMode(chosen)
  }
  return <Context value={{ mode, isDark, setMode: choose }}>{children}</Context>
}

export function useThemeMode(): ThemeChoice {
  const choice = use(Context)
  if (choice === null) throw new Error('useThemeMode outside of ThemeModeProvider')
  return choice
}
