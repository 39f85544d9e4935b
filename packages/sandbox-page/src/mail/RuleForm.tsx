import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  Select,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { graph } from '../api/graph.ts'
import type { Rule } from '../api/wire.ts'
import { useMailbox } from '../app/mailbox.ts'
import { useRun } from '../app/use-run.tsx'
import { useCategorize } from '../categories/use-categorize.ts'
import { common } from '../strings/common.ts'
import { rules as strings } from '../strings/rules.ts'
import { canTake, type FolderNode } from './folders.ts'
import { doesSomething, EMPTY_RULE, type RuleForm as Form, ruleOf } from './rule.ts'

interface RuleFormProps {
  readonly folders: readonly FolderNode[]
  readonly known: readonly Rule[]
  readonly onClose: () => void
}

export function RuleForm({ folders, known, onClose }: RuleFormProps) {
  const styles = useStyles()
  const { root } = useMailbox()
  const { master } = useCategorize()
  const run = useRun()
  const [form, setForm] = useState(EMPTY_RULE)
  const change = (changes: Partial<Form>) => setForm((now) => ({ ...now, ...changes }))
  const save = async () => {
    const body = ruleOf(form, known)
    const done = await run(
      () => graph('POST', `${root}/mailFolders/inbox/messageRules`, { body }),
      { done: strings.saved },
    )
    if (done) onClose()
  }
  const text = (label: string, name: 'name' | 'sender' | 'subject' | 'body') => (
    <Field label={label}>
      <Input value={form[name]} onChange={(_, { value }) => change({ [name]: value })} />
    </Field>
  )
  return (
    <form
      aria-label={strings.add}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (doesSomething(form)) void save()
      }}
    >
      {text(strings.name, 'name')}
      <Text weight="semibold">{strings.when}</Text>
      {text(strings.sender, 'sender')}
      {text(strings.subject, 'subject')}
      {text(strings.body, 'body')}
      <Text weight="semibold">{strings.what}</Text>
      <Field label={strings.assign}>
        <Select value={form.category} onChange={(_, { value }) => change({ category: value })}>
          <option value="">{strings.nothing}</option>
          {master.map(({ id, displayName }) => (
            <option key={id} value={displayName}>
              {displayName}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={strings.move}>
        <Select value={form.folder} onChange={(_, { value }) => change({ folder: value })}>
          <option value="">{strings.nothing}</option>
          {folders
            .filter((node) => canTake(node) && node.wellKnown !== 'inbox')
            .map(({ folder }) => (
              <option key={folder.id} value={folder.id}>
                {folder.displayName}
              </option>
            ))}
        </Select>
      </Field>
      <Checkbox
        label={strings.markAsRead}
        checked={form.markAsRead}
        onChange={(_, { checked }) => change({ markAsRead: checked === true })}
      />
      <Checkbox
        label={strings.stop}
        checked={form.stop}
        onChange={(_, { checked }) => change({ stop: checked === true })}
      />
      {!doesSomething(form) && <Text size={200}>{strings.needsAction}</Text>}
      <div className={styles.buttons}>
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button type="submit" appearance="primary" disabled={!doesSomething(form)}>
          {strings.save}
        </Button>
      </div>
    </form>
  )
}

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  buttons: {
    display: 'flex',
    justifyContent: 'flex-end',
    columnGap: tokens.spacingHorizontalS,
  },
})
