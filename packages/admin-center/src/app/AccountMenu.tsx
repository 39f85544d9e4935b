import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemLink,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { PersonCircle24Regular } from '@fluentui/react-icons'
import type { Me } from '@trackmark/dataverse/admin-api'
import { organizationRoot } from '../api/client.ts'
import { shell } from '../strings/shell.ts'
import { signOut } from './signOut.ts'

export function AccountMenu({ me, className }: { readonly me: Me; readonly className: string }) {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="transparent"
          className={className}
          aria-label={shell.account(me.fullName)}
          icon={<PersonCircle24Regular />}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{me.fullName}</MenuGroupHeader>
            <MenuItem disabled>{me.roles.join(', ')}</MenuItem>
          </MenuGroup>
          <MenuDivider />
          {me.sandboxUrl !== null && (
            <MenuItemLink href={me.sandboxUrl} target="_blank" rel="noopener">
              {shell.sandbox} {shell.opensInNewTab}
            </MenuItemLink>
          )}
          <MenuItem onClick={() => void signOut(organizationRoot)}>{shell.signOut}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
