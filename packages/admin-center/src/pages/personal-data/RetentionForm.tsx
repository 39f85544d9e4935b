import { Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { RetentionSettings } from '@trackmark/admin-api'
import { useState } from 'react'
import { useTell } from '../../app/Toasts.tsx'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { SaveBar } from '../../components/SaveBar.tsx'
import { failureText } from '../../components/states.tsx'
import { UnsavedGuard } from '../../components/UnsavedGuard.tsx'
import { personalData } from '../../strings/personal-data.ts'
import { useSaveRetention } from './use-retention.ts'
import { changesIn, draftOf, faultsIn, NAMES, shortened } from './view-model.ts'

const { retention: text } = personalData

/** Asks before it saves what makes the server delete. */
export function RetentionForm({ stored }: { readonly stored: RetentionSettings }) {
  const styles = useStyles()
  const tell = useTell()
  const [draft, setDraft] = useState(draftOf(stored))
  const [isAsking, setAsking] = useState(false)
  const save = useSaveRetention()
  const faults = faultsIn(draft)
  const changes = changesIn(draft, stored)
  const count = Object.keys(changes).length + faults.length
  const deleted = shortened(changes, stored)
  const saveNow = async () => {
    setDraft(draftOf(await save.mutateAsync(changes)))
    tell('success', text.saved)
  }
  const onSave = () => {
    if (deleted.length > 0) setAsking(true)
    else void saveNow().catch((error: unknown) => tell('error', failureText(error)))
  }
  return (
    <>
      <div className={styles.fields}>
        {NAMES.map((name) => (
          <Field
            key={name}
            label={text.names[name]}
            hint={text.hints[name]}
            {...(faults.includes(name) ? { validationMessage: text.fault } : {})}
          >
            <Input
              inputMode="numeric"
              value={draft[name]}
              onChange={(_, { value }) => setDraft({ ...draft, [name]: value })}
              contentAfter={<Text size={200}>{text.days}</Text>}
              className={styles.days}
            />
          </Field>
        ))}
      </div>
      <SaveBar
        changes={count}
        hasFaults={faults.length > 0}
        isSaving={save.isPending}
        onSave={onSave}
        onDiscard={() => setDraft(draftOf(stored))}
      />
      <UnsavedGuard isDirty={count > 0} />
      <ConfirmDialog
        isOpen={isAsking}
        title={text.confirm.title}
        confirmText={text.confirm.action}
        onConfirm={saveNow}
        onClose={() => setAsking(false)}
      >
        <Text>{text.confirm.text}</Text>
        <ul>
          {deleted.map(({ name, days }) => (
            <li key={name}>{text.confirm.line(text.names[name], days)}</li>
          ))}
        </ul>
      </ConfirmDialog>
    </>
  )
}

const useStyles = makeStyles({
  fields: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    maxWidth: '70ch',
    marginTop: tokens.spacingVerticalM,
  },
  days: { width: '160px', maxWidth: '100%' },
})
