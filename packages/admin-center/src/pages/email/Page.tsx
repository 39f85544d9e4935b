import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type {
  EmailSettings,
  EmailSettingsPage as EmailSettingsPageName,
} from '@trackmark/admin-api'
import type { ReactNode } from 'react'
import { PageHeader } from '../../components/PageHeader.tsx'
import { ErrorState, LoadingState } from '../../components/states.tsx'
import { Time } from '../../components/Time.tsx'
import { email } from '../../strings/email.ts'
import { settings } from '../../strings/settings.ts'
import { CategoryPanel } from './CategoryPanel.tsx'
import { CategorySwitch } from './CategorySwitch.tsx'
import { EmailSettingsForm } from './EmailSettingsForm.tsx'
import { useEmailSettings } from './use-email-settings.ts'

const OWN = { TrackCategorizedItems: CategorySwitch }
const BELOW = { TrackCategorizedItems: <CategoryPanel /> }

export function EmailTrackingPage() {
  return (
    <Page page="tracking" title={email.tracking.title} description={email.tracking.description}>
      {(stored) => <EmailSettingsForm page="tracking" stored={stored} own={OWN} below={BELOW} />}
    </Page>
  )
}

export function EmailSettingsPage() {
  return (
    <Page page="settings" title={email.settings.title} description={email.settings.description}>
      {(stored) => <EmailSettingsForm page="settings" stored={stored} />}
    </Page>
  )
}

interface PageProps {
  readonly page: EmailSettingsPageName
  readonly title: string
  readonly description: string
  readonly children: (stored: EmailSettings) => ReactNode
}

const ROWS = { tracking: 14, settings: 18 }

function Page({ page, title, description, children }: PageProps) {
  const stored = useEmailSettings()
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[{ text: settings.title, to: '/settings' }]}
        description={description}
      />
      {stored.isPending && <LoadingState lines={ROWS[page]} />}
      {stored.isError && stored.data === undefined && (
        <ErrorState error={stored.error} onRetry={() => void stored.refetch()} />
      )}
      {stored.data !== undefined && (
        <>
          <About stored={stored.data} />
          {children(stored.data)}
        </>
      )}
    </>
  )
}

function About({ stored }: { readonly stored: EmailSettings }) {
  const styles = useStyles()
  return (
    <div className={styles.about}>
      <Text size={200}>
        {settings.lastChanged} <Time at={stored.modifiedOn} />
        {stored.modifiedBy !== null && ` ${settings.by(stored.modifiedBy)}`}
      </Text>
    </div>
  )
}

const useStyles = makeStyles({
  about: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXL}`,
    marginBottom: tokens.spacingVerticalL,
    color: tokens.colorNeutralForeground2,
  },
})
