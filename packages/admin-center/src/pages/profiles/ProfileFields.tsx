import {
  Checkbox,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Textarea,
  tokens,
} from '@fluentui/react-components'
import type { ServerProfile } from '@trackmark/admin-api'
import type { ReactNode } from 'react'
import { profiles } from '../../strings/profiles.ts'
import { settings } from '../../strings/settings.ts'
import type { FormFaults, ProfileForm } from './view-model.ts'

const { fields, hints, credentials } = profiles

export interface FieldsProps {
  readonly form: ProfileForm
  /** Null = it is being created. */
  readonly stored: ServerProfile | null
  readonly faults: FormFaults
  readonly isReadOnly?: boolean
  readonly onChange: (change: Partial<ProfileForm>) => void
}

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })

export function GeneralFields(props: FieldsProps) {
  return (
    <Stack>
      <TextField {...props} name="name" isRequired />
      <Labelled {...props} name="description">
        <Textarea
          value={props.form.description}
          disabled={props.isReadOnly === true}
          onChange={(_, { value }) => props.onChange({ description: value })}
        />
      </Labelled>
      <Flag {...props} name="isDefault" hint={hints.isDefault} />
    </Stack>
  )
}

/** Tenant, client, and a secret that is written and never read. */
export function CredentialFields(props: FieldsProps) {
  const { form, isReadOnly, onChange } = props
  const isOnline = form.connector === 'exchangeonline'
  return (
    <Stack>
      {isOnline && <TextField {...props} name="tenantId" hint={hints.tenantId} isRequired />}
      <TextField
        {...props}
        name="clientId"
        isRequired
        {...(isOnline ? { hint: hints.clientId } : {})}
      />
      {isOnline && (
        <Field label={fields.credential}>
          <RadioGroup
            layout="horizontal"
            value={form.credential}
            disabled={isReadOnly === true}
            onChange={(_, { value }) =>
              onChange({ credential: value === 'certificate' ? 'certificate' : 'secret' })
            }
          >
            <Radio value="secret" label={credentials.secret} />
            <Radio value="certificate" label={credentials.certificate} />
          </RadioGroup>
        </Field>
      )}
      {form.credential === 'secret' ? <Secret {...props} /> : <Certificate {...props} />}
    </Stack>
  )
}

function Secret(props: FieldsProps) {
  const { form, stored, isReadOnly, onChange } = props
  const isKept = stored?.connection.credential === 'secret'
  const setOn = stored?.secretSetOn ?? null
  const hint = !isKept
    ? hints.secret
    : setOn === null
      ? hints.secretUnknown
      : hints.secretSet(day.format(new Date(setOn)))
  return (
    <Labelled {...props} name="secret" hint={hint} isRequired={!isKept}>
      <Input
        type="password"
        autoComplete="off"
        value={form.secret}
        disabled={isReadOnly === true}
        onChange={(_, { value }) => onChange({ secret: value })}
      />
    </Labelled>
  )
}

function Certificate(props: FieldsProps) {
  const { form, stored, isReadOnly, onChange } = props
  const facts = stored?.connection.credential === 'certificate' ? stored.certificate : null
  const say = facts?.isExpired === true ? hints.certificateExpired : hints.certificate
  const hint =
    facts === null ? undefined : say(facts.subject, day.format(new Date(facts.expiresOn)))
  return (
    <>
      <Labelled {...props} name="certificate" {...(hint === undefined ? {} : { hint })}>
        <Textarea
          rows={4}
          value={form.certificate}
          disabled={isReadOnly === true}
          onChange={(_, { value }) => onChange({ certificate: value })}
        />
      </Labelled>
      <Labelled {...props} name="privateKey">
        <Textarea
          rows={4}
          value={form.privateKey}
          disabled={isReadOnly === true}
          onChange={(_, { value }) => onChange({ privateKey: value })}
        />
      </Labelled>
    </>
  )
}

export function LocationFields(props: FieldsProps) {
  return (
    <Stack>
      <TextField {...props} name="authorityUrl" hint={hints.locations} />
      <TextField {...props} name="graphUrl" />
    </Stack>
  )
}

export function AdvancedFields(props: FieldsProps) {
  const kept = settings.notActive
  return (
    <Stack>
      <Labelled {...props} name="processEmailsReceivedAfter" hint={kept}>
        <Input
          type="date"
          value={props.form.processEmailsReceivedAfter}
          disabled={props.isReadOnly === true}
          onChange={(_, { value }) => props.onChange({ processEmailsReceivedAfter: value })}
        />
      </Labelled>
      <TextField {...props} name="minPollingMinutes" hint={hints.minPollingMinutes} isNumber />
      <TextField {...props} name="maxConcurrentConnections" hint={kept} isNumber />
      <Flag {...props} name="moveUndeliveredEmails" hint={kept} />
      <Flag {...props} name="sendEmailAlert" hint={kept} />
    </Stack>
  )
}

type TextName =
  | 'name'
  | 'tenantId'
  | 'clientId'
  | 'graphUrl'
  | 'authorityUrl'
  | 'minPollingMinutes'
  | 'maxConcurrentConnections'

function TextField(
  props: FieldsProps & {
    readonly name: TextName
    readonly hint?: string
    readonly isRequired?: boolean
    readonly isNumber?: boolean
  },
) {
  const { name, form, isReadOnly, isNumber, onChange } = props
  return (
    <Labelled {...props}>
      <Input
        value={form[name]}
        inputMode={isNumber === true ? 'numeric' : 'text'}
        autoComplete="off"
        spellCheck={false}
        disabled={isReadOnly === true}
        onChange={(_, { value }) => onChange({ [name]: value })}
      />
    </Labelled>
  )
}

function Flag(
  props: FieldsProps & {
    readonly name: 'isDefault' | 'moveUndeliveredEmails' | 'sendEmailAlert'
    readonly hint: string
  },
) {
  const { name, hint, form, isReadOnly, onChange } = props
  return (
    <Field hint={hint}>
      <Checkbox
        label={fields[name]}
        checked={form[name]}
        disabled={isReadOnly === true}
        onChange={(_, { checked }) => onChange({ [name]: checked === true })}
      />
    </Field>
  )
}

function Labelled({
  name,
  hint,
  faults,
  isRequired,
  children,
}: {
  readonly name: keyof typeof fields
  readonly hint?: string
  readonly faults: FormFaults
  readonly isRequired?: boolean
  readonly children: React.ReactElement
}) {
  const fault = faults[name]
  return (
    <Field
      label={fields[name]}
      required={isRequired === true}
      {...(hint === undefined ? {} : { hint })}
      {...(fault === undefined ? {} : { validationMessage: fault })}
    >
      {children}
    </Field>
  )
}

export function Stack({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles().stack}>{children}</div>
}

const useStyles = makeStyles({
  stack: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    maxWidth: '560px',
  },
})
