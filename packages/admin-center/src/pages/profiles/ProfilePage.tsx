import {
  Badge,
  Button,
  MessageBar,
  MessageBarBody,
  makeStyles,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { Delete20Regular, Pause20Regular, Play20Regular } from '@fluentui/react-icons'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { ServerProfile } from '@trackmark/admin-api'
import { type ReactNode, useState } from 'react'
import { useTell } from '../../app/Toasts.tsx'
import { isAdministrator, useMe } from '../../app/use-me.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { SaveBar } from '../../components/SaveBar.tsx'
import { ErrorState, failureText, LoadingState } from '../../components/states.tsx'
import { UnsavedGuard } from '../../components/UnsavedGuard.tsx'
import { common } from '../../strings/common.ts'
import { profiles } from '../../strings/profiles.ts'
import { settings } from '../../strings/settings.ts'
import { isConflict } from '../email/use-email-settings.ts'
import {
  AdvancedFields,
  CredentialFields,
  GeneralFields,
  LocationFields,
} from './ProfileFields.tsx'
import { TestPanel } from './TestPanel.tsx'
import { useChangeProfile, useDeleteProfile, useProfile } from './use-profiles.ts'
import { changesOf, faultsOf, formOf, type ProfileForm } from './view-model.ts'

export const PROFILE_CRUMBS = [
  { text: settings.title, to: '/settings' },
  { text: profiles.title, to: '/settings/email/profiles' },
] as const

const route = getRouteApi('/settings/email/profiles/$id')

export function ProfilePage() {
  const { id } = route.useParams()
  const profile = useProfile(id)
  if (profile.data !== undefined) return <Form key={id} profile={profile.data} />
  return (
    <>
      <PageHeader title={profiles.title} crumbs={PROFILE_CRUMBS} />
      {profile.isError ? (
        <ErrorState error={profile.error} onRetry={() => void profile.refetch()} />
      ) : (
        <LoadingState lines={12} />
      )}
    </>
  )
}

function Form({ profile }: { readonly profile: ServerProfile }) {
  const styles = useStyles()
  const tell = useTell()
  const mayChange = isAdministrator(useMe())
  const change = useChangeProfile(profile.profileId)
  const [edits, setEdits] = useState<Partial<ProfileForm>>({})
  const before = formOf(profile)
  const form = { ...before, ...edits }
  const changes = changesOf(form, before)
  const faults = faultsOf(form, profile.connection.credential)
  const isOtherCredential = form.credential !== before.credential
  const count = Object.keys(changes).length + (isOtherCredential ? 1 : 0)
  const save = () =>
    change.mutate(
      { body: changes, etag: profile.etag },
      {
        onSuccess: () => {
          setEdits({})
          tell('success', common.saved)
        },
      },
    )
  const fields = {
    form,
    stored: profile,
    faults: count === 0 ? {} : faults,
    isReadOnly: !mayChange,
    onChange: (edit: Partial<ProfileForm>) => setEdits({ ...edits, ...edit }),
  }
  const { sections } = profiles
  return (
    <>
      <UnsavedGuard isDirty={count > 0} />
      <PageHeader
        title={profile.name}
        crumbs={PROFILE_CRUMBS}
        description={
          <span className={styles.badges}>
            <Badge appearance="tint" color={profile.isActive ? 'success' : 'informative'}>
              {profile.isActive ? profiles.active : profiles.inactive}
            </Badge>
            <Badge appearance="outline">{profiles.kinds[profile.connector]}</Badge>
            {profile.isDefault && <Badge appearance="outline">{profiles.isDefault}</Badge>}
            <span>
              {profiles.columns.mailboxes}: {profile.mailboxes.toLocaleString('en')}
            </span>
          </span>
        }
        actions={mayChange ? <Commands profile={profile} /> : undefined}
      />
      {!mayChange && (
        <MessageBar className={styles.bar}>
          <MessageBarBody>{profiles.mayNotChange}</MessageBarBody>
        </MessageBar>
      )}
      <Section title={sections.test}>
        <TestPanel profile={profile} mayTest={mayChange} />
      </Section>
      <Section title={sections.general}>
        <GeneralFields {...fields} />
      </Section>
      <Section title={sections.credentials}>
        <CredentialFields {...fields} />
      </Section>
      {profile.connector === 'exchangeonline' && (
        <Section title={sections.locations}>
          <LocationFields {...fields} />
        </Section>
      )}
      <Section title={sections.advanced}>
        <AdvancedFields {...fields} />
      </Section>
      {change.isError && (
        <MessageBar
          intent={isConflict(change.error) ? 'warning' : 'error'}
          layout="multiline"
          className={styles.bar}
        >
          <MessageBarBody>
            {isConflict(change.error) ? settings.conflict : failureText(change.error)}
          </MessageBarBody>
        </MessageBar>
      )}
      {mayChange && (
        <SaveBar
          changes={count}
          hasFaults={Object.keys(faults).length > 0}
          isSaving={change.isPending}
          onSave={save}
          onDiscard={() => {
            setEdits({})
            change.reset()
          }}
        />
      )}
    </>
  )
}

function Commands({ profile }: { readonly profile: ServerProfile }) {
  const tell = useTell()
  const navigate = useNavigate()
  const change = useChangeProfile(profile.profileId)
  const remove = useDeleteProfile(profile.profileId)
  const [asked, setAsked] = useState<'deactivate' | 'delete' | null>(null)
  const { commands, deactivation, deletion } = profiles
  const setActive = (isActive: boolean) =>
    change.mutateAsync({ body: { isActive }, etag: profile.etag })
  return (
    <>
      {profile.isActive ? (
        <Button icon={<Pause20Regular />} onClick={() => setAsked('deactivate')}>
          {commands.deactivate}
        </Button>
      ) : (
        <Button
          icon={<Play20Regular />}
          onClick={() =>
            setActive(true).catch((error: unknown) => tell('error', failureText(error)))
          }
        >
          {commands.activate}
        </Button>
      )}
      <Button
        icon={<Delete20Regular />}
        disabledFocusable={profile.mailboxes > 0}
        {...(profile.mailboxes > 0 ? { title: deletion.used } : {})}
        onClick={() => setAsked('delete')}
      >
        {commands.delete}
      </Button>
      <ConfirmDialog
        isOpen={asked === 'deactivate'}
        title={deactivation.title(profile.name)}
        confirmText={commands.deactivate}
        onConfirm={() => setActive(false)}
        onClose={() => setAsked(null)}
      >
        {deactivation.text(profile.mailboxes)}
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asked === 'delete'}
        title={deletion.title(profile.name)}
        confirmText={commands.delete}
        onConfirm={async () => {
          await remove.mutateAsync()
          await navigate({ to: '/settings/email/profiles' })
        }}
        onClose={() => setAsked(null)}
      >
        {deletion.text}
      </ConfirmDialog>
    </>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{title}</h2>
      {children}
    </section>
  )
}

const useStyles = makeStyles({
  badges: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
  bar: { marginBottom: tokens.spacingVerticalL, maxWidth: '720px' },
  section: { marginBottom: tokens.spacingVerticalXXL },
  title: { ...typographyStyles.subtitle1, margin: `0 0 ${tokens.spacingVerticalM}` },
})
