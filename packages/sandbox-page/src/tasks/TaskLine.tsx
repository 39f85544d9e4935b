import { Checkbox, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { CalendarLtr16Regular, Important16Filled } from '@fluentui/react-icons'
import type { MasterCategory, Task } from '../api/wire.ts'
import { CategoryPills } from '../categories/CategoryPill.tsx'
import { dateText } from '../components/days.ts'
import { Hidden } from '../components/Hidden.tsx'
import { tasks as strings } from '../strings/tasks.ts'
import { dueDay, isDone } from './model.ts'

interface TaskLineProps {
  readonly task: Task
  readonly master: readonly MasterCategory[]
  readonly today: string
  readonly isOpen: boolean
  readonly onComplete: () => void
  readonly onOpen: () => void
}

export function TaskLine({ task, master, today, isOpen, onComplete, onOpen }: TaskLineProps) {
  const styles = useStyles()
  const due = dueDay(task)
  const isLate = due !== null && due < today && !isDone(task)
  return (
    <li className={mergeClasses(styles.line, isOpen && styles.open)}>
      <Checkbox
        shape="circular"
        size="large"
        checked={isDone(task)}
        aria-label={strings.complete(task.title)}
        onChange={onComplete}
      />
      <button type="button" className={styles.text} onClick={onOpen}>
        <Text strikethrough={isDone(task)} className={styles.title}>
          {task.title}
        </Text>
        <span className={styles.facts}>
          {due !== null && (
            <Text size={200} className={mergeClasses(styles.due, isLate && styles.late)}>
              <CalendarLtr16Regular aria-hidden />{' '}
              {isLate ? strings.overdue(dateText(due)) : strings.due(dateText(due))}
            </Text>
          )}
          <CategoryPills names={task.categories} master={master} />
        </span>
      </button>
      {task.importance === 'high' && (
        <span className={styles.important} title={strings.important}>
          <Important16Filled />
          <Hidden>{strings.important}</Hidden>
        </span>
      )}
    </li>
  )
}

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  open: { backgroundColor: tokens.colorNeutralBackground1Selected },
  text: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  title: { overflowWrap: 'anywhere' },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
  },
  due: { color: tokens.colorNeutralForeground2 },
  late: { color: tokens.colorPaletteRedForeground1 },
  important: {
    position: 'relative',
    display: 'inline-flex',
    padding: tokens.spacingHorizontalS,
    color: tokens.colorPaletteRedForeground1,
  },
})
