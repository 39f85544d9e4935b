import {
  MenuPopover,
  type MenuPopoverProps,
  makeStyles,
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

const CoverContext = createContext<() => () => void>(() => () => {})

/**
 * Draws menus, dialogs and messages above the page. Without it they would be at the end of the body
 * and outside of all landmarks.
 * @param label name of the landmark that contains them
 */
export function Layers({
  label,
  children,
}: {
  readonly label: string
  readonly children: ReactNode
}) {
  const [node, setNode] = useState<HTMLElement | null>(null)
  const styles = useStyles()
  const page = useRef<HTMLDivElement>(null)
  const beside = useRef<HTMLDivElement>(null)
  const covers = useRef(0)
  const cover = useCallback(() => {
    const count = (change: number) => {
      covers.current += change
      if (page.current !== null) page.current.inert = covers.current > 0
      if (beside.current !== null) beside.current.hidden = covers.current === 0
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
        <div ref={beside} hidden className={styles.beside} />
        <aside ref={setNode} aria-label={label} />
      </CoverContext.Provider>
    </PortalMountNodeProvider>
  )
}

/**
 * Draws the items of a menu. While the menu is open, a click beside it only closes it, so that a
 * person who misses an item doesn't press something that the menu partly covers (WCAG 2.2, 2.5.8).
 */
export function MenuSurface(props: MenuPopoverProps) {
  const isOpen = useMenuContext(({ open }) => open)
  const trigger = useMenuContext(({ triggerRef }) => triggerRef)
  const popover = useMenuContext(({ menuPopoverRef }) => menuPopoverRef)
  const cover = useContext(CoverContext)
  useLayoutEffect(() => {
    if (!isOpen) return
    const uncover = cover()
    return () => {
      uncover()
      // The menu gave the focus back too early: its button couldn't take it yet.
      queueMicrotask(() => {
        const { activeElement, body } = document
        const isLost = activeElement === body || popover.current?.contains(activeElement) === true
        if (isLost) trigger.current?.focus()
      })
    }
  }, [isOpen, cover, trigger, popover])
  return <MenuPopover {...props} />
}

const NO_BOX = { display: 'contents' }

const useStyles = makeStyles({
  // Just below menus, dialogs and messages, which Fluent puts at 1000000.
  beside: { position: 'fixed', inset: 0, zIndex: 999_999 },
})
