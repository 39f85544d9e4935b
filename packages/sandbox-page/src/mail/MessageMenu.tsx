import { Menu, MenuDivider, MenuItem, MenuList, MenuTrigger } from '@fluentui/react-components'
import {
  ArrowForward20Regular,
  ArrowReply20Regular,
  ArrowReplyAll20Regular,
  Delete20Regular,
  Flag20Regular,
  FolderArrowRight20Regular,
  MailRead20Regular,
  Tag20Regular,
} from '@fluentui/react-icons'
import { MenuSurface } from '@trackmark/web-parts/Layers'
import { CategorizeItems } from '../categories/CategorizeItems.tsx'
import { categories as categoryStrings } from '../strings/categories.ts'
import { mail as strings } from '../strings/mail.ts'
import { type Commands, MoveItems } from './CommandBar.tsx'
import type { AnswerKind } from './draft.ts'

interface MessageMenuProps {
  readonly at: { readonly x: number; readonly y: number }
  readonly commands: Commands
  /** Null with several messages, and for drafts. */
  readonly onAnswer: ((kind: AnswerKind) => void) | null
  readonly onClose: () => void
}

/** What a right click on a message opens. */
export function MessageMenu({ at, commands, onAnswer, onClose }: MessageMenuProps) {
  const target = {
    getBoundingClientRect: () => new DOMRect(at.x, at.y, 0, 0),
  }
  return (
    <Menu open onOpenChange={(_, { open }) => !open && onClose()} positioning={{ target }}>
      <MenuSurface>
        <MenuList aria-label={strings.menuOf}>
          {onAnswer !== null && (
            <>
              <MenuItem icon={<ArrowReply20Regular />} onClick={() => onAnswer('reply')}>
                {strings.reply}
              </MenuItem>
              <MenuItem icon={<ArrowReplyAll20Regular />} onClick={() => onAnswer('replyAll')}>
                {strings.replyAll}
              </MenuItem>
              <MenuItem icon={<ArrowForward20Regular />} onClick={() => onAnswer('forward')}>
                {strings.forward}
              </MenuItem>
              <MenuDivider />
            </>
          )}
          <Menu>
            <MenuTrigger disableButtonEnhancement>
              <MenuItem icon={<Tag20Regular />}>{categoryStrings.categorize}</MenuItem>
            </MenuTrigger>
            <MenuSurface>
              <MenuList>
                <CategorizeItems {...commands.categorize} />
              </MenuList>
            </MenuSurface>
          </Menu>
          <Menu>
            <MenuTrigger disableButtonEnhancement>
              <MenuItem icon={<FolderArrowRight20Regular />}>{strings.moveTo}</MenuItem>
            </MenuTrigger>
            <MenuSurface>
              <MoveItems folders={commands.folders} onMove={commands.onMove} />
            </MenuSurface>
          </Menu>
          <MenuItem icon={<MailRead20Regular />} onClick={() => commands.onRead(!commands.allRead)}>
            {commands.allRead ? strings.markUnread : strings.markRead}
          </MenuItem>
          <MenuItem icon={<Flag20Regular />} onClick={() => commands.onFlag(!commands.allFlagged)}>
            {commands.allFlagged ? strings.unflag : strings.flag}
          </MenuItem>
          <MenuItem icon={<Delete20Regular />} onClick={commands.onDelete}>
            {strings.delete}
          </MenuItem>
        </MenuList>
      </MenuSurface>
    </Menu>
  )
}
