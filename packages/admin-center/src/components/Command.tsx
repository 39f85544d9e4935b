import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { Copy20Regular } from '@fluentui/react-icons'
import { useTell } from '../app/Toasts.tsx'
import { common } from '../strings/common.ts'

/** A command to be run in a terminal, with a button that copies it. */
export function Command({ title, command }: { readonly title: string; readonly command: string }) {
  const styles = useStyles()
  const tell = useTell()
  const copy = async () => {
    await navigator.clipboard.writeText(command)
    tell('success', common.copied)
  }
  return (
    <div className={styles.root}>
      <Text weight="semibold">{title}</Text>
      <div className={styles.line}>
        <code className={styles.code}>{command}</code>
        <Button
          appearance="subtle"
          icon={<Copy20Regular />}
          aria-label={common.copyCommand(title)}
          onClick={() => void copy()}
        />
      </div>
    </div>
  )
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  line: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  code: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
})
