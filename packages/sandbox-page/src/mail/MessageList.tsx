import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { type KeyboardEvent, useRef } from 'react'
import type { MasterCategory, MessageRow } from '../api/wire.ts'
import { useMailbox } from '../app/mailbox.ts'
import { dayIn } from '../components/days.ts'
import { useNow } from '../components/use-now.ts'
import { mail as strings } from '../strings/mail.ts'
import { grouped, listTime } from './dates.ts'
import { type Click, MessageLine } from './MessageLine.tsx'
import type { Selection } from './selection.ts'

export interface ListKeys {
  /** Up, down, Home, End. */
  readonly onMove: (id: string, spans: boolean) => void
  readonly onOpen: (id: string) => void
  readonly onToggle: (id: string) => void
  readonly onSelectAll: () => void
  readonly onClear: () => void
  readonly onDelete: () => void
}

interface MessageListProps extends ListKeys {
  readonly rows: readonly MessageRow[]
  readonly total: number
  readonly master: readonly MasterCategory[]
  readonly label: string
  readonly selection: Selection
  readonly opened: string | null
  readonly showsRecipients: boolean
  readonly onClick: (id: string, click: Click) => void
  readonly onMenu: (id: string, at: { readonly x: number; readonly y: number }) => void
  readonly onMore: () => void
}

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
}

/** A grid of messages; the arrow keys go from row to row. */
export function MessageList(props: MessageListProps) {
  const styles = useStyles()
  const { zone } = useMailbox()
  const today = dayIn(zone, useNow())
  const grid = useRef<HTMLDivElement>(null)
  const { rows, selection, opened } = props
  const known = (id: string | null) => rows.some((row) => row.id === id)
  const active = known(opened) ? opened : (rows[0]?.id ?? null)

  const focus = (id: string) =>
    grid.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus()

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const target = event.target as HTMLElement
    const id = target.closest<HTMLElement>('[data-id]')?.dataset.id
    // Keys in the check box are the check box's, but for those that act on messages.
    const inRow = target.getAttribute('role') === 'row'
    if (id === undefined) return
    const step = STEPS[event.key]
    if (step !== undefined) {
      const next =
        rows[
          step(
            rows.findIndex((row) => row.id === id),
            rows.length - 1,
          )
        ]
      if (next === undefined) return
      focus(next.id)
      props.onMove(next.id, event.shiftKey)
    } else if (event.key === 'Enter' && inRow) props.onOpen(id)
    else if (event.key === ' ' && inRow) props.onToggle(id)
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) props.onSelectAll()
    else if (event.key === 'Escape') props.onClear()
    else if (event.key === 'Delete') props.onDelete()
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const { left, bottom } = target.getBoundingClientRect()
      props.onMenu(id, { x: left + 48, y: bottom - 16 })
    } else return
    event.preventDefault()
  }

  const index = new Map(rows.map((row, at) => [row.id, at + 1]))
  return (
    <div className={styles.scroll}>
      <div
        ref={grid}
        role="grid"
        aria-label={props.label}
        aria-multiselectable
        aria-rowcount={props.total}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        {grouped(rows, zone, today).map(({ group, rows: under }) => (
          <div key={group} role="rowgroup">
            <div role="row" className={styles.group}>
              <span role="columnheader">{strings.groups[group]}</span>
            </div>
            {under.map((row) => (
              <MessageLine
                key={row.id}
                row={row}
                master={props.master}
                time={listTime(row.receivedDateTime, zone, today)}
                index={index.get(row.id) ?? 0}
                isSelected={selection.ids.has(row.id)}
                isActive={row.id === active}
                showsRecipients={props.showsRecipients}
                onClick={props.onClick}
                onCheck={props.onToggle}
                onMenu={props.onMenu}
              />
            ))}
          </div>
        ))}
      </div>
      {rows.length < props.total && (
        <div className={styles.more}>
          <Button onClick={props.onMore}>{strings.more}</Button>
          <span>{strings.shown(rows.length, props.total)}</span>
        </div>
      )}
    </div>
  )
}

const useStyles = makeStyles({
  scroll: { flexGrow: 1, minHeight: 0, overflowY: 'auto' },
  group: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  more: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
  },
})
