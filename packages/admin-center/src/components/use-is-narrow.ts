import { useSyncExternalStore } from 'react'

/** Below this many CSS pixels tables become cards and the navigation a drawer. */
export const NARROW_PX = 720

/** Below this many the navigation is a rail of icons, so that tables keep their place. */
const RAIL_PX = 1199

function below(width: number): () => boolean {
  const media = window.matchMedia(`(max-width: ${width}px)`)
  const subscribe = (listener: () => void) => {
    media.addEventListener('change', listener)
    return () => media.removeEventListener('change', listener)
  }
  return () => useSyncExternalStore(subscribe, () => media.matches)
}

export const useIsNarrow = below(NARROW_PX)
export const useHasRail = below(RAIL_PX)
