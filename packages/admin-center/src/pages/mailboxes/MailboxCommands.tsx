import { Button, Menu, MenuItem, MenuList, MenuTrigger } from '@fluentui/react-components'
import {
  ArrowSync20Regular,
  CheckmarkCircle20Regular,
  Edit20Regular,
  MoreHorizontal20Regular,
  Settings20Regular,
  WrenchScrewdriver20Regular,
} from '@fluentui/react-icons'
import type { MailboxAction, MailboxTarget } from '@trackmark/admin-api'
import { MenuSurface } from '@trackmark/web-parts/Layers'
import { useState } from 'react'
import { useTell } from '../../app/Toasts.tsx'
import { isAdministrator, isOwnerOnly, useMe } from '../../app/use-me.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { failureText } from '../../components/states.tsx'
import { mailboxes as text } from '../../strings/mailboxes.ts'
import { EditDialog } from './EditDialog.tsx'
import { TestDialog } from './TestDialog.tsx'
import { useMailboxAction, useSyncNow } from './use-mailboxes.ts'

type CommandName = keyof typeof text.confirm

/** Shown by name, and step by step as they are tested. */
export interface Named {
  readonly id: string
  readonly name: string
  /** Where it is known. */
  readonly ownerId?: string | null
}

interface MailboxCommandsProps {
  readonly target: MailboxTarget
  /** How many it is. */
  readonly count: number
  /** Who it is; empty where it is all that a filter finds. */
  readonly who: readonly Named[]
  readonly onDone?: () => void
}

/** Commands on one mailbox, several, or all that a filter finds; each says first what it will do. */
export function MailboxCommands({ target, count, who, onDone }: MailboxCommandsProps) {
  const [asked, setAsked] = useState<CommandName | 'edit' | null>(null)
  const action = useMailboxAction()
  const tell = useTell()
  const me = useMe()
  const [only] = who
  if (!isAdministrator(me)) {
    const isOwn = isOwnerOnly(me) || only?.ownerId === me.userId
    return only === undefined || !isOwn ? null : <SyncNow {...only} />
  }
  const { commands } = text
  const testText = count === 1 ? commands.test : commands.testMany
  const close = () => setAsked(null)
  const what = who.length === 1 && only !== undefined ? only.name : text.count(count)
  return (
    <>
      <Button icon={<Edit20Regular />} onClick={() => setAsked('edit')}>
        {commands.edit}
      </Button>
      <Button icon={<WrenchScrewdriver20Regular />} onClick={() => setAsked('test')}>
        {testText}
      </Button>
      <Button icon={<Settings20Regular />} onClick={() => setAsked('applyDefaults')}>
        {commands.applyDefaults}
      </Button>
      <Button icon={<CheckmarkCircle20Regular />} onClick={() => setAsked('approve')}>
        {commands.approve}
      </Button>
      <Button icon={<ArrowSync20Regular />} onClick={() => setAsked('sync')}>
        {commands.sync}
      </Button>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button icon={<MoreHorizontal20Regular />} aria-label={commands.more} />
        </MenuTrigger>
        <MenuSurface>
          <MenuList>
            {(['reject', 'activate', 'deactivate'] as const).map((name) => (
              <MenuItem key={name} onClick={() => setAsked(name)}>
                {commands[name]}
              </MenuItem>
            ))}
          </MenuList>
        </MenuSurface>
      </Menu>
      {asked === 'edit' && <EditDialog target={target} count={count} what={what} onClose={close} />}
      {asked === 'test' && <TestDialog target={target} what={what} tested={who} onClose={close} />}
      {asked !== null && asked !== 'edit' && asked !== 'test' && (
        <ConfirmDialog
          isOpen
          title={commands[asked]}
          confirmText={commands[asked]}
          onClose={close}
          onConfirm={async () => {
            const { changed, mailboxes, queued } = await action.mutateAsync({
              ...target,
              action: asked,
            } as MailboxAction)
            const done =
              asked === 'sync' ? text.due(changed, queued) : text.done(changed, mailboxes)
            tell('success', done)
            onDone?.()
          }}
        >
          {text.confirm[asked](text.count(count))}
        </ConfirmDialog>
      )}
    </>
  )
}

/** All that the owner of a mailbox does with it. */
function SyncNow({ id, name }: Named) {
  const tell = useTell()
  const sync = useSyncNow(id)
  return (
    <Button
      icon={<ArrowSync20Regular />}
      disabledFocusable={sync.isPending}
      onClick={() =>
        sync.mutate(undefined, {
          onSuccess: ({ queued }) =>
            tell('success', queued ? text.queued(name) : text.synced(name)),
          onError: (error) => tell('error', failureText(error)),
        })
      }
    >
      {text.commands.sync}
    </Button>
  )
}
