import { makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components'
import { DataTrending48Regular } from '@fluentui/react-icons'
import type { MailboxCycle } from '@trackmark/admin-api'
import { lazy, Suspense } from 'react'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../components/states.tsx'
import { Time } from '../../components/Time.tsx'
import { mailbox } from '../../strings/mailboxes.ts'
import { useCycles } from './use-mailbox.ts'
import { cycleBars, resultOf } from './view-model.ts'

const { cycles: text } = mailbox

const CycleChart = lazy(() =>
  import('./CycleChart.tsx').then((module) => ({ default: module.CycleChart })),
)

const COLUMNS: readonly Column<MailboxCycle>[] = [
  {
    id: 'started',
    title: text.columns.started,
    width: 'minmax(190px, 1fr)',
    render: ({ startedOn }) => <Time at={startedOn} format="seconds" />,
  },
  {
    id: 'took',
    title: text.columns.took,
    width: '110px',
    align: 'end',
    render: ({ durationMs }) => text.took(durationMs),
  },
  {
    id: 'items',
    title: text.columns.items,
    width: '90px',
    align: 'end',
    render: ({ itemsProcessed }) => itemsProcessed.toLocaleString('en'),
  },
  {
    id: 'failed',
    title: text.columns.failed,
    width: '90px',
    align: 'end',
    render: ({ itemsFailed }) => itemsFailed.toLocaleString('en'),
  },
  {
    id: 'result',
    title: text.columns.result,
    width: '140px',
    render: resultOf,
  },
]

/** How long the last cycles took, drawn and told. */
export function CyclesTab({ mailboxId }: { readonly mailboxId: string }) {
  const styles = useStyles()
  const found = useCycles(mailboxId)
  if (found.isPending) return <LoadingState lines={8} />
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  const { cycles, isComplete } = found.data
  if (cycles.length === 0) {
    return (
      <EmptyState icon={<DataTrending48Regular />} title={text.empty.title}>
        {text.empty.text}
      </EmptyState>
    )
  }
  return (
    <>
      <h2 className={styles.title}>{text.chart}</h2>
      <div className={styles.chart}>
        <Suspense fallback={<LoadingState lines={6} />}>
          <CycleChart bars={cycleBars(cycles)} />
        </Suspense>
      </div>
      <h2 className={styles.title}>{text.title}</h2>
      {!isComplete && <Text className={styles.remark}>{text.partial}</Text>}
      <DataTable
        label={text.title}
        columns={COLUMNS}
        rows={cycles}
        rowKey={(cycle) => cycle.startedOn}
        rowName={(cycle) => cycle.startedOn}
        total={cycles.length}
        hasMore={false}
        isLoadingMore={false}
        onLoadMore={() => {}}
      />
    </>
  )
}

const useStyles = makeStyles({
  title: { ...typographyStyles.subtitle2, margin: `${tokens.spacingVerticalL} 0 0` },
  chart: { minHeight: '240px' },
  remark: { color: tokens.colorNeutralForeground2 },
})
