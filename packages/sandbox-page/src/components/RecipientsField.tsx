import {
  Avatar,
  Field,
  Tag,
  TagPicker,
  TagPickerControl,
  TagPickerGroup,
  TagPickerInput,
  TagPickerList,
  TagPickerOption,
} from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { customersQuery, usersQuery } from '../api/queries.ts'
import type { Recipient } from '../api/wire.ts'
import { mail as strings } from '../strings/mail.ts'
import { knownPeople, parseRecipient, suggestions } from './people.ts'

interface RecipientsFieldProps {
  readonly label: string
  readonly value: readonly Recipient[]
  readonly onChange: (recipients: readonly Recipient[]) => void
  readonly error?: string | undefined
}

const addressOf = ({ emailAddress }: Recipient): string => emailAddress.address ?? ''
const nameOf = ({ emailAddress }: Recipient): string =>
  emailAddress.name || addressOf({ emailAddress })

/** Everybody the sandbox knows is suggested; any address can be typed. */
export function RecipientsField({ label, value, onChange, error }: RecipientsFieldProps) {
  const [typed, setTyped] = useState('')
  const { data: users = [] } = useQuery(usersQuery)
  const { data: customers = [] } = useQuery(customersQuery)
  const known = knownPeople(users, customers)
  const chosen = value.map(addressOf)
  const offered = suggestions(known, typed, chosen)

  const choose = (addresses: readonly string[]) => {
    onChange(
      addresses.map((address) => {
        const before = value.find((one) => addressOf(one) === address)
        const name = known.find((one) => one.address === address)?.name ?? address
        return before ?? { emailAddress: { name, address } }
      }),
    )
    setTyped('')
  }
  const takeTyped = (): boolean => {
    const parsed = parseRecipient(typed)
    if (parsed === null) return false
    onChange([...value, { emailAddress: parsed }])
    setTyped('')
    return true
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const ends = [';', ','].includes(event.key) || (event.key === 'Enter' && offered.length === 0)
    if (ends && takeTyped()) event.preventDefault()
  }
  return (
    <Field label={label} {...(error !== undefined && { validationMessage: error })}>
      <TagPicker
        selectedOptions={chosen}
        onOptionSelect={(_, { selectedOptions }) => choose(selectedOptions)}
      >
        <TagPickerControl>
          <TagPickerGroup aria-label={label}>
            {value.map((one) => (
              <Tag key={addressOf(one)} value={addressOf(one)} shape="rounded">
                {nameOf(one)}
              </Tag>
            ))}
          </TagPickerGroup>
          <TagPickerInput
            aria-label={label}
            placeholder={value.length === 0 ? strings.compose.addPeople : ''}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            onKeyDown={onKeyDown}
            onBlur={takeTyped}
          />
        </TagPickerControl>
        <TagPickerList>
          {offered.map(({ name, address }) => (
            <TagPickerOption
              key={address}
              value={address}
              text={name}
              media={<Avatar name={name} color="colorful" aria-hidden />}
              secondaryContent={address}
            >
              {name}
            </TagPickerOption>
          ))}
        </TagPickerList>
      </TagPicker>
    </Field>
  )
}
