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
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components'
import {
  Add20Regular,
  Flag20Regular,
  Home20Regular,
  TaskListLtr20Regular,
} from '@fluentui/react-icons'
import { useState } from 'react'
import { graph } from '../api/graph.ts'
import type { TaskList } from '../api/wire.ts'
import { useMailbox } from '../app/mailbox.ts'
import { formatAddress } from '../app/place.ts'
import { usePlace } from '../app/use-place.ts'
import { useRun } from '../app/use-run.tsx'
import { common } from '../strings/common.ts'
import { tasks as strings } from '../strings/tasks.ts'

const ICONS = {
  defaultList: <Home20Regular />,
  flaggedEmails: <Flag20Regular />,
  none: <TaskListLtr20Regular />,
} as const

interface TaskListsProps {
  readonly lists: readonly TaskList[]
  readonly current: string | null
}

export function TaskLists({ lists, current }: TaskListsProps) {
  const styles = useStyles()
  const { person } = usePlace()
  const [isAdding, setAdding] = useState(false)
  return (
    <nav aria-label={strings.lists} className={styles.pane}>
      <ul className={styles.list}>
        {lists.map(({ id, displayName, wellknownListName }) => (
          <li key={id}>
            <a
              href={formatAddress({ person, place: { area: 'tasks', list: id, task: null } })}
              aria-current={id === current ? 'page' : undefined}
              className={mergeClasses(styles.one, id === current && styles.here)}
            >
              <span aria-hidden className={styles.icon}>
                {ICONS[wellknownListName]}
              </span>
              <span className={styles.name}>{displayName}</span>
            </a>
          </li>
        ))}
      </ul>
      <Button
        appearance="subtle"
        icon={<Add20Regular />}
        className={styles.add}
        onClick={() => setAdding(true)}
      >
        {strings.newList}
      </Button>
      {isAdding && <NewListDialog onClose={() => setAdding(false)} />}
    </nav>
  )
}

function NewListDialog({ onClose }: { readonly onClose: () => void }) {
  const { root } = useMailbox()
  const run = useRun()
  const [name, setName] = useState('')
  const create = async () => {
    const body = { displayName: name.trim() }
    if (await run(() => graph('POST', `${root}/todo/lists`, { body }))) onClose()
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim() !== '') void create()
          }}
        >
          <DialogBody>
            <DialogTitle>{strings.newList}</DialogTitle>
            <DialogContent>
              <Field label={strings.listName} required>
                <Input value={name} onChange={(_, { value }) => setName(value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{common.cancel}</Button>
              <Button type="submit" appearance="primary" disabled={name.trim() === ''}>
                {strings.create}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}

const useStyles = makeStyles({
  pane: {
    width: '220px',
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    padding: tokens.spacingHorizontalXS,
    overflow: 'auto',
    '@media (max-width: 719px)': { width: 'auto', flexDirection: 'row', alignItems: 'center' },
  },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    '@media (max-width: 719px)': { display: 'flex' },
  },
  one: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '32px',
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    whiteSpace: 'nowrap',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  here: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  icon: { display: 'inline-flex' },
  name: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
  add: { alignSelf: 'flex-start', flexShrink: 0 },
})
