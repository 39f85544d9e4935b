import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Input,
  makeStyles,
  mergeClasses,
  Title3,
  tokens,
} from '@fluentui/react-components'
import { Add20Regular, CheckmarkCircleRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { graph } from '../api/graph.ts'
import { taskListsQuery, tasksQuery } from '../api/queries.ts'
import type { Task, TaskList } from '../api/wire.ts'
import { useMailbox } from '../app/mailbox.ts'
import type { Place } from '../app/place.ts'
import { usePlace } from '../app/use-place.ts'
import { useRun } from '../app/use-run.tsx'
import { useCategorize } from '../categories/use-categorize.ts'
import { dayIn } from '../components/days.ts'
import { Empty, Failed, Loading } from '../components/states.tsx'
import { useIsNarrow } from '../components/use-media.ts'
import { useNow } from '../components/use-now.ts'
import { tasks as strings } from '../strings/tasks.ts'
import { isDone, sorted } from './model.ts'
import { TaskDetails } from './TaskDetails.tsx'
import { TaskLine } from './TaskLine.tsx'
import { TaskLists } from './TaskLists.tsx'

interface TasksAreaProps {
  readonly place: Extract<Place, { area: 'tasks' }>
}

export function TasksArea({ place }: TasksAreaProps) {
  const styles = useStyles()
  const { root } = useMailbox()
  const lists = useQuery(taskListsQuery(root))
  if (lists.isPending) return <Loading fills />
  if (lists.isError) {
    return <Failed error={lists.error} onRetry={() => void lists.refetch()} fills />
  }
  const current =
    lists.data.find(({ id }) => id === place.list) ??
    lists.data.find(({ wellknownListName }) => wellknownListName === 'defaultList') ??
    lists.data[0]
  return (
    <div className={styles.area}>
      <TaskLists lists={lists.data} current={current?.id ?? null} />
      {current !== undefined && <ListPage key={current.id} list={current} opened={place.task} />}
    </div>
  )
}

interface ListPageProps {
  readonly list: TaskList
  readonly opened: string | null
}

function ListPage({ list, opened }: ListPageProps) {
  const styles = useStyles()
  const { root, zone } = useMailbox()
  const { go } = usePlace()
  const run = useRun()
  const isNarrow = useIsNarrow()
  const { master } = useCategorize()
  const [title, setTitle] = useState('')
  const today = dayIn(zone, useNow())
  const tasks = useQuery(tasksQuery(root, list.id))
  const path = `${root}/todo/lists/${list.id}/tasks`
  const isFlagged = list.wellknownListName === 'flaggedEmails'
  const open = (task: string | null) => go({ area: 'tasks', list: list.id, task })
  const rows = tasks.data ?? []
  const todo = sorted(rows.filter((task) => !isDone(task)))
  const done = rows.filter(isDone)
  const shown = rows.find(({ id }) => id === opened)

  const add = async () => {
    const chosen = title.trim()
    if (chosen === '') return
    if (await run(() => graph('POST', path, { body: { title: chosen } }))) setTitle('')
  }
  const complete = (task: Task) =>
    run(() =>
      graph('PATCH', `${path}/${task.id}`, {
        body: { status: isDone(task) ? 'notStarted' : 'completed' },
      }),
    )
  const line = (task: Task) => (
    <TaskLine
      key={task.id}
      task={task}
      master={master}
      today={today}
      isOpen={task.id === opened}
      onComplete={() => void complete(task)}
      onOpen={() => open(task.id)}
    />
  )
  return (
    <main className={styles.main}>
      <section
        aria-label={strings.tasksIn(list.displayName)}
        className={mergeClasses(styles.pane, isNarrow && shown !== undefined && styles.hidden)}
      >
        <Title3 as="h1" className={styles.title}>
          {list.displayName}
        </Title3>
        {!isFlagged && (
          <form
            className={styles.add}
            onSubmit={(event) => {
              event.preventDefault()
              void add()
            }}
          >
            <Input
              className={styles.input}
              aria-label={strings.add}
              placeholder={strings.add}
              contentBefore={<Add20Regular />}
              value={title}
              onChange={(_, { value }) => setTitle(value)}
            />
            <Button type="submit" disabled={title.trim() === ''}>
              {strings.addButton}
            </Button>
          </form>
        )}
        {tasks.isPending && <Loading />}
        {tasks.isError && <Failed error={tasks.error} onRetry={() => void tasks.refetch()} />}
        {tasks.data !== undefined && todo.length === 0 && (
          <Empty
            icon={<CheckmarkCircleRegular />}
            title={strings.empty}
            hint={isFlagged ? strings.emptyFlagged : strings.emptyHint}
          />
        )}
        <ul className={styles.list}>{todo.map(line)}</ul>
        {done.length > 0 && (
          <Accordion collapsible>
            <AccordionItem value="done">
              <AccordionHeader as="h2">{strings.completed(done.length)}</AccordionHeader>
              <AccordionPanel className={styles.done}>
                <ul className={styles.list}>{done.map(line)}</ul>
              </AccordionPanel>
            </AccordionItem>
          </Accordion>
        )}
      </section>
      {shown !== undefined && (
        <TaskDetails
          key={`${shown.id}`}
          path={`${path}/${shown.id}`}
          task={shown}
          onClose={() => open(null)}
        />
      )}
    </main>
  )
}

const useStyles = makeStyles({
  area: {
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    display: 'flex',
    '@media (max-width: 719px)': { flexDirection: 'column' },
  },
  main: {
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    display: 'flex',
    columnGap: tokens.spacingHorizontalXS,
    padding: tokens.spacingHorizontalXS,
  },
  pane: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2,
  },
  hidden: { display: 'none' },
  title: { margin: 0 },
  add: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  input: { flexGrow: 1, minWidth: 0 },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
  },
  done: { margin: 0 },
})
