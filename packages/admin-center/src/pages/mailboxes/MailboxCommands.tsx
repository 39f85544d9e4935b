import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import {
  ArrowSync20Regular,
  CheckmarkCircle20Regular,
  MoreHorizontal20Regular,
  Settings20Regular,
  WrenchScrewdriver20Regular,
} from '@fluentui/react-icons'
import type { MailboxAction, MailboxTarget } from '@trackmark/dataverse/admin-api'
import { useState } from 'react'
import { useTell } from '../../app/Toasts.tsx'
import { isAdministrator, useMe } from '../../app/useMe.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { mailboxes as text } from '../../strings/mailboxes.ts'
import { useMailboxAction } from './useMailboxes.ts'

type CommandName = keyof typeof text.confirm

interface MailboxCommandsProps {
  readonly target: MailboxTarget
  /** How many it is. */
  readonly count: number
  readonly onDone?: () => void
}

/** Commands on one mailbox, several, or all that a filter finds; each says first what it will do. */
export function MailboxCommands({ target, count, onDone }: MailboxCommandsProps) {
  const [asked, setAsked] = useState<CommandName | null>(null)
  const action = useMailboxAction()
  const tell = useTell()
  const me = useMe()
  if (!isAdministrator(me)) return null
  const { commands } = text
  const testText = count === 1 ? commands.test : commands.testMany
  const title = (name: CommandName) => (name === 'test' ? testText : commands[name])
  return (
    <>
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
        <MenuPopover>
          <MenuList>
            {(['reject', 'activate', 'deactivate'] as const).map((name) => (
              <MenuItem key={name} onClick={() => setAsked(name)}>
                {commands[name]}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      {asked !== null && (
        <ConfirmDialog
          isOpen
          title={title(asked)}
          confirmText={title(asked)}
          onClose={() => setAsked(null)}
          onConfirm={async () => {
            const { changed, mailboxes } = await action.mutateAsync({
              ...target,
              action: asked,
            } as MailboxAction)
            tell('success', text.done(changed, mailboxes))
            onDone?.()
          }}
        >
          {text.confirm[asked](text.count(count))}
        </ConfirmDialog>
      )}
    </>
  )
}
