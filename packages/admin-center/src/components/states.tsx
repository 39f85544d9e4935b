import {
  Button,
  makeStyles,
  Skeleton,
  SkeletonItem,
  Text,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import {
  ArrowClockwise20Regular,
  ErrorCircle48Regular,
  LockClosed48Regular,
} from '@fluentui/react-icons'
import { ERROR_CODES } from '@trackmark/admin-api'
import type { ReactNode } from 'react'
import { ApiFailure } from '../api/client.ts'
import { common } from '../strings/common.ts'

/** The role doesn't include it: nothing that trying again would change. */
const isForbidden = (error: unknown): boolean =>
  error instanceof ApiFailure &&
  error.status === 403 &&
  (error.message === '' || error.code === ERROR_CODES.privilegeDenied)

/** What a refusal means for a person. */
export function failureText(error: unknown): string {
  if (!(error instanceof ApiFailure)) return common.failure.unexpected
  if (error.status === 0) return common.failure.unreachable
  if (isForbidden(error)) return common.failure.forbidden
  if (error.message !== '') return error.message
  return common.failure.unexpected
}

interface StateProps {
  readonly icon?: ReactNode
  readonly title: string
  readonly children?: ReactNode
  /** The next step: a button or a link. */
  readonly action?: ReactNode
}

/** Nothing there (yet), with what to do about it. */
export function EmptyState({ icon, title, children, action }: StateProps) {
  const styles = useStyles()
  return (
    <div className={styles.state}>
      {icon !== undefined && (
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
      )}
      <h2 className={styles.title}>{title}</h2>
      {children !== undefined && <Text className={styles.text}>{children}</Text>}
      {action}
    </div>
  )
}

/** A page that isn't for the person's role. */
export const NoAccessState = () => (
  <EmptyState icon={<LockClosed48Regular />} title={common.noAccess.title}>
    {common.noAccess.text}
  </EmptyState>
)

/** It failed: what happened, and a way on. */
export function ErrorState({
  error,
  title = common.failure.title,
  onRetry,
  action,
}: {
  readonly error: unknown
  readonly title?: string
  readonly onRetry?: () => void
  readonly action?: ReactNode
}) {
  const styles = useStyles()
  if (isForbidden(error)) return <NoAccessState />
  const code = error instanceof ApiFailure ? error.code : ''
  return (
    <div className={styles.state} role="alert">
      <span className={styles.errorIcon} aria-hidden="true">
        <ErrorCircle48Regular />
      </span>
      <h2 className={styles.title}>{title}</h2>
      <Text className={styles.text}>{failureText(error)}</Text>
      {code !== '' && (
        <Text size={200} className={styles.code}>
          {common.failure.code(code)}
        </Text>
      )}
      {onRetry !== undefined && (
        <Button icon={<ArrowClockwise20Regular />} onClick={onRetry}>
          {common.retry}
        </Button>
      )}
      {action}
    </div>
  )
}

/** Lines of the size of what is to come, so that nothing jumps. @param lines how many */
export function LoadingState({
  lines = 6,
  label = common.loading,
}: {
  readonly lines?: number
  readonly label?: string
}) {
  const styles = useStyles()
  return (
    <Skeleton aria-label={label} className={styles.skeleton}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they never change places
        <SkeletonItem key={line} size={32} />
      ))}
    </Skeleton>
  )
}

const useStyles = makeStyles({
  state: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    textAlign: 'center',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalM}`,
  },
  icon: { color: tokens.colorNeutralForeground3, fontSize: '48px', lineHeight: 1 },
  errorIcon: { color: tokens.colorStatusDangerForeground1 },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  text: { color: tokens.colorNeutralForeground2, maxWidth: '60ch' },
  code: { color: tokens.colorNeutralForeground3, fontFamily: tokens.fontFamilyMonospace },
  skeleton: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
})
