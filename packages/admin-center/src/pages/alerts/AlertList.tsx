import { Button } from '@fluentui/react-components'
import { CheckmarkCircle48Regular, Delete20Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useMe } from '../../app/use-me.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { EmptyState } from '../../components/states.tsx'
import { alerts as text } from '../../strings/alerts.ts'
import { AlertFilters } from './AlertFilters.tsx'
import { AlertGroupTable } from './AlertGroupTable.tsx'
import { AlertTable } from './AlertTable.tsx'
import { type Deletion, useAlertActions, useAlertCounts } from './use-alerts.ts'
import { type AlertSearch, alertQuery, deletionFilter, isFiltered } from './view-model.ts'

interface AlertListProps {
  /** Alerts of this mailbox only. */
  readonly mailboxId?: string
  /** Where the filters are kept; left out = here. */
  readonly search?: AlertSearch
  readonly onSearch?: (search: AlertSearch) => void
}

interface Asked {
  readonly title: string
  readonly chosen: Deletion
}

/** The alert wall, or one mailbox's part of it. */
export function AlertList({ mailboxId, search: given, onSearch }: AlertListProps) {
  const [own, setOwn] = useState<AlertSearch>({})
  const search = given ?? own
  const setSearch = onSearch ?? setOwn
  const query = alertQuery(search, mailboxId)
  const { level: _, ...unleveled } = query
  const counts = useAlertCounts(unleveled).data
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState<Asked | null>(null)
  const { remove } = useAlertActions()
  const { roles } = useMe()
  const mayDelete = roles.some((role) => role !== 'Basic User')

  const empty = (
    <EmptyState
      icon={<CheckmarkCircle48Regular />}
      title={text.empty.title}
      action={
        isFiltered(search) ? (
          <Button onClick={() => setSearch({})}>{text.empty.action}</Button>
        ) : undefined
      }
    >
      {isFiltered(search) ? text.empty.filtered : text.empty.text}
    </EmptyState>
  )
  const ask = (title: string, chosen: Deletion) => setAsked({ title, chosen })
  const chosen = [...selected]
  return (
    <>
      <AlertFilters search={search} counts={counts} onSearch={setSearch}>
        {mayDelete && search.single === true && (
          <Button
            icon={<Delete20Regular />}
            disabled={chosen.length === 0}
            onClick={() => ask(text.confirmDelete.title(chosen.length), { alertIds: chosen })}
          >
            {text.deleteSelected}
          </Button>
        )}
        {mayDelete && (
          <Button
            icon={<Delete20Regular />}
            onClick={() => ask(text.confirmDelete.allTitle, { filter: deletionFilter(query) })}
          >
            {text.deleteAll}
          </Button>
        )}
      </AlertFilters>
      {search.single === true ? (
        <AlertTable
          query={query}
          showsMailbox={mailboxId === undefined}
          selection={mayDelete ? { keys: selected, onChange: setSelected } : null}
          empty={empty}
        />
      ) : (
        <AlertGroupTable
          query={query}
          showsMailbox={mailboxId === undefined}
          empty={empty}
          onShow={({ code, mailboxId: of }) =>
            setSearch({
              ...search,
              single: true,
              code,
              ...(mailboxId === undefined && of !== null ? { mailbox: of } : {}),
            })
          }
        />
      )}
      <ConfirmDialog
        isOpen={asked !== null}
        title={asked?.title ?? ''}
        confirmText={text.deleteOne}
        onConfirm={async () => {
          if (asked !== null) await remove.mutateAsync(asked.chosen)
          setSelected(new Set())
        }}
        onClose={() => setAsked(null)}
      >
        <p>{text.confirmDelete.text}</p>
        <p>{text.confirmDelete.kept}</p>
      </ConfirmDialog>
    </>
  )
}
