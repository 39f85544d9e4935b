import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemLink,
  MenuList,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { PersonCircle24Regular } from '@fluentui/react-icons'
import type { Me } from '@trackmark/admin-api'
import { MenuSurface } from '@trackmark/web-parts/Layers'
import { useState } from 'react'
import { organizationRoot } from '../api/client.ts'
import { shell } from '../strings/shell.ts'
import { PasswordDialog } from './PasswordDialog.tsx'
import { signOut } from './sign-out.ts'

export function AccountMenu({ me, className }: { readonly me: Me; readonly className: string }) {
  const styles = useStyles()
  const [isChanging, setChanging] = useState(false)
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="transparent"
            className={className}
            aria-label={shell.account(me.fullName)}
            icon={<PersonCircle24Regular />}
          />
        </MenuTrigger>
        <MenuSurface>
          <MenuList>
            <MenuGroup>
              <MenuGroupHeader>{me.fullName}</MenuGroupHeader>
              <div className={styles.role}>{me.roles.join(', ')}</div>
            </MenuGroup>
            <MenuDivider />
            {me.sandboxUrl !== null && (
              <MenuItemLink href={me.sandboxUrl} target="_blank" rel="noopener">
                {shell.sandbox} {shell.opensInNewTab}
              </MenuItemLink>
            )}
            {me.hasPassword && (
              <>
                <MenuItem onClick={() => setChanging(true)}>{shell.changePassword}</MenuItem>
                <MenuItem onClick={() => void signOut(organizationRoot, true)}>
                  {shell.signOutEverywhere}
                </MenuItem>
              </>
            )}
            <MenuItem onClick={() => void signOut(organizationRoot)}>{shell.signOut}</MenuItem>
          </MenuList>
        </MenuSurface>
      </Menu>
      <PasswordDialog isOpen={isChanging} onClose={() => setChanging(false)} />
    </>
  )
}

const useStyles = makeStyles({
  role: {
    padding: `0 ${tokens.spacingHorizontalSNudge}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
})
