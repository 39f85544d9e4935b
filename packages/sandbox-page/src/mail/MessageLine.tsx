import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  Attach16Regular,
  CalendarLtr16Regular,
  Flag16Filled,
  Important16Filled,
} from '@fluentui/react-icons'
import { type MouseEvent, memo, type ReactElement } from 'react'
import type { MasterCategory, MessageRow } from '../api/wire.ts'
import { CategoryPills } from '../categories/CategoryPill.tsx'
import { Hidden } from '../components/Hidden.tsx'
import { common } from '../strings/common.ts'
import { mail as strings } from '../strings/mail.ts'

export interface Click {
  readonly adds: boolean
  readonly spans: boolean
}

interface MessageLineProps {
  readonly row: MessageRow
  readonly master: readonly MasterCategory[]
  readonly time: string
  readonly index: number
  readonly isSelected: boolean
  /** The one that the keyboard is at. */
  readonly isActive: boolean
  /** Of Sent Items: to whom, not from whom. */
  readonly showsRecipients: boolean
  readonly onClick: (id: string, click: Click) => void
  readonly onCheck: (id: string) => void
  readonly onMenu: (id: string, at: { readonly x: number; readonly y: number }) => void
}

export const MessageLine = memo(function MessageLine(props: MessageLineProps) {
  const { row, master, time, isSelected, onClick, onCheck, onMenu } = props
  const styles = useStyles()
  const subject = row.subject || strings.noSubject
  const openMenu = (event: MouseEvent) => {
    event.preventDefault()
    onMenu(row.id, { x: event.clientX, y: event.clientY })
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys of all its rows
    <div
      role="row"
      aria-rowindex={props.index}
      aria-selected={isSelected}
      tabIndex={props.isActive ? 0 : -1}
      data-id={row.id}
      className={mergeClasses(
        styles.row,
        !row.isRead && styles.unread,
        isSelected && styles.selected,
      )}
      onClick={({ ctrlKey, metaKey, shiftKey }) =>
        onClick(row.id, { adds: ctrlKey || metaKey, spans: shiftKey })
      }
      onContextMenu={openMenu}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: only keeps the click from the row */}
      <div role="gridcell" className={styles.check} onClick={(event) => event.stopPropagation()}>
        <Checkbox
          checked={isSelected}
          aria-label={strings.select(subject)}
          className={mergeClasses('message-check', styles.box)}
          onChange={() => onCheck(row.id)}
        />
      </div>
      <div role="gridcell" className={styles.text}>
        {!row.isRead && <Hidden>{strings.unreadMark}</Hidden>}
        <div className={styles.line}>
          <span className={mergeClasses(styles.clip, styles.people)}>
            {row.isDraft && <span className={styles.draft}>[{strings.draft}] </span>}
            {peopleOf(row, props.showsRecipients)}
          </span>
          <Marks row={row} />
        </div>
        <div className={styles.line}>
          <span className={mergeClasses(styles.clip, !row.isRead && styles.bold)}>{subject}</span>
          <span className={styles.time}>{time}</span>
        </div>
        <div className={mergeClasses(styles.clip, styles.preview)}>
          {row.bodyPreview || '\u00a0'}
        </div>
        <CategoryPills names={row.categories} master={master} />
      </div>
    </div>
  )
})

function peopleOf({ from, toRecipients, isDraft }: MessageRow, showsRecipients: boolean): string {
  const shown = showsRecipients || isDraft ? toRecipients : from ? [from] : []
  return (
    shown
      .map(({ emailAddress }) => common.nameOf(emailAddress.name, emailAddress.address))
      .join('; ') || '\u00a0'
  )
}

function Marks({ row }: { readonly row: MessageRow }) {
  const styles = useStyles()
  const marks: readonly (readonly [boolean, string, ReactElement])[] = [
    [
      row.importance === 'high',
      strings.important,
      <Important16Filled key="i" className={styles.red} />,
    ],
    [row['@odata.type'] !== undefined, strings.meeting, <CalendarLtr16Regular key="m" />],
    [row.hasAttachments, strings.hasAttachments, <Attach16Regular key="a" />],
    [
      row.flag.flagStatus === 'flagged',
      strings.flagged,
      <Flag16Filled key="f" className={styles.red} />,
    ],
  ]
  return (
    <span className={styles.marks}>
      {marks
        .filter(([holds]) => holds)
        .map(([, label, icon]) => (
          <span key={label} title={label} className={styles.mark}>
            {icon}
            <Hidden>{label}</Hidden>
          </span>
        ))}
    </span>
  )
}

const useStyles = makeStyles({
  row: {
    position: 'relative',
    display: 'flex',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    borderLeft: '3px solid transparent',
    cursor: 'pointer',
    userSelect: 'none',
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 84px',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '& .message-check': { opacity: 0 },
    '&:hover .message-check, &:focus-within .message-check, &[aria-selected=true] .message-check': {
      opacity: 1,
    },
    '@media (hover: none)': { '& .message-check': { opacity: 1 } },
  },
  unread: { borderLeftColor: tokens.colorBrandStroke1 },
  selected: {
    backgroundColor: tokens.colorBrandBackground2,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
  },
  check: { flexShrink: 0, cursor: 'default' },
  box: { marginTop: '-4px' },
  text: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: '1px',
  },
  line: { display: 'flex', columnGap: tokens.spacingHorizontalS, alignItems: 'center' },
  clip: {
    flexGrow: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  people: { fontSize: tokens.fontSizeBase300 },
  bold: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorBrandForeground1 },
  draft: { color: tokens.colorPaletteRedForeground1 },
  time: {
    flexShrink: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  preview: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    minHeight: tokens.lineHeightBase200,
  },
  marks: { display: 'inline-flex', columnGap: tokens.spacingHorizontalXXS },
  mark: { position: 'relative', display: 'inline-flex', color: tokens.colorNeutralForeground3 },
  red: { color: tokens.colorPaletteRedForeground1 },
})
