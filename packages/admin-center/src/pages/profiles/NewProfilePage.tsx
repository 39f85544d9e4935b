import {
  Button,
  Field,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Radio,
  RadioGroup,
  Spinner,
  Text,
  Textarea,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import type { ServerProfileKind } from '@trackmark/admin-api'
import { useEffect, useRef, useState } from 'react'
import { useTell } from '../../app/Toasts.tsx'
import { useMe } from '../../app/use-me.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import { failureText } from '../../components/states.tsx'
import { profiles } from '../../strings/profiles.ts'
import {
  AdvancedFields,
  CredentialFields,
  GeneralFields,
  LocationFields,
  Stack,
} from './ProfileFields.tsx'
import { PROFILE_CRUMBS } from './ProfilePage.tsx'
import { useCreateProfile } from './use-profiles.ts'
import { addressesOf, creationOf, emptyForm, faultsOf } from './view-model.ts'

const { wizard, kinds, fields, sections } = profiles
const KIND = 0
const CONNECTION = 1
const MAILBOXES = 2
const REVIEW = 3

type Reach = 'none' | 'some' | 'all'

export function NewProfilePage() {
  const styles = useStyles()
  const tell = useTell()
  const navigate = useNavigate()
  const { sandboxUrl, sandboxYields } = useMe()
  const create = useCreateProfile()
  const [step, setStep] = useState(KIND)
  const [form, setForm] = useState(emptyForm('exchangeonline'))
  const [isTried, setTried] = useState(false)
  const [reach, setReach] = useState<Reach>('none')
  const [listed, setListed] = useState('')
  const heading = useHeadingFocus(step)
  const faults = faultsOf(form, null)
  const { addresses, wrong } = addressesOf(listed)
  const isOdd =
    (step === CONNECTION && Object.keys(faults).length > 0) ||
    (step === MAILBOXES && reach === 'some' && (wrong !== null || addresses.length === 0))
  const next = () => {
    setTried(isOdd)
    if (!isOdd) setStep(step + 1)
  }
  const submit = () => {
    const mailboxes = reach === 'all' ? 'all' : reach === 'some' ? addresses : []
    create.mutate(creationOf(form, mailboxes), {
      onSuccess: ({ profile, notAdded }) => {
        if (notAdded.length > 0) tell('error', wizard.notAdded(notAdded.join(', ')))
        else tell('success', wizard.created(profile.name))
        void navigate({ to: '/settings/email/profiles/$id', params: { id: profile.profileId } })
      },
    })
  }
  const shared = {
    form,
    stored: null,
    faults: isTried ? faults : {},
    onChange: (edit: Partial<typeof form>) => setForm({ ...form, ...edit }),
  }
  return (
    <>
      <PageHeader title={profiles.add} crumbs={PROFILE_CRUMBS} />
      <h2 ref={heading} tabIndex={-1} className={styles.step}>
        {wizard.step(step + 1, wizard.steps.length, wizard.steps[step] ?? '')}
      </h2>
      {step === KIND && (
        <Field label={wizard.kind}>
          <RadioGroup
            value={form.connector}
            onChange={(_, { value }) => setForm(emptyForm(value as ServerProfileKind))}
          >
            {(['exchangeonline', 'sandbox'] as const).map((kind) => (
              <Radio
                key={kind}
                value={kind}
                disabled={kind === 'sandbox' && sandboxUrl === null}
                label={
                  <span className={styles.choice}>
                    {kinds[kind]}
                    <Text size={200} className={styles.quiet}>
                      {wizard.kindHints[kind]}
                    </Text>
                  </span>
                }
              />
            ))}
          </RadioGroup>
        </Field>
      )}
      {step === CONNECTION && (
        <Stack>
          <GeneralFields {...shared} />
          <CredentialFields {...shared} />
          <details className={styles.more}>
            <summary>{sections.advanced}</summary>
            <Stack>
              {form.connector === 'exchangeonline' && <LocationFields {...shared} />}
              <AdvancedFields {...shared} />
            </Stack>
          </details>
        </Stack>
      )}
      {step === MAILBOXES && (
        <Stack>
          <Field label={wizard.mailboxes}>
            <RadioGroup value={reach} onChange={(_, { value }) => setReach(value as Reach)}>
              {(['none', 'some', 'all'] as const).map((choice) => (
                <Radio key={choice} value={choice} label={wizard.mailboxChoices[choice]} />
              ))}
            </RadioGroup>
          </Field>
          {reach === 'some' && (
            <Field
              label={wizard.addresses}
              hint={wizard.addressesHint}
              {...(isTried && isOdd
                ? { validationMessage: profiles.faults.addresses(wrong ?? '""') }
                : {})}
            >
              <Textarea rows={6} value={listed} onChange={(_, { value }) => setListed(value)} />
            </Field>
          )}
        </Stack>
      )}
      {step === REVIEW && (
        <Stack>
          <Text>{wizard.review}</Text>
          <Review
            rows={[
              [wizard.kind, kinds[form.connector]],
              [fields.name, form.name],
              ...(form.connector === 'exchangeonline'
                ? [[fields.tenantId, form.tenantId] as const]
                : []),
              [fields.clientId, form.clientId],
              [profiles.credentials[form.credential], wizard.kept],
              [
                wizard.mailboxes,
                reach === 'some' ? addresses.join(', ') : wizard.mailboxChoices[reach],
              ],
            ]}
          />
          {form.connector === 'exchangeonline' && sandboxYields && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{wizard.sandboxYields}</MessageBarBody>
            </MessageBar>
          )}
        </Stack>
      )}
      {create.isError && (
        <MessageBar intent="error" layout="multiline" className={styles.error}>
          <MessageBarBody>{failureText(create.error)}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.buttons}>
        <Button disabled={step === KIND || create.isPending} onClick={() => setStep(step - 1)}>
          {wizard.back}
        </Button>
        {step < REVIEW ? (
          <Button appearance="primary" onClick={next}>
            {wizard.next}
          </Button>
        ) : (
          <Button
            appearance="primary"
            disabledFocusable={create.isPending}
            onClick={submit}
            {...(create.isPending ? { icon: <Spinner size="tiny" /> } : {})}
          >
            {wizard.create}
          </Button>
        )}
      </div>
    </>
  )
}

/** Who goes on hears where they are; the first step is where the page begins anyway. */
function useHeadingFocus(step: number) {
  const heading = useRef<HTMLHeadingElement>(null)
  const last = useRef(step)
  useEffect(() => {
    if (last.current !== step) heading.current?.focus()
    last.current = step
  }, [step])
  return heading
}

function Review({ rows }: { readonly rows: readonly (readonly [string, string])[] }) {
  const styles = useStyles()
  return (
    <dl className={styles.review}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt className={styles.quiet}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const useStyles = makeStyles({
  step: {
    ...typographyStyles.subtitle1,
    margin: `0 0 ${tokens.spacingVerticalL}`,
    outlineStyle: 'none',
  },
  choice: { display: 'flex', flexDirection: 'column' },
  quiet: { color: tokens.colorNeutralForeground2 },
  more: { '& summary': { cursor: 'pointer', marginBottom: tokens.spacingVerticalM } },
  error: { marginTop: tokens.spacingVerticalL, maxWidth: '560px' },
  buttons: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalXXL,
  },
  review: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, margin: 0 },
  value: { margin: 0, overflowWrap: 'anywhere' },
})
