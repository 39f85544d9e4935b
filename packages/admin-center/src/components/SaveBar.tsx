import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components'
import { type RefObject, useLayoutEffect, useRef } from 'react'
import { common } from '../strings/common.ts'
import { settings } from '../strings/settings.ts'

interface SaveBarProps {
  /** How many things were changed and not saved. */
  readonly changes: number
  readonly hasFaults: boolean
  readonly isSaving: boolean
  readonly onSave: () => void
  readonly onDiscard: () => void
}

/** Save and Discard, in sight wherever a long form is scrolled to. */
export function SaveBar({ changes, hasFaults, isSaving, onSave, onDiscard }: SaveBarProps) {
  const styles = useStyles()
  const bar = useRef<HTMLDivElement>(null)
  useScrollRoom(bar)
  const isClean = changes === 0
  return (
    <div ref={bar} className={styles.bar}>
      <Button
        appearance="primary"
        disabled={isClean || hasFaults}
        disabledFocusable={isSaving}
        onClick={onSave}
        {...(isSaving ? { icon: <Spinner size="tiny" /> } : {})}
      >
        {common.save}
      </Button>
      <Button disabled={isClean || isSaving} onClick={onDiscard}>
        {common.discard}
      </Button>
      <Text size={200} className={styles.text} role="status">
        {isClean ? settings.nothingToSave : settings.unsaved(changes)}
      </Text>
    </div>
  )
}

/** What gets the focus is scrolled to above the bar, and not behind it (WCAG 2.2, 2.4.11). */
function useScrollRoom(bar: RefObject<HTMLDivElement | null>): void {
  useLayoutEffect(() => {
    const shown = bar.current
    if (shown === null) return
    const { style } = document.documentElement
    const watch = new ResizeObserver(() => {
      style.scrollPaddingBottom = `${shown.offsetHeight}px`
    })
    watch.observe(shown)
    return () => {
      watch.disconnect()
      style.scrollPaddingBottom = ''
    }
  }, [bar])
}

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    bottom: 0,
    zIndex: 2,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalXL,
    padding: `${tokens.spacingVerticalM} 0`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: { color: tokens.colorNeutralForeground2 },
})
