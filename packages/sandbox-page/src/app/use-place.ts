import { useCallback, useSyncExternalStore } from 'react'
import { type Address, formatAddress, type Place, parseAddress } from './place.ts'

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}

let known: { readonly hash: string; readonly address: Address } | null = null

function current(): Address {
  const { hash } = window.location
  if (known?.hash !== hash) known = { hash, address: parseAddress(hash) }
  return known.address
}

interface Going {
  readonly person: string | null
  readonly place: Place
  /** @param how `replace` leaves no step to come back to */
  readonly go: (place: Place, how?: 'replace') => void
  readonly goTo: (address: Address) => void
}

export function usePlace(): Going {
  const address = useSyncExternalStore(subscribe, current)
  const goTo = useCallback((chosen: Address, how?: 'replace') => {
    const hash = formatAddress(chosen)
    if (hash === window.location.hash) return
    if (how === 'replace') {
      history.replaceState(null, '', hash)
      window.dispatchEvent(new HashChangeEvent('hashchange'))
    } else {
      window.location.hash = hash
    }
  }, [])
  const { person } = address
  const go = useCallback(
    (place: Place, how?: 'replace') => goTo({ person: current().person, place }, how),
    [goTo],
  )
  return { person, place: address.place, go, goTo }
}
