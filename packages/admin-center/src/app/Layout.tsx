import {
  Button,
  Drawer,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components'
import { Dismiss20Regular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation } from '@tanstack/react-router'
import { Suspense, useRef, useState } from 'react'
import { BAR_HEIGHT } from '../components/measures.ts'
import { ErrorState, LoadingState, NoAccessState } from '../components/states.tsx'
import { useHasRail, useIsNarrow } from '../components/use-is-narrow.ts'
import { shell } from '../strings/shell.ts'
import { Navigation } from './Navigation.tsx'
import { TopBar } from './TopBar.tsx'
import { mayOpen, meQuery } from './use-me.ts'

/** The bar, the navigation, and the page. Nothing is drawn before it is known who is there. */
export function Layout() {
  const styles = useStyles()
  const isNarrow = useIsNarrow()
  const isRail = useHasRail()
  const [isOpen, setOpen] = useState(false)
  const me = useQuery(meQuery)
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  if (me.isError) {
    return (
      <main className={styles.alone}>
        <ErrorState error={me.error} onRetry={() => void me.refetch()} />
      </main>
    )
  }
  if (me.data === undefined) {
    return (
      <main className={styles.alone} aria-busy="true">
        <LoadingState />
      </main>
    )
  }
  return (
    <div className={styles.root}>
      <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>
        {shell.skip}
      </button>
      <TopBar me={me.data} onOpenNavigation={isNarrow ? () => setOpen(true) : null} />
      <div className={styles.below}>
        {isNarrow ? (
          <Drawer open={isOpen} onOpenChange={(_, { open }) => setOpen(open)}>
            <DrawerHeader>
              <DrawerHeaderTitle
                action={
                  <Button
                    appearance="subtle"
                    aria-label={shell.closeNavigation}
                    icon={<Dismiss20Regular />}
                    onClick={() => setOpen(false)}
                  />
                }
              >
                {shell.product}
              </DrawerHeaderTitle>
            </DrawerHeader>
            <DrawerBody>
              <Navigation me={me.data} onNavigate={() => setOpen(false)} />
            </DrawerBody>
          </Drawer>
        ) : (
          <aside className={mergeClasses(styles.side, isRail && styles.rail)}>
            <Navigation me={me.data} isRail={isRail} />
          </aside>
        )}
        <main
          ref={main}
          tabIndex={-1}
          className={mergeClasses(styles.main, isNarrow && styles.mainNarrow)}
        >
          <Suspense fallback={<LoadingState />}>
            {mayOpen(me.data, pathname) ? <Outlet /> : <NoAccessState />}
          </Suspense>
        </main>
      </div>
    </div>
  )
}

const useStyles = makeStyles({
  root: { minHeight: '100vh', display: 'flex', flexDirection: 'column' },
  alone: { padding: tokens.spacingHorizontalXXL },
  skip: {
    position: 'absolute',
    left: tokens.spacingHorizontalM,
    top: '-48px',
    zIndex: 20,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    ':focus': { top: 0 },
  },
  below: { display: 'flex', flexGrow: 1, minWidth: 0 },
  side: {
    flex: '0 0 264px',
    boxSizing: 'border-box',
    position: 'sticky',
    top: BAR_HEIGHT,
    alignSelf: 'flex-start',
    height: `calc(100vh - ${BAR_HEIGHT})`,
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalS}`,
  },
  rail: { flexBasis: '56px', overflowX: 'hidden' },
  main: {
    flexGrow: 1,
    minWidth: 0,
    boxSizing: 'border-box',
    maxWidth: '1600px',
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXXL}`,
    outlineStyle: 'none',
  },
  mainNarrow: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}` },
})
