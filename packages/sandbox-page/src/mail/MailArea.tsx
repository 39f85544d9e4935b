import { Drawer, DrawerBody, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { MailMultipleRegular, MailReadRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { foldersQuery, type MessageFilter, messagesQuery, wellKnownQuery } from '../api/queries.ts'
import type { MessageRow } from '../api/wire.ts'
import { useMailbox } from '../app/mailbox.ts'
import type { Place } from '../app/place.ts'
import { usePlace } from '../app/use-place.ts'
import { ManageCategories } from '../categories/ManageCategories.tsx'
import { NewCategoryDialog } from '../categories/NewCategoryDialog.tsx'
import { useCategorize } from '../categories/use-categorize.ts'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { Empty, Failed, Loading } from '../components/states.tsx'
import { useIsMedium, useIsNarrow } from '../components/use-media.ts'
import { common } from '../strings/common.ts'
import { mail as strings } from '../strings/mail.ts'
import { CommandBar, type Commands } from './CommandBar.tsx'
import type { Writing } from './Compose.tsx'
import type { AnswerKind } from './draft.ts'
import { FolderPane } from './FolderPane.tsx'
import { findFolder, listed } from './folders.ts'
import { ListHead } from './ListHead.tsx'
import { MessageList } from './MessageList.tsx'
import { MessageMenu } from './MessageMenu.tsx'
import { ReadingPane } from './ReadingPane.tsx'
import { SeveralSelected } from './SeveralSelected.tsx'
import {
  everything,
  NOTHING,
  neighbour,
  only,
  type Selection,
  still,
  withRange,
  withToggled,
} from './selection.ts'
import { useMailActions } from './use-mail-actions.ts'

const Compose = lazy(async () => ({ default: (await import('./Compose.tsx')).Compose }))
const RulesDialog = lazy(async () => ({ default: (await import('./RulesDialog.tsx')).RulesDialog }))
const ReceiveDialog = lazy(async () => ({
  default: (await import('./ReceiveDialog.tsx')).ReceiveDialog,
}))

type Open =
  | { readonly kind: 'folders' | 'rules' | 'receive' | 'manage' }
  | { readonly kind: 'compose'; readonly writing: Writing }
  | { readonly kind: 'newCategory'; readonly rows: readonly MessageRow[] }
  | { readonly kind: 'forGood'; readonly rows: readonly MessageRow[] }
  | { readonly kind: 'menu'; readonly at: { readonly x: number; readonly y: number } }

const PAGE = 50
const PAGE_MAX = 1000

interface MailAreaProps {
  readonly place: Extract<Place, { area: 'mail' }>
}

export function MailArea({ place }: MailAreaProps) {
  const styles = useStyles()
  const { root } = useMailbox()
  const { go } = usePlace()
  const isNarrow = useIsNarrow()
  const isMedium = useIsMedium()
  const actions = useMailActions()
  const { master, toggle, put, clear } = useCategorize()
  const [open, setOpen] = useState<Open | null>(null)
  const [filter, setFilter] = useState<MessageFilter>('all')
  const [top, setTop] = useState(PAGE)
  const [kept, setSelection] = useState<Selection & { readonly folder: string }>({
    ...NOTHING,
    folder: place.folder,
  })

  const folders = useQuery(foldersQuery(root))
  const wellKnown = useQuery(wellKnownQuery(root))
  const messages = useQuery(messagesQuery(root, place.folder, filter, top))
  const nodes = listed(folders.data ?? [], wellKnown.data ?? new Map())
  const current = findFolder(nodes, place.folder)
  const title = current?.folder.displayName ?? ''
  const rows = messages.data?.value ?? []
  const order = rows.map(({ id }) => id)
  const opened = place.message
  const selection = kept.folder === place.folder ? still(order, kept) : NOTHING
  const select = (chosen: Selection) => setSelection({ ...chosen, folder: place.folder })
  const openMessage = (id: string | null, how?: 'replace') => go({ ...place, message: id }, how)

  const targets =
    selection.ids.size > 0
      ? rows.filter(({ id }) => selection.ids.has(id))
      : rows.filter(({ id }) => id === opened)
  const items = (of: readonly MessageRow[]) =>
    of.map((item) => ({ path: `${root}/messages/${item.id}`, item }))
  const close = () => setOpen(null)

  /** Goes on with the next message when those acted on leave the list. */
  const leave = async (gone: readonly MessageRow[], work: Promise<boolean>) => {
    const ids = new Set(gone.map(({ id }) => id))
    const next = isNarrow || opened === null || !ids.has(opened) ? null : neighbour(order, ids)
    if (!(await work)) return
    if (opened !== null && ids.has(opened)) openMessage(next, 'replace')
    select(next === null ? NOTHING : only(next))
  }
  const remove = () => {
    if (targets.length === 0) return
    const isLast = current?.wellKnown === 'deleteditems'
    if (isLast) setOpen({ kind: 'forGood', rows: targets })
    else void leave(targets, actions.discard(targets))
  }
  const commands: Commands = {
    hasTargets: targets.length > 0,
    allRead: targets.length > 0 && targets.every(({ isRead }) => isRead),
    allFlagged: targets.length > 0 && targets.every(({ flag }) => flag.flagStatus === 'flagged'),
    folders: nodes,
    categorize: {
      master,
      items: targets,
      onToggle: (choice) => void toggle(items(targets), choice),
      onClear: () => void clear(items(targets)),
      onNew: () => setOpen({ kind: 'newCategory', rows: targets }),
      onManage: () => setOpen({ kind: 'manage' }),
    },
    onDelete: remove,
    onMove: (to) => void leave(targets, actions.move(targets, to)),
    onRead: (isRead) => void actions.markRead(targets, isRead),
    onFlag: (isFlagged) => void actions.flag(targets, isFlagged),
  }
  const answer = (message: { readonly id: string }, kind: AnswerKind) =>
    setOpen({ kind: 'compose', writing: { kind, message: message.id } })
  const pick = (id: string) => {
    select(only(id))
    openMessage(id)
  }
  const [single] = targets
  const showsList = !isNarrow || opened === null
  const showsReading = !isNarrow || opened !== null

  return (
    <>
      {!isMedium && (
        <div className={styles.folders}>
          <FolderPane nodes={nodes} current={place.folder} />
        </div>
      )}
      <main className={styles.main}>
        <CommandBar
          commands={commands}
          onNew={() => setOpen({ kind: 'compose', writing: { kind: 'new', to: [] } })}
          onReceive={() => setOpen({ kind: 'receive' })}
          onRules={() => setOpen({ kind: 'rules' })}
          onFolders={isMedium ? () => setOpen({ kind: 'folders' }) : null}
        />
        <div className={styles.panes}>
          <section
            aria-label={title}
            className={mergeClasses(styles.list, !showsList && styles.hidden)}
          >
            <ListHead
              title={title}
              total={messages.data?.['@odata.count']}
              filter={filter}
              onFilter={setFilter}
            />
            {messages.isPending && <Loading />}
            {messages.isError && (
              <Failed error={messages.error} onRetry={() => void messages.refetch()} />
            )}
            {messages.data !== undefined && rows.length === 0 && (
              <Empty
                icon={<MailReadRegular />}
                title={filter === 'all' ? strings.emptyTitle : strings.emptyFilter}
                {...(filter === 'all' && { hint: strings.emptyHint })}
              />
            )}
            {rows.length > 0 && (
              <MessageList
                rows={rows}
                total={messages.data?.['@odata.count'] ?? rows.length}
                master={master}
                label={strings.messages(title)}
                selection={selection}
                opened={opened}
                showsRecipients={current?.wellKnown === 'sentitems'}
                onClick={(id, { adds, spans }) => {
                  if (spans) select(withRange(order, selection, id))
                  else if (adds) select(withToggled(selection, id))
                  else pick(id)
                }}
                onToggle={(id) => select(withToggled(selection, id))}
                onMove={(id, spans) => {
                  if (spans) select(withRange(order, selection, id))
                  else if (isNarrow) select(only(id))
                  else pick(id)
                }}
                onOpen={pick}
                onSelectAll={() => select(everything(order))}
                onClear={() => select(NOTHING)}
                onDelete={remove}
                onMenu={(id, at) => {
                  if (!selection.ids.has(id)) select(only(id))
                  setOpen({ kind: 'menu', at })
                }}
                onMore={() => setTop(Math.min(top * 2, PAGE_MAX))}
              />
            )}
          </section>
          {showsReading && (
            <div className={styles.reading}>
              {selection.ids.size > 1 ? (
                <SeveralSelected
                  count={selection.ids.size}
                  onClear={() => select(opened === null ? NOTHING : only(opened))}
                />
              ) : opened === null ? (
                <Empty
                  icon={<MailMultipleRegular />}
                  title={strings.nothingOpen}
                  hint={strings.nothingOpenHint}
                />
              ) : (
                <ReadingPane
                  key={opened}
                  id={opened}
                  onAnswer={answer}
                  onEdit={({ id }) =>
                    setOpen({ kind: 'compose', writing: { kind: 'draft', message: id } })
                  }
                  onBack={isNarrow ? () => openMessage(null) : null}
                />
              )}
            </div>
          )}
        </div>
        {open?.kind === 'menu' && (
          <MessageMenu
            at={open.at}
            commands={commands}
            onAnswer={
              targets.length === 1 && single !== undefined && !single.isDraft
                ? (kind) => answer(single, kind)
                : null
            }
            onClose={() => setOpen((now) => (now?.kind === 'menu' ? null : now))}
          />
        )}
      </main>
      {isMedium && (
        <Drawer
          open={open?.kind === 'folders'}
          onOpenChange={close}
          aria-label={strings.folders}
          size="small"
        >
          <DrawerBody className={styles.drawer}>
            <FolderPane nodes={nodes} current={place.folder} onGo={close} />
          </DrawerBody>
        </Drawer>
      )}
      {open?.kind === 'manage' && (
        <ManageCategories
          onClose={close}
          onNew={() => setOpen({ kind: 'newCategory', rows: [] })}
        />
      )}
      {open?.kind === 'newCategory' && (
        <NewCategoryDialog
          onCreated={open.rows.length === 0 ? null : (name) => void put(items(open.rows), name)}
          onClose={close}
        />
      )}
      {open?.kind === 'forGood' && (
        <ConfirmDialog
          title={strings.forGoodTitle}
          text={strings.forGood(open.rows.length)}
          action={common.delete}
          onConfirm={() => void leave(open.rows, actions.deleteForGood(open.rows))}
          onClose={close}
        />
      )}
      <Suspense>
        {open?.kind === 'compose' && <Compose writing={open.writing} onClose={close} />}
        {open?.kind === 'rules' && <RulesDialog folders={nodes} onClose={close} />}
        {open?.kind === 'receive' && <ReceiveDialog from={null} onClose={close} />}
      </Suspense>
    </>
  )
}

const useStyles = makeStyles({
  folders: {
    width: '220px',
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    padding: tokens.spacingHorizontalXS,
  },
  main: {
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalXS,
  },
  panes: {
    flexGrow: 1,
    minHeight: 0,
    display: 'flex',
    columnGap: tokens.spacingHorizontalXS,
  },
  list: {
    width: '360px',
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2,
    overflow: 'hidden',
    '@media (max-width: 719px)': { width: '100%', flexShrink: 1 },
  },
  hidden: { display: 'none' },
  drawer: { padding: tokens.spacingHorizontalM },
  reading: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2,
  },
})
