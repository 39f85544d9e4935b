import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { type Level, LevelIcon } from '../../components/LevelIcon.tsx'

/** An alert's level and text, and what belongs to it. */
export function AlertText({
  level,
  text,
  children,
}: {
  readonly level: Level
  readonly text: string
  readonly children?: ReactNode
}) {
  const styles = useStyles()
  return (
    <div className={styles.root}>
      <LevelIcon level={level} />
      <div className={styles.words}>
        <span className={styles.text}>{text}</span>
        {children}
      </div>
    </div>
  )
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    minWidth: 0,
  },
  words: {
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
  },
  text: { overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase300 },
})
