import {
  MenuPopover,
  type MenuPopoverProps,
  makeStyles,
  Portal,
  PortalMountNodeProvider,
  useMenuContext_unstable as useMenuContext,
} from '@fluentui/react-components'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { common } from '../strings/common.ts'

const CoverContext = createContext<() => () => void>(() => () => {})

/**
 * Where menus, dialogs and messages are drawn, above the page: at the end of the body, where they
 * would be otherwise, they are in none of its landmarks.
 */
export function Layers({ children }: { readonly children: ReactNode }) {
  const [node, setNode] = useState<HTMLElement | null>(null)
  const page = useRef<HTMLDivElement>(null)
  const covers = useRef(0)
  const cover = useCallback(() => {
    const count = (change: number) => {
      covers.current += change
      if (page.current !== null) page.current.inert = covers.current > 0
    }
    count(1)
    return () => count(-1)
  }, [])
  return (
    <PortalMountNodeProvider value={node ?? undefined}>
      <CoverContext.Provider value={cover}>
        <div ref={page} style={NO_BOX}>
          {children}
        </div>
        <aside ref={setNode} aria-label={common.layers} />
      </CoverContext.Provider>
    </PortalMountNodeProvider>
  )
}

/**
 * Where the items of a menu are drawn. While the menu is open, a click beside it closes it and does
 * nothing else: who misses an item doesn't press what the menu covers in part (WCAG 2.2, 2.5.8).
 */
export function MenuSurface(props: MenuPopoverProps) {
  const styles = useStyles()
  const isOpen = useMenuContext(({ open, isSubmenu }) => open && !isSubmenu)
  const cover = useContext(CoverContext)
  // Undone before the menu hands the focus back to its button, which it does in an effect.
  useLayoutEffect(() => (isOpen ? cover() : undefined), [isOpen, cover])
  return (
    <>
      {isOpen && (
        <Portal>
          <div className={styles.beside} />
        </Portal>
      )}
      <MenuPopover {...props} />
    </>
  )
}

const NO_BOX = { display: 'contents' }

const useStyles = makeStyles({ beside: { position: 'fixed', inset: 0 } })
