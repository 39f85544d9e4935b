import {
  Button,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuTrigger,
  makeStyles,
  Tooltip,
  tokens,
} from '@fluentui/react-components'
import {
  ArrowDownload20Regular,
  Delete20Regular,
  Flag20Regular,
  FlagOff20Regular,
  FolderArrowRight20Regular,
  MailAdd20Regular,
  MailRead20Regular,
  MailSettings20Regular,
  MailUnread20Regular,
  Navigation20Regular,
} from '@fluentui/react-icons'
import { MenuSurface } from '@trackmark/web-parts/Layers'
import type { ReactElement } from 'react'
import type { CategorizeProps } from '../categories/CategorizeItems.tsx'
import { CategorizeMenu } from '../categories/CategorizeMenu.tsx'
import { useIsMedium, useIsNarrow, useMedia } from '../components/use-media.ts'
import { mail as strings } from '../strings/mail.ts'
import { canTake, type FolderNode } from './folders.ts'

/** What can be done with the messages that commands act on. */
export interface Commands {
  readonly hasTargets: boolean
  readonly allRead: boolean
  readonly allFlagged: boolean
  readonly folders: readonly FolderNode[]
  readonly categorize: CategorizeProps
  readonly onDelete: () => void
  readonly onMove: (to: FolderNode) => void
  readonly onRead: (isRead: boolean) => void
  readonly onFlag: (isFlagged: boolean) => void
}

interface CommandBarProps {
  readonly commands: Commands
  readonly onNew: () => void
  readonly onReceive: () => void
  readonly onRules: () => void
  /** Null where the folders stand beside the list. */
  readonly onFolders: (() => void) | null
}

export function CommandBar({ commands, onNew, onReceive, onRules, onFolders }: CommandBarProps) {
  const styles = useStyles()
  const iconOnly = useIsMedium()
  const isNarrow = useIsNarrow()
  const hasRoom = useMedia('(min-width: 1400px)')
  const { hasTargets, allRead, allFlagged, folders, categorize } = commands
  const command = (
    label: string,
    icon: ReactElement,
    onClick: () => void,
    { disabled = false, showsLabel = !iconOnly } = {},
  ) => (
    <Tooltip content={label} relationship="label">
      <Button appearance="subtle" icon={icon} disabled={disabled} onClick={onClick}>
        {showsLabel ? label : undefined}
      </Button>
    </Tooltip>
  )
  return (
    <div role="toolbar" aria-label={strings.commands} className={styles.bar}>
      {onFolders !== null && command(strings.openFolders, <Navigation20Regular />, onFolders)}
      <Button
        appearance="primary"
        icon={<MailAdd20Regular />}
        onClick={onNew}
        className={styles.new}
        {...(isNarrow && { 'aria-label': strings.newMail })}
      >
        {isNarrow ? undefined : strings.newMail}
      </Button>
      {command(strings.delete, <Delete20Regular />, commands.onDelete, { disabled: !hasTargets })}
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            appearance="subtle"
            icon={<FolderArrowRight20Regular />}
            disabled={!hasTargets}
            {...(iconOnly && { 'aria-label': strings.moveTo })}
          >
            {iconOnly ? undefined : strings.moveTo}
          </MenuButton>
        </MenuTrigger>
        <MenuSurface>
          <MoveItems folders={folders} onMove={commands.onMove} />
        </MenuSurface>
      </Menu>
      <CategorizeMenu {...categorize} disabled={!hasTargets} iconOnly={iconOnly} />
      {command(
        allRead ? strings.markUnread : strings.markRead,
        allRead ? <MailUnread20Regular /> : <MailRead20Regular />,
        () => commands.onRead(!allRead),
        { disabled: !hasTargets },
      )}
      {command(
        allFlagged ? strings.unflag : strings.flag,
        allFlagged ? <FlagOff20Regular /> : <Flag20Regular />,
        () => commands.onFlag(!allFlagged),
        { disabled: !hasTargets, showsLabel: hasRoom },
      )}
      {command(strings.rules, <MailSettings20Regular />, onRules)}
      {command(strings.receive, <ArrowDownload20Regular />, onReceive, { showsLabel: hasRoom })}
    </div>
  )
}

interface MoveItemsProps {
  readonly folders: readonly FolderNode[]
  readonly onMove: (to: FolderNode) => void
}

export function MoveItems({ folders, onMove }: MoveItemsProps) {
  return (
    <MenuList>
      {folders.filter(canTake).map((node) => (
        <MenuItem
          key={node.folder.id}
          style={{ paddingInlineStart: `${8 + node.depth * 16}px` }}
          onClick={() => onMove(node)}
        >
          {node.folder.displayName}
        </MenuItem>
      ))}
    </MenuList>
  )
}

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXXS,
    padding: tokens.spacingHorizontalXS,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2,
    '& button': { flexShrink: 0, minWidth: 'auto', whiteSpace: 'nowrap' },
  },
  new: { marginInlineEnd: tokens.spacingHorizontalS },
})
