import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
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
import { NameDialog } from '../components/NameDialog.tsx'
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
  return (
    <NameDialog
      title={strings.newList}
      label={strings.listName}
      action={strings.create}
      create={(displayName) =>
        run(() => graph('POST', `${root}/todo/lists`, { body: { displayName } }))
      }
      onClose={onClose}
    />
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
