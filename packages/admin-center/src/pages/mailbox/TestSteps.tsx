import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import {
  CheckmarkCircle20Filled,
  Circle20Regular,
  ErrorCircle20Filled,
  Warning20Filled,
} from '@fluentui/react-icons'
import type { MailboxTestStep } from '@trackmark/admin-api'
import { mailbox } from '../../strings/mailboxes.ts'

const { test: text } = mailbox

const ICONS = {
  success: CheckmarkCircle20Filled,
  warning: Warning20Filled,
  failure: ErrorCircle20Filled,
  notRun: Circle20Regular,
} as const

/** What "Test & Enable" did, step by step, with what is wrong and what to do about it. */
export function TestSteps({ steps }: { readonly steps: readonly MailboxTestStep[] }) {
  const styles = useStyles()
  return (
    <ol className={styles.list}>
      {steps.map(({ step, result, durationMs, code, message, advice }) => {
        const Icon = ICONS[result]
        return (
          <li key={step} className={styles.step}>
            <Icon
              role="img"
              aria-label={text.results[result]}
              className={mergeClasses(styles.icon, styles[result])}
            />
            <div className={styles.words}>
              <Text weight="semibold">{text.steps[step]}</Text>
              {durationMs !== null && (
                <Text size={200} className={styles.soft}>
                  {Math.round(durationMs).toLocaleString('en')} ms
                </Text>
              )}
              {message !== null && <Text>{message}</Text>}
              {advice !== null && <Text className={styles.soft}>{advice}</Text>}
              {code !== null && (
                <Text size={200} className={styles.code}>
                  {code}
                </Text>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  step: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  icon: { flexShrink: 0 },
  success: { color: tokens.colorStatusSuccessForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  failure: { color: tokens.colorStatusDangerForeground1 },
  notRun: { color: tokens.colorNeutralForeground3 },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  soft: { color: tokens.colorNeutralForeground2 },
  code: { color: tokens.colorNeutralForeground3, fontFamily: tokens.fontFamilyMonospace },
})
