import {
  Button,
  Field,
  Input,
  makeStyles,
  Select,
  Subtitle2,
  Textarea,
  tokens,
} from '@fluentui/react-components'
import { Delete20Regular, Dismiss20Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import { graph } from '../api/graph.ts'
import type { Task } from '../api/wire.ts'
import { useMailbox } from '../app/mailbox.ts'
import { useRun } from '../app/use-run.tsx'
import { CategorizeMenu } from '../categories/CategorizeMenu.tsx'
import { CategoryPills } from '../categories/CategoryPill.tsx'
import { ManageCategories } from '../categories/ManageCategories.tsx'
import { NewCategoryDialog } from '../categories/NewCategoryDialog.tsx'
import { useCategorize } from '../categories/use-categorize.ts'
import { useIsNarrow } from '../components/use-media.ts'
import { common } from '../strings/common.ts'
import { tasks as strings } from '../strings/tasks.ts'
import { dueDay, dueOf } from './model.ts'

interface TaskDetailsProps {
  readonly path: string
  readonly task: Task
  readonly onClose: () => void
}

const IMPORTANCES = ['low', 'normal', 'high'] as const

export function TaskDetails({ path, task, onClose }: TaskDetailsProps) {
  const styles = useStyles()
  const { zone } = useMailbox()
  const isNarrow = useIsNarrow()
  const run = useRun()
  const { master, toggle, put, clear, remove } = useCategorize()
  const [open, setOpen] = useState<'new' | 'manage' | null>(null)
  const [title, setTitle] = useState(task.title)
  const [due, setDue] = useState(dueDay(task) ?? '')
  const [importance, setImportance] = useState(task.importance)
  const [notes, setNotes] = useState(task.body.content)
  const targets = [{ path, item: task }]
  const save = () =>
    run(
      () =>
        graph('PATCH', path, {
          body: {
            title: title.trim() || task.title,
            dueDateTime: dueOf(due, zone),
            importance,
            ...(notes !== task.body.content && {
              body: { contentType: 'text', content: notes },
            }),
          },
        }),
      { done: strings.saved },
    )
  const drop = async () => {
    if (await run(() => graph('DELETE', path), { done: strings.deleted })) onClose()
  }
  return (
    <section aria-label={strings.details} className={styles.pane}>
      <div className={styles.head}>
        <Subtitle2 as={isNarrow ? 'h1' : 'h2'} className={styles.title}>
          {task.title}
        </Subtitle2>
        <Button
          appearance="subtle"
          icon={<Dismiss20Regular />}
          aria-label={common.close}
          onClick={onClose}
        />
      </div>
      <div className={styles.commands}>
        <CategorizeMenu
          master={master}
          items={[task]}
          onToggle={(choice) => void toggle(targets, choice)}
          onClear={() => void clear(targets)}
          onNew={() => setOpen('new')}
          onManage={() => setOpen('manage')}
        />
        <Button appearance="subtle" icon={<Delete20Regular />} onClick={() => void drop()}>
          {strings.delete}
        </Button>
      </div>
      <CategoryPills
        names={task.categories}
        master={master}
        onRemove={(name) => void remove(targets, name)}
      />
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Field label={strings.title}>
          <Input value={title} onChange={(_, { value }) => setTitle(value)} />
        </Field>
        <Field label={strings.dueDay}>
          <Input type="date" value={due} onChange={(_, { value }) => setDue(value)} />
        </Field>
        <Field label={strings.importance}>
          <Select
            value={importance}
            onChange={(_, { value }) => setImportance(value as typeof importance)}
          >
            {IMPORTANCES.map((one) => (
              <option key={one} value={one}>
                {strings.importances[one]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={strings.notes}>
          <Textarea
            rows={5}
            resize="vertical"
            value={notes}
            onChange={(_, { value }) => setNotes(value)}
          />
        </Field>
        <Button type="submit" appearance="primary" className={styles.save}>
          {strings.save}
        </Button>
      </form>
      {open === 'new' && (
        <NewCategoryDialog
          onCreated={(name) => void put(targets, name)}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'manage' && (
        <ManageCategories onNew={() => setOpen('new')} onClose={() => setOpen(null)} />
      )}
    </section>
  )
}

const useStyles = makeStyles({
  pane: {
    width: '340px',
    flexShrink: 0,
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2,
    '@media (max-width: 719px)': { width: '100%', flexShrink: 1 },
  },
  head: { display: 'flex', alignItems: 'flex-start' },
  title: { margin: 0, flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  commands: { display: 'flex', flexWrap: 'wrap' },
  save: { alignSelf: 'flex-start' },
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
})
