import { Field, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components'
import { failureText, LoadingState } from '../../components/states.tsx'
import { mailbox, mailboxes } from '../../strings/mailboxes.ts'
import { useTestSummary } from './use-mailboxes.ts'

const { testing: text } = mailboxes

/** How far the tests of many mailboxes are, and which reasons those have that failed. */
export function TestProgress({ since }: { readonly since: string }) {
  const styles = useStyles()
  const { data, error } = useTestSummary(since)
  if (error !== null) return <>{failureText(error)}</>
  if (data === undefined) return <LoadingState lines={2} />
  const { waiting, passed, failed, reasons } = data
  const done = passed + failed
  const all = done + waiting
  return (
    <>
      <Field validationMessage={text.progress(done, all)} validationState="none">
        <ProgressBar value={all === 0 ? 1 : done / all} aria-label={text.progress(done, all)} />
      </Field>
      <Text weight="semibold">{text.outcome(passed, failed)}</Text>
      {waiting > 0 && <Text>{text.goesOn}</Text>}
      <ul className={styles.list}>
        {reasons.map(({ step, code, message, advice, count, names }) => (
          <li key={`${step} ${code}`} className={styles.reason}>
            <Text weight="semibold">{text.reason(mailbox.test.steps[step], code, count)}</Text>
            {message !== null && <Text>{message}</Text>}
            {advice !== null && <Text className={styles.soft}>{advice}</Text>}
            <Text size={200} className={styles.soft}>
              {text.who(names.join(', '), count - names.length)}
            </Text>
          </li>
        ))}
      </ul>
    </>
  )
}

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  reason: {
    display: 'flex',
    flexDirection: 'column',
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  soft: { color: tokens.colorNeutralForeground2 },
})
