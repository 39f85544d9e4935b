import { PortalMountNodeProvider } from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'
import { shell } from '../strings/shell.ts'

/**
 * Where menus, dialogs and messages are drawn, above the page: at the end of the body, where they
 * would be otherwise, they are in none of its landmarks.
 */
export function Layers({ children }: { readonly children: ReactNode }) {
  const [node, setNode] = useState<HTMLElement | null>(null)
  return (
    <PortalMountNodeProvider value={node ?? undefined}>
      {children}
      <aside ref={setNode} aria-label={shell.layers} />
    </PortalMountNodeProvider>
  )
}
