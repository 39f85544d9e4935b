import { Field, Input, Select, Switch } from '@fluentui/react-components'
import type { EmailSettingState, EmailSettingValue, ServerProfile } from '@trackmark/admin-api'
import { common } from '../../strings/common.ts'
import { email } from '../../strings/email.ts'
import { faultOf } from './view-model.ts'

interface SettingControlProps {
  readonly setting: EmailSettingState
  readonly labelId: string
  readonly value: EmailSettingValue
  readonly isDisabled: boolean
  readonly profiles: readonly ServerProfile[]
  readonly onChange: (value: EmailSettingValue) => void
}

/** What a setting of this type is changed with. */
export function SettingControl(props: SettingControlProps) {
  const { setting, labelId, value, isDisabled, profiles, onChange } = props
  const shared = { 'aria-labelledby': labelId, disabled: isDisabled }
  switch (setting.type) {
    case 'boolean':
      return (
        <Switch
          {...shared}
          checked={value === true}
          label={value === true ? common.on : common.off}
          onChange={(_, { checked }) => onChange(checked)}
        />
      )
    case 'integer':
    case 'text': {
      const fault = faultOf(setting, value)
      return (
        <Field {...(fault === null ? {} : { validationMessage: fault })}>
          <Input
            {...shared}
            value={String(value ?? '')}
            inputMode={setting.type === 'integer' ? 'numeric' : 'text'}
            {...(setting.unit === null ? {} : { contentAfter: setting.unit })}
            onChange={(_, data) => onChange(data.value)}
          />
        </Field>
      )
    }
    case 'choice':
      return (
        <Select
          {...shared}
          value={String(value)}
          onChange={(_, data) => onChange(Number(data.value))}
        >
          {setting.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      )
    case 'profile':
      return (
        <Select
          {...shared}
          value={String(value ?? '')}
          onChange={(_, data) => onChange(data.value === '' ? null : data.value)}
        >
          <option value="">{email.noProfile}</option>
          {profiles.map((profile) => (
            <option key={profile.profileId} value={profile.profileId}>
              {profile.name}
            </option>
          ))}
        </Select>
      )
  }
}
