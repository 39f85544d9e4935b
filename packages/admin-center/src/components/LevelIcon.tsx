import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ErrorCircle20Filled, Info20Filled, Warning20Filled } from '@fluentui/react-icons'
import { common } from '../strings/common.ts'

export type Level = 'information' | 'warning' | 'error'

const ICONS = {
  information: Info20Filled,
  warning: Warning20Filled,
  error: ErrorCircle20Filled,
} as const

/** An alert's level, by shape, colour and name. */
export function LevelIcon({ level }: { readonly level: Level }) {
  const styles = useStyles()
  const Icon = ICONS[level]
  return (
    <Icon
      role="img"
      aria-label={common.levels[level]}
      className={mergeClasses(styles.icon, styles[level])}
    />
  )
}

const useStyles = makeStyles({
  icon: { flexShrink: 0 },
  information: { color: tokens.colorBrandForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  error: { color: tokens.colorStatusDangerForeground1 },
})
