import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components'
import {
  CheckmarkCircle20Filled,
  ErrorCircle20Filled,
  SubtractCircle20Regular,
  Warning20Filled,
} from '@fluentui/react-icons'
import type { ProfileTestResult, ServerProfile } from '@trackmark/admin-api'
import { useState } from 'react'
import { failureText } from '../../components/states.tsx'
import { Time } from '../../components/Time.tsx'
import { profiles } from '../../strings/profiles.ts'
import { useTestProfile } from './use-profiles.ts'
import { isAddress } from './view-model.ts'

const texts = profiles.test

/** Tries the stored credentials on one mailbox, and tells step by step how it went. */
export function TestPanel({
  profile,
  mayTest,
}: {
  readonly profile: ServerProfile
  readonly mayTest: boolean
}) {
  const styles = useStyles()
  const [mailbox, setMailbox] = useState('')
  const [isTouched, setTouched] = useState(false)
  const test = useTestProfile(profile.profileId)
  const isOdd = isTouched && !isAddress(mailbox)
  const run = () => {
    setTouched(true)
    if (isAddress(mailbox)) test.mutate(mailbox.trim())
  }
  return (
    <div className={styles.panel}>
      <Text>{texts.hint}</Text>
      {mayTest && (
        <form
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            run()
          }}
        >
          <Field
            label={texts.mailbox}
            className={styles.field}
            {...(isOdd ? { validationMessage: texts.mailboxFault } : {})}
          >
            <Input type="email" value={mailbox} onChange={(_, { value }) => setMailbox(value)} />
          </Field>
          <Button
            type="submit"
            disabledFocusable={test.isPending}
            {...(test.isPending ? { icon: <Spinner size="tiny" /> } : {})}
          >
            {test.isPending ? texts.running : texts.run}
          </Button>
        </form>
      )}
      <div role="status" className={styles.panel}>
        {test.isError && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{failureText(test.error)}</MessageBarBody>
          </MessageBar>
        )}
        {test.data !== undefined && !test.isPending && (
          <>
            <MessageBar intent={test.data.ok ? 'success' : 'error'}>
              <MessageBarBody>{test.data.ok ? texts.passed : texts.failed}</MessageBarBody>
            </MessageBar>
            <ol className={styles.steps}>
              {test.data.steps.map((step) => (
                <Step key={step.step} step={step} />
              ))}
            </ol>
          </>
        )}
        {test.data === undefined && profile.lastTest !== null && (
          <Text size={200} className={styles.quiet}>
            {texts.last}: {profiles.results[profile.lastTest.result]},{' '}
            <Time at={profile.lastTest.on} />
            {profile.lastTest.message !== null && ` — ${profile.lastTest.message}`}
          </Text>
        )}
      </div>
    </div>
  )
}

const ICONS = {
  success: CheckmarkCircle20Filled,
  warning: Warning20Filled,
  failure: ErrorCircle20Filled,
  notRun: SubtractCircle20Regular,
} as const

function Step({ step }: { readonly step: ProfileTestResult }) {
  const styles = useStyles()
  const Icon = ICONS[step.result]
  return (
    <li className={styles.step}>
      <Icon className={styles[step.result]} aria-hidden="true" />
      <div className={styles.words}>
        <span>
          <strong>{texts.steps[step.step]}</strong>: {texts.results[step.result]}
        </span>
        {step.message !== null && <Text>{step.message}</Text>}
        {step.advice !== null && <Text className={styles.quiet}>{step.advice}</Text>}
        {(step.code ?? step.permission) !== null && (
          <Text size={200} className={styles.code}>
            {[step.permission, step.code].filter((part) => part !== null).join(' · ')}
          </Text>
        )}
      </div>
    </li>
  )
}

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  form: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: tokens.spacingHorizontalM,
    maxWidth: '560px',
  },
  field: { flex: '1 1 220px' },
  steps: { listStyleType: 'none', margin: 0, padding: 0, maxWidth: '720px' },
  step: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    '& svg': { flexShrink: 0 },
  },
  words: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXXS,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  code: { color: tokens.colorNeutralForeground3, fontFamily: tokens.fontFamilyMonospace },
  success: { color: tokens.colorStatusSuccessForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  failure: { color: tokens.colorStatusDangerForeground1 },
  notRun: { color: tokens.colorNeutralForeground3 },
})
