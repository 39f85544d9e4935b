import { Checkbox, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components'
import { ArrowDown16Regular, ArrowUp16Regular } from '@fluentui/react-icons'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import {
  type CSSProperties,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { common } from '../strings/common.ts'
import { BAR_HEIGHT } from './measures.ts'
import { useIsNarrow } from './use-is-narrow.ts'

export interface Column<Row> {
  readonly id: string
  readonly title: string
  readonly render: (row: Row) => ReactNode
  /** Width as a grid track, such as `minmax(160px, 2fr)` or `120px`. */
  readonly width: string
  /** What the server sorts by; left out = not sortable. */
  readonly sortBy?: string
  readonly align?: 'end'
}

export interface Sort {
  readonly by: string
  readonly direction: 'asc' | 'desc'
}

export interface Selection {
  readonly keys: ReadonlySet<string>
  onChange(keys: ReadonlySet<string>): void
}

interface DataTableProps<Row> {
  /** Names the table for who can't see it. */
  readonly label: string
  /** The first one names its row. */
  readonly columns: readonly Column<Row>[]
  /** What has been loaded so far. */
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** How a row is called, for its check box. */
  readonly rowName: (row: Row) => string
  /** All there are on the server; null = not known. */
  readonly total: number | null
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
  readonly onLoadMore: () => void
  readonly sort?: Sort
  readonly onSort?: (sort: Sort) => void
  readonly selection?: Selection
}

const ROW_HEIGHT = 44
const CARD_HEIGHT = 132
const OVERSCAN = 12
const AHEAD = 20

/**
 * Rows of a list that may be very long: those in sight are drawn, more are asked for near the end.
 * On narrow screens each row is a card.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, total, hasMore, isLoadingMore, onLoadMore } = props
  const styles = useStyles()
  const isNarrow = useIsNarrow()
  const body = useRef<HTMLDivElement>(null)
  const offset = useOffsetTop(body)
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => (isNarrow ? CARD_HEIGHT : ROW_HEIGHT),
    overscan: OVERSCAN,
    scrollMargin: offset,
    getItemKey: (index) => rowKey(rows[index] as Row),
  })
  const items = virtualizer.getVirtualItems()
  const lastIndex = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && !isLoadingMore && lastIndex >= rows.length - AHEAD) onLoadMore()
  }, [hasMore, isLoadingMore, lastIndex, rows.length, onLoadMore])

  const own = columns.map((column) => column.width)
  const tracks = props.selection === undefined ? own : ['40px', ...own]
  const grid: CSSProperties = isNarrow ? {} : { gridTemplateColumns: tracks.join(' ') }
  const least = isNarrow ? 0 : leastWidth(tracks)
  const frame = useRef<HTMLDivElement>(null)
  const isWider = useIsWider(frame, least)
  return (
    // Divisions with roles: a table element can't place rows while those above them are missing.
    // Where its columns don't fit, the table scrolls, and never the page around it.
    <div ref={frame} {...(isWider ? { className: styles.scroller, tabIndex: 0 } : {})}>
      <div
        role="table"
        aria-label={label}
        aria-rowcount={total === null ? -1 : total + 1}
        aria-colcount={columns.length + (props.selection === undefined ? 0 : 1)}
        className={styles.table}
        style={{ minWidth: least }}
      >
        <div
          role="rowgroup"
          className={mergeClasses(
            isNarrow ? styles.narrowHead : styles.head,
            isWider && styles.scrolledHead,
          )}
        >
          <div role="row" aria-rowindex={1} className={styles.row} style={grid}>
            {props.selection !== undefined && (
              <div role="columnheader" className={styles.cell}>
                <SelectAll rows={rows} rowKey={rowKey} selection={props.selection} />
              </div>
            )}
            {columns.map((column) => (
              <HeaderCell
                key={column.id}
                column={column}
                {...(props.sort === undefined ? {} : { sort: props.sort })}
                {...(props.onSort === undefined ? {} : { onSort: props.onSort })}
              />
            ))}
          </div>
        </div>
        <div
          ref={body}
          role="rowgroup"
          className={styles.body}
          style={{ height: virtualizer.getTotalSize() }}
        >
          {items.map(({ index, key, start }) => {
            const row = rows[index] as Row
            return (
              <div
                key={key}
                role="row"
                aria-rowindex={index + 2}
                data-index={index}
                ref={virtualizer.measureElement}
                className={mergeClasses(styles.row, styles.data, isNarrow && styles.card)}
                style={{ ...grid, transform: `translateY(${start - offset}px)` }}
              >
                {props.selection !== undefined && (
                  <div role="cell" className={styles.cell}>
                    <SelectOne
                      id={rowKey(row)}
                      name={props.rowName(row)}
                      selection={props.selection}
                    />
                  </div>
                )}
                {columns.map((column, place) => (
                  <div
                    key={column.id}
                    role={place === 0 ? 'rowheader' : 'cell'}
                    className={mergeClasses(
                      styles.cell,
                      isNarrow && styles.cardCell,
                      !isNarrow && column.align === 'end' && styles.end,
                    )}
                  >
                    {isNarrow && place > 0 && (
                      <span className={styles.cardLabel} aria-hidden="true">
                        {column.title}
                      </span>
                    )}
                    {column.render(row)}
                  </div>
                ))}
              </div>
            )
          })}
        </div>
        {isLoadingMore && (
          <Spinner size="tiny" label={common.loadingMore} className={styles.more} />
        )}
      </div>
    </div>
  )
}

const COLUMN_GAP = 8

/** What columns need at least, in pixels. @param tracks such as `minmax(160px, 2fr)` or `120px` */
export const leastWidth = (tracks: readonly string[]): number =>
  tracks.reduce(
    (sum, track) => sum + Number(/(\d+)px/.exec(track)?.[1] ?? 0),
    COLUMN_GAP * (tracks.length - 1),
  )

/** Whether a content is wider than the element it is shown in. */
function useIsWider(element: React.RefObject<HTMLElement | null>, width: number): boolean {
  const [isWider, setWider] = useState(false)
  useLayoutEffect(() => {
    const { current } = element
    if (current === null) return
    const measure = () => setWider(width > current.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    return () => observer.disconnect()
  }, [element, width])
  return isWider
}

function HeaderCell<Row>({
  column,
  sort,
  onSort,
}: {
  readonly column: Column<Row>
  readonly sort?: Sort
  readonly onSort?: (sort: Sort) => void
}) {
  const styles = useStyles()
  const { sortBy, title, align } = column
  const className = mergeClasses(styles.cell, align === 'end' && styles.end)
  if (sortBy === undefined || onSort === undefined) {
    return (
      <div role="columnheader" className={className}>
        {title}
      </div>
    )
  }
  const direction = sort?.by === sortBy ? sort.direction : null
  const Arrow = direction === 'desc' ? ArrowDown16Regular : ArrowUp16Regular
  const ariaSort =
    direction === null ? 'none' : direction === 'asc' ? ('ascending' as const) : 'descending'
  return (
    <div role="columnheader" aria-sort={ariaSort} className={className}>
      <button
        type="button"
        className={mergeClasses(styles.sorter, align === 'end' && styles.sorterEnd)}
        onClick={() => onSort({ by: sortBy, direction: direction === 'asc' ? 'desc' : 'asc' })}
      >
        {title}
        <Arrow className={mergeClasses(direction === null && styles.unsorted)} aria-hidden="true" />
      </button>
    </div>
  )
}

function SelectOne({
  id,
  name,
  selection,
}: {
  readonly id: string
  readonly name: string
  readonly selection: Selection
}) {
  return (
    <Checkbox
      aria-label={common.selectRow(name)}
      checked={selection.keys.has(id)}
      onChange={(_, { checked }) => {
        const keys = new Set(selection.keys)
        if (checked === true) keys.add(id)
        else keys.delete(id)
        selection.onChange(keys)
      }}
    />
  )
}

function SelectAll<Row>({
  rows,
  rowKey,
  selection,
}: {
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly selection: Selection
}) {
  const chosen = rows.filter((row) => selection.keys.has(rowKey(row))).length
  const isAll = rows.length > 0 && chosen === rows.length
  return (
    <Checkbox
      aria-label={common.selectAll}
      checked={isAll ? true : chosen > 0 ? 'mixed' : false}
      onChange={() => selection.onChange(isAll ? new Set() : new Set(rows.map(rowKey)))}
    />
  )
}

/** Where an element begins in the document, which the window's scrolling is counted from. */
function useOffsetTop(element: React.RefObject<HTMLElement | null>): number {
  const [offset, setOffset] = useState(0)
  useLayoutEffect(() => {
    const measure = () => {
      const top = element.current?.getBoundingClientRect().top ?? 0
      setOffset(Math.round(top + window.scrollY))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [element])
  return offset
}

const useStyles = makeStyles({
  table: { position: 'relative', fontSize: tokens.fontSizeBase300 },
  scroller: {
    overflowX: 'auto',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  head: {
    position: 'sticky',
    top: BAR_HEIGHT,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightSemibold,
  },
  // It would stick to what scrolls, which here isn't the window.
  scrolledHead: { position: 'static' },
  // Cards name their values themselves. Who walks with the Tab key sees what has the focus.
  narrowHead: {
    ':not(:focus-within)': {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    },
  },
  body: { position: 'relative', width: '100%' },
  row: { display: 'grid', alignItems: 'center', minHeight: '44px', columnGap: `${COLUMN_GAP}px` },
  data: {
    position: 'absolute',
    top: 0,
    left: 0,
    right: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    // The next shade is too light for links in the dark theme.
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  card: {
    gridTemplateColumns: '1fr',
    padding: `${tokens.spacingVerticalS} 0`,
    rowGap: tokens.spacingVerticalXS,
  },
  cell: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', padding: '2px 4px' },
  cardCell: {
    display: 'flex',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    overflowWrap: 'anywhere',
  },
  cardLabel: { color: tokens.colorNeutralForeground3, flexShrink: 0 },
  end: { textAlign: 'end' },
  sorter: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    font: 'inherit',
    textAlign: 'inherit',
    color: 'inherit',
    background: 'none',
    border: 'none',
    padding: '4px 0',
    cursor: 'pointer',
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      borderRadius: tokens.borderRadiusSmall,
    },
    ':hover svg': { opacity: 1 },
  },
  // The arrow before the title, so that the title stands above its numbers.
  sorterEnd: { flexDirection: 'row-reverse' },
  unsorted: { opacity: 0 },
  more: { padding: tokens.spacingVerticalM },
})
