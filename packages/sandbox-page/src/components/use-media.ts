import { useCallback, useSyncExternalStore } from 'react'

export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}

/** One pane at a time. */
export const useIsNarrow = (): boolean => useMedia('(max-width: 719px)')
/** No room for the folders beside list and reading pane. */
export const useIsMedium = (): boolean => useMedia('(max-width: 1079px)')
