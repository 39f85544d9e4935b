import { Button, CounterBadge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  Archive20Regular,
  Delete20Regular,
  Drafts20Regular,
  Folder20Regular,
  FolderAdd20Regular,
  MailArrowUp20Regular,
  MailInbox20Regular,
  MailProhibited20Regular,
  Send20Regular,
} from '@fluentui/react-icons'
import { type CSSProperties, type ReactNode, useState } from 'react'
import type { WellKnown } from '../api/queries.ts'
import { formatAddress } from '../app/place.ts'
import { usePlace } from '../app/use-place.ts'
import { Hidden } from '../components/Hidden.tsx'
import { NameDialog } from '../components/NameDialog.tsx'
import { mail as strings } from '../strings/mail.ts'
import { countShown, type FolderNode } from './folders.ts'
import { useMailActions } from './use-mail-actions.ts'

const ICONS: Readonly<Record<WellKnown, ReactNode>> = {
  inbox: <MailInbox20Regular />,
  drafts: <Drafts20Regular />,
  sentitems: <Send20Regular />,
  deleteditems: <Delete20Regular />,
  junkemail: <MailProhibited20Regular />,
  archive: <Archive20Regular />,
  outbox: <MailArrowUp20Regular />,
}

interface FolderPaneProps {
  readonly nodes: readonly FolderNode[]
  /** As in the address. */
  readonly current: string
  readonly onGo?: () => void
}

export function FolderPane({ nodes, current, onGo }: FolderPaneProps) {
  const styles = useStyles()
  const { person } = usePlace()
  const [isAdding, setAdding] = useState(false)
  return (
    <nav aria-label={strings.folders} className={styles.pane}>
      <ul className={styles.list}>
        {nodes.map((node) => {
          const { folder, wellKnown, name, depth } = node
          const isHere = name === current || folder.id === current
          const count = countShown(node)
          const place = { area: 'mail', folder: name, message: null } as const
          return (
            <li key={folder.id}>
              <a
                href={formatAddress({ person, place })}
                aria-current={isHere ? 'page' : undefined}
                className={mergeClasses(
                  styles.folder,
                  isHere && styles.here,
                  count > 0 && styles.bold,
                )}
                style={{ '--depth': depth } as CSSProperties}
                onClick={() => onGo?.()}
              >
                <span className={styles.icon} aria-hidden>
                  {wellKnown === null ? <Folder20Regular /> : ICONS[wellKnown]}
                </span>
                <span className={styles.name}>{folder.displayName}</span>
                {count > 0 && (
                  <>
                    <CounterBadge
                      aria-hidden
                      count={count}
                      color={isHere ? 'brand' : 'informative'}
                      overflowCount={999}
                    />
                    <Hidden>
                      {wellKnown === 'drafts' ? strings.count(count) : strings.unread(count)}
                    </Hidden>
                  </>
                )}
              </a>
            </li>
          )
        })}
      </ul>
      <Button
        appearance="subtle"
        icon={<FolderAdd20Regular />}
        className={styles.add}
        onClick={() => setAdding(true)}
      >
        {strings.newFolder}
      </Button>
      {isAdding && <NewFolderDialog onClose={() => setAdding(false)} />}
    </nav>
  )
}

function NewFolderDialog({ onClose }: { readonly onClose: () => void }) {
  const { addFolder } = useMailActions()
  return (
    <NameDialog
      title={strings.newFolder}
      label={strings.folderName}
      action={strings.create}
      create={addFolder}
      onClose={onClose}
    />
  )
}

const useStyles = makeStyles({
  pane: { display: 'flex', flexDirection: 'column', minHeight: 0, overflowY: 'auto' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  folder: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '32px',
    padding: `0 ${tokens.spacingHorizontalS}`,
    paddingInlineStart: `calc(${tokens.spacingHorizontalS} + var(--depth) * 16px)`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  here: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1,
  },
  bold: { fontWeight: tokens.fontWeightSemibold },
  icon: { display: 'inline-flex' },
  name: {
    flexGrow: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  add: { alignSelf: 'flex-start', marginTop: tokens.spacingVerticalS },
})
