import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components'
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
  const isClean = changes === 0
  return (
    <div className={styles.bar}>
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
