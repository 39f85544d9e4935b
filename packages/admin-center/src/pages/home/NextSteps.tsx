import {
  Button,
  Card,
  makeStyles,
  Text,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { CheckmarkCircle20Filled, Circle20Regular, Open20Regular } from '@fluentui/react-icons'
import type { Me } from '@trackmark/admin-api'
import type { ReactNode } from 'react'
import { isAdministrator, isCustomizer } from '../../app/use-me.ts'
import { RouterLink } from '../../components/RouterLink.tsx'
import { home } from '../../strings/home.ts'
import { shell } from '../../strings/shell.ts'
import type { Status } from './use-status.ts'

const { steps } = home
const PLACES: Readonly<Record<'activities' | 'tracking' | 'profiles', string>> = {
  activities: '/activities',
  tracking: '/settings/email/tracking',
  profiles: '/settings/email/profiles',
}

/** What to do while nothing is tracked yet: each step says whether it is done. */
export function NextSteps({ me, status }: { readonly me: Me; readonly status: Status }) {
  const styles = useStyles()
  const isOn = status.trackCategorizedItems === true
  return (
    <Card className={styles.card}>
      <h2 className={styles.title}>{steps.title}</h2>
      <ol className={styles.list}>
        {!isOn && (
          <Step title={steps.switchOn.title} isDone={false} text={steps.switchOn.text}>
            {isCustomizer(me) && (
              <RouterLink to={PLACES.tracking}>{home.category.change}</RouterLink>
            )}
          </Step>
        )}
        <Step
          title={steps.read.title}
          isDone={status.mailboxes.synchronized > 0}
          text={steps.read.text(status.mailboxes.synchronized)}
        />
        <Step
          title={steps.mark.title}
          isDone={false}
          text={me.sandboxUrl === null ? steps.mark.outlook : steps.mark.sandbox}
        >
          {me.sandboxUrl !== null && <SandboxLink url={me.sandboxUrl} isPrimary />}
        </Step>
        <Step title={steps.look.title} isDone={false} text={steps.look.text}>
          <RouterLink to={PLACES.activities}>{steps.look.link}</RouterLink>
        </Step>
        {me.sandboxUrl !== null && isAdministrator(me) && (
          <Step title={steps.connect.title} isDone={false} text={steps.connect.text}>
            <RouterLink to={PLACES.profiles}>{steps.connect.link}</RouterLink>
          </Step>
        )}
      </ol>
    </Card>
  )
}

/** To the sandbox's page, where mailboxes look like in Outlook. */
export function SandboxLink({ url, isPrimary }: { readonly url: string; isPrimary?: boolean }) {
  return (
    <Button
      as="a"
      href={url}
      target="_blank"
      rel="noopener"
      icon={<Open20Regular />}
      appearance={isPrimary ? 'primary' : 'secondary'}
      aria-label={`${home.openSandbox} ${shell.opensInNewTab}`}
    >
      {home.openSandbox}
    </Button>
  )
}

interface StepProps {
  readonly title: string
  readonly isDone: boolean
  readonly text: string
  /** What leads there. */
  readonly children?: ReactNode
}

function Step({ title, isDone, text, children }: StepProps) {
  const styles = useStyles()
  return (
    <li className={styles.step}>
      {isDone ? (
        <CheckmarkCircle20Filled role="img" aria-label={steps.done} className={styles.done} />
      ) : (
        <Circle20Regular role="img" aria-label={steps.open} className={styles.open} />
      )}
      <div className={styles.words}>
        <Text weight="semibold">{title}</Text>
        <Text className={styles.text}>{text}</Text>
        {children}
      </div>
    </li>
  )
}

const useStyles = makeStyles({
  card: { marginBottom: tokens.spacingVerticalL },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
  },
  step: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  words: {
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalXS,
  },
  text: { color: tokens.colorNeutralForeground2, maxWidth: '70ch' },
  done: { flexShrink: 0, color: tokens.colorStatusSuccessForeground1 },
  open: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
})
