import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import {
  Attach16Regular,
  CalendarLtr20Regular,
  CalendarSync20Regular,
  Mail20Regular,
  TaskListSquareLtr20Regular,
} from '@fluentui/react-icons'
import type { ListedActivity } from '@trackmark/admin-api'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { RouterLink } from '../../components/RouterLink.tsx'
import { Time } from '../../components/Time.tsx'
import { activities as text } from '../../strings/activities.ts'
import { secondLine } from './view-model.ts'

const ICONS = {
  email: Mail20Regular,
  appointment: CalendarLtr20Regular,
  recurringappointmentmaster: CalendarSync20Regular,
  task: TaskListSquareLtr20Regular,
} as const

interface ActivityTableProps {
  readonly rows: readonly ListedActivity[]
  readonly openId: string | undefined
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
  readonly onLoadMore: () => void
}

export function ActivityTable({ rows, openId, ...more }: ActivityTableProps) {
  return (
    <DataTable
      label={text.title}
      columns={columnsOf(openId)}
      rows={rows}
      rowKey={({ activityId }) => activityId}
      rowName={({ subject }) => subject ?? text.noSubject}
      total={null}
      {...more}
    />
  )
}

const columnsOf = (openId: string | undefined): readonly Column<ListedActivity>[] => [
  {
    id: 'activity',
    title: text.columns.activity,
    width: 'minmax(0, 1fr)',
    render: (activity) => <Activity activity={activity} isOpen={activity.activityId === openId} />,
  },
  {
    id: 'created',
    title: text.columns.created,
    width: '104px',
    render: ({ createdOn }) => <Time at={createdOn} />,
  },
]

function Activity({
  activity,
  isOpen,
}: {
  readonly activity: ListedActivity
  readonly isOpen: boolean
}) {
  const styles = useStyles()
  const { type, subject, attachments, activityId } = activity
  const Icon = ICONS[type]
  return (
    <div className={styles.row}>
      <Icon role="img" aria-label={text.types[type]} className={styles.icon} />
      <div className={styles.words}>
        <RouterLink
          to="/activities"
          search={(before) => ({ ...before, id: activityId })}
          aria-current={isOpen ? 'true' : undefined}
          className={mergeClasses(styles.subject, isOpen && styles.open)}
        >
          {subject || text.noSubject}
        </RouterLink>
        <Text size={200} truncate wrap={false} className={styles.second}>
          {secondLine(activity)}
        </Text>
      </div>
      {attachments > 0 && (
        <Attach16Regular
          role="img"
          aria-label={text.attachments(attachments)}
          className={styles.icon}
        />
      )}
    </div>
  )
}

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    minWidth: 0,
    width: '100%',
  },
  icon: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
  words: { minWidth: 0, flexGrow: 1, display: 'flex', flexDirection: 'column' },
  subject: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  open: { fontWeight: tokens.fontWeightSemibold },
  second: { color: tokens.colorNeutralForeground2 },
})
