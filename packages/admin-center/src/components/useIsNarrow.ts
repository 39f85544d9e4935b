import { useSyncExternalStore } from 'react'

/** Below this many CSS pixels tables become cards and the navigation a drawer. */
export const NARROW_PX = 720

const narrow = window.matchMedia(`(max-width: ${NARROW_PX}px)`)

const subscribe = (listener: () => void) => {
  narrow.addEventListener('change', listener)
  return () => narrow.removeEventListener('change', listener)
}

export const useIsNarrow = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches)
