import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Select,
  Text,
  tokens,
} from '@fluentui/react-components'
import type { OrganizationSetting } from '@trackmark/admin-api'
import { useState } from 'react'
import { useTell } from '../../app/Toasts.tsx'
import { RouterLink } from '../../components/RouterLink.tsx'
import { failureText } from '../../components/states.tsx'
import { common } from '../../strings/common.ts'
import { organizationSettings as texts } from '../../strings/organization-settings.ts'
import { settings } from '../../strings/settings.ts'
import { useWriteSetting } from './use-organization-settings.ts'
import { parseValue, valueText } from './view-model.ts'

interface EditDialogProps {
  readonly setting: OrganizationSetting
  readonly onClose: () => void
}

/** One setting: what it does, its value, and the way back to its default. */
export function EditDialog({ setting, onClose }: EditDialogProps) {
  const styles = useStyles()
  const tell = useTell()
  const write = useWriteSetting()
  const [text, setText] = useState(setting.value === null ? '' : String(setting.value))
  const parsed = parseValue(setting, text)
  const fault = 'fault' in parsed ? parsed.fault : null
  const send = (value: boolean | number | string | null, said: string) =>
    write.mutate(
      { name: setting.name, value },
      {
        onSuccess: () => {
          tell('success', said)
          onClose()
        },
      },
    )
  return (
    <Dialog open onOpenChange={(_, { open }) => open || onClose()}>
      <DialogSurface>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if ('value' in parsed) send(parsed.value, texts.saved(setting.name))
          }}
        >
          <DialogBody>
            <DialogTitle className={styles.title}>{setting.name}</DialogTitle>
            <DialogContent className={styles.content}>
              <Text>{setting.description ?? texts.notAbout}</Text>
              <Text size={200} className={styles.quiet}>
                {texts.effectHints[setting.effect]}
                {!setting.available && ` ${texts.unavailable}`}
              </Text>
              {setting.name === 'TrackCategorizedItems' && (
                <Text>
                  {texts.categoryHint}{' '}
                  <RouterLink to="/settings/email/tracking" inline>
                    {texts.categoryLink}
                  </RouterLink>
                </Text>
              )}
              <Field
                label={texts.value}
                hint={`${setting.mustBe}. ${settings.byDefault(valueText(setting.default))}.`}
                {...(fault === null ? {} : { validationMessage: fault })}
              >
                {setting.type === 'Boolean' ? (
                  <Select value={text} onChange={(_, { value }) => setText(value)}>
                    {text === '' && <option value="">{texts.noValue}</option>}
                    <option value="true">true</option>
                    <option value="false">false</option>
                  </Select>
                ) : (
                  <Input
                    value={text}
                    inputMode={setting.type === 'String' ? 'text' : 'numeric'}
                    onChange={(_, { value }) => setText(value)}
                  />
                )}
              </Field>
              {write.isError && (
                <MessageBar intent="error" layout="multiline">
                  <MessageBarBody>{failureText(write.error)}</MessageBarBody>
                </MessageBar>
              )}
            </DialogContent>
            <DialogActions fluid>
              <Button
                type="button"
                disabled={setting.from === 'default' || write.isPending}
                onClick={() => send(null, texts.wasReset(setting.name))}
              >
                {texts.reset}
              </Button>
              <Button type="button" onClick={onClose}>
                {common.cancel}
              </Button>
              <Button
                type="submit"
                appearance="primary"
                disabled={fault !== null || write.isPending}
              >
                {common.save}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}

const useStyles = makeStyles({
  title: { overflowWrap: 'anywhere' },
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  quiet: { color: tokens.colorNeutralForeground2 },
})
