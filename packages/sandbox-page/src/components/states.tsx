import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  mergeClasses,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components'
import type { ReactElement, ReactNode } from 'react'
import { reasonOf } from '../app/reason.ts'
import { common } from '../strings/common.ts'

interface Fills {
  /** All the room there is, as the main part of the page. */
  readonly fills?: boolean
}

export function Loading({ fills }: Fills) {
  const styles = useStyles()
  const spinner = <Spinner label={common.loading} delay={150} />
  return fills ? (
    <main className={mergeClasses(styles.center, styles.fills)}>{spinner}</main>
  ) : (
    <div className={styles.center}>{spinner}</div>
  )
}

interface FailedProps extends Fills {
  readonly error: unknown
  readonly onRetry: () => void
}

export function Failed({ error, onRetry, fills }: FailedProps) {
  const styles = useStyles()
  const bar = (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{common.loadFailed}</MessageBarTitle>
        {reasonOf(error)}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={onRetry}>{common.tryAgain}</Button>
      </MessageBarActions>
    </MessageBar>
  )
  return fills ? (
    <main className={mergeClasses(styles.failed, styles.fills)}>{bar}</main>
  ) : (
    <div className={styles.failed}>{bar}</div>
  )
}

interface EmptyProps {
  readonly icon: ReactElement
  readonly title: string
  readonly hint?: string
  readonly children?: ReactNode
}

export function Empty({ icon, title, hint, children }: EmptyProps) {
  const styles = useStyles()
  return (
    <div className={styles.center}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <Text weight="semibold">{title}</Text>
      {hint !== undefined && (
        <Text align="center" className={styles.hint}>
          {hint}
        </Text>
      )}
      {children}
    </div>
  )
}

const useStyles = makeStyles({
  fills: { flexGrow: 1, minWidth: 0, height: '100%' },
  center: {
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalXXL,
    flexGrow: 1,
  },
  failed: { padding: tokens.spacingHorizontalL },
  icon: { fontSize: '48px', lineHeight: 1, color: tokens.colorNeutralForeground4 },
  hint: { color: tokens.colorNeutralForeground3, maxWidth: '36ch' },
})
