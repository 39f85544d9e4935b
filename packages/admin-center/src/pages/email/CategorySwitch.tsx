import { Switch, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { useTell } from '../../app/Toasts.tsx'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { failureText, LoadingState } from '../../components/states.tsx'
import { common } from '../../strings/common.ts'
import { email } from '../../strings/email.ts'
import type { OwnControl } from './EmailSettingsForm.tsx'
import { useCategoryImpact, useSaveEmailSettings } from './use-email-settings.ts'

const texts = email.category

/**
 * The feature's switch. It acts at once and by itself: what follows reaches every mailbox, so it is
 * asked about before, and isn't one of several changes to be saved together.
 */
export function CategorySwitch({ setting, labelId, etag, isDisabled }: OwnControl) {
  const tell = useTell()
  const save = useSaveEmailSettings()
  const [isAsking, setAsking] = useState(false)
  const isOn = setting.value === true
  const write = (value: boolean) => save.mutateAsync({ change: { [setting.name]: value }, etag })
  return (
    <>
      <Switch
        aria-labelledby={labelId}
        checked={isOn}
        disabled={isDisabled || save.isPending}
        label={isOn ? common.on : common.off}
        onChange={(_, { checked }) => {
          if (!checked) return setAsking(true)
          write(true).catch((error: unknown) => tell('error', failureText(error)))
        }}
      />
      <ConfirmDialog
        isOpen={isAsking}
        title={texts.offTitle}
        confirmText={texts.offConfirm}
        onConfirm={() => write(false)}
        onClose={() => setAsking(false)}
      >
        {isAsking && <Impact />}
      </ConfirmDialog>
    </>
  )
}

function Impact() {
  const impact = useCategoryImpact(true)
  if (impact.isPending) return <LoadingState lines={4} label={texts.offCounting} />
  if (impact.isError) return <Text>{failureText(impact.error)}</Text>
  return (
    <ul>
      <li>{texts.offMailboxes(impact.data.mailboxes)}</li>
      <li>{texts.offItems(impact.data.items)}</li>
      <li>{texts.offNew}</li>
      <li>{texts.offAgain}</li>
    </ul>
  )
}
