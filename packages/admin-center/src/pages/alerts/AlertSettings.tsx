import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Switch,
} from '@fluentui/react-components'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { useTell } from '../../app/Toasts.tsx'
import { ErrorState, failureText } from '../../components/states.tsx'
import { alerts } from '../../strings/alerts.ts'
import { common } from '../../strings/common.ts'

const LEVELS = [
  'generatealertsforerrors',
  'generatealertsforwarnings',
  'generatealertsforinformation',
] as const
const DAYS = 'TraceLogPersistenceTimeInDays'
const { settings: text } = alerts

type Levels = Readonly<Record<(typeof LEVELS)[number], boolean>>

interface Values {
  readonly levels: Levels
  readonly days: number
}

async function load(signal: AbortSignal): Promise<Values> {
  const [email, days] = await Promise.all([
    api.get<{ settings: readonly { name: string; value: unknown }[] }>('email-settings', {
      signal,
    }),
    api.get<{ value: number }>(`settings/${DAYS}`, { signal }),
  ])
  const isOn = (name: string) => email.settings.find((one) => one.name === name)?.value === true
  const levels = Object.fromEntries(LEVELS.map((name) => [name, isOn(name)])) as Levels
  return { levels, days: days.value }
}

/** Which alerts are recorded, and how long they are kept. */
export function AlertSettings({ onClose }: { readonly onClose: () => void }) {
  const values = useQuery({ queryKey: ['alert-settings'], queryFn: ({ signal }) => load(signal) })
  // A dialog that opens with nothing to put the focus on is out of reach for screen readers.
  if (values.isPending) return null
  return (
    <Dialog open onOpenChange={(_, { open }) => open || onClose()}>
      <DialogSurface>
        {values.isError && (
          <ErrorState error={values.error} onRetry={() => void values.refetch()} />
        )}
        {values.data !== undefined && <Form values={values.data} onClose={onClose} />}
      </DialogSurface>
    </Dialog>
  )
}

function Form({ values, onClose }: { readonly values: Values; readonly onClose: () => void }) {
  const [levels, setLevels] = useState(values.levels)
  const [days, setDays] = useState(String(values.days))
  const client = useQueryClient()
  const tell = useTell()
  const isValid = /^\d{1,4}$/.test(days.trim()) && Number(days) <= 3650
  const save = useMutation({
    mutationFn: async () => {
      await api.patch('email-settings', levels)
      if (Number(days) !== values.days) await api.patch('settings', { [DAYS]: Number(days) })
    },
    onSuccess: async () => {
      tell('success', common.saved)
      await client.invalidateQueries({ queryKey: ['alert-settings'] })
      onClose()
    },
  })
  return (
    <DialogBody>
      <DialogTitle>{text.title}</DialogTitle>
      <DialogContent>
        <p>{text.text}</p>
        {LEVELS.map((name) => (
          <div key={name}>
            <Switch
              label={text[name]}
              checked={levels[name]}
              onChange={(_, { checked }) => setLevels({ ...levels, [name]: checked })}
            />
          </div>
        ))}
        <Field
          label={text.days}
          hint={text.daysHint}
          {...(isValid ? {} : { validationMessage: text.daysWrong })}
        >
          <Input value={days} inputMode="numeric" onChange={(_, data) => setDays(data.value)} />
        </Field>
        {save.isError && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{failureText(save.error)}</MessageBarBody>
          </MessageBar>
        )}
      </DialogContent>
      <DialogActions>
        <Button
          appearance="primary"
          disabled={!isValid || save.isPending}
          onClick={() => save.mutate()}
        >
          {common.save}
        </Button>
        <DialogTrigger disableButtonEnhancement>
          <Button>{common.cancel}</Button>
        </DialogTrigger>
      </DialogActions>
    </DialogBody>
  )
}
