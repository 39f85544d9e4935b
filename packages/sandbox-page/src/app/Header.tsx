import {
  Avatar,
  Button,
  Link,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItemRadio,
  MenuList,
  MenuTrigger,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components'
import { ShieldCheckmark16Regular } from '@fluentui/react-icons'
import { MenuSurface } from '@trackmark/web-parts/Layers'
import type { User } from '../api/wire.ts'
import { Hidden } from '../components/Hidden.tsx'
import { common } from '../strings/common.ts'
import { THEME_MODES, useThemeMode } from './theme.tsx'

const adminCenter =
  document.querySelector<HTMLMetaElement>('meta[name=admin-center]')?.content ?? ''

interface HeaderProps {
  readonly users: readonly User[]
  readonly user: User
  readonly onPick: (user: User) => void
}

export function Header(props: HeaderProps) {
  const styles = useStyles()
  return (
    <header>
      <div className={styles.bar}>
        <Text size={400} weight="semibold" truncate wrap={false} className={styles.product}>
          {common.product}
        </Text>
        <PersonMenu {...props} />
      </div>
      <div className={styles.banner}>
        <ShieldCheckmark16Regular aria-hidden />
        <Text size={200}>{common.banner}</Text>
        {/^https?:\/\//.test(adminCenter) && (
          <Link href={adminCenter} target="_blank" rel="noreferrer" className={styles.link} inline>
            {common.adminCenter}
          </Link>
        )}
      </div>
    </header>
  )
}

function PersonMenu({ users, user, onPick }: HeaderProps) {
  const styles = useStyles()
  const { mode, setMode } = useThemeMode()
  const choose = (name: string, [value]: readonly string[]) => {
    const theme = THEME_MODES.find((one) => one === value)
    if (name === 'theme' && theme !== undefined) setMode(theme)
    const chosen = users.find(({ id }) => id === value)
    if (name === 'person' && chosen !== undefined) onPick(chosen)
  }
  return (
    <Menu
      checkedValues={{ person: [user.id], theme: [mode] }}
      onCheckedValueChange={(_, { name, checkedItems }) => choose(name, checkedItems)}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="transparent" className={styles.person}>
          <Avatar name={user.displayName} color="colorful" size={28} aria-hidden />
          <Hidden>{common.signedInAs} </Hidden>
          <span className={styles.name}>{user.displayName}</span>
        </Button>
      </MenuTrigger>
      <MenuSurface>
        <MenuList hasCheckmarks>
          <MenuGroup>
            <MenuGroupHeader>{common.switchPerson}</MenuGroupHeader>
            {users.map((one) => (
              <MenuItemRadio
                key={one.id}
                name="person"
                value={one.id}
                icon={<Avatar name={one.displayName} color="colorful" size={24} aria-hidden />}
              >
                {one.displayName}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{common.theme}</MenuGroupHeader>
            {THEME_MODES.map((one) => (
              <MenuItemRadio key={one} name="theme" value={one}>
                {common.themes[one]}
              </MenuItemRadio>
            ))}
          </MenuGroup>
        </MenuList>
      </MenuSurface>
    </Menu>
  )
}

const useStyles = makeStyles({
  bar: {
    boxSizing: 'border-box',
    height: '48px',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: `0 ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  product: { minWidth: 0 },
  person: {
    columnGap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForegroundOnBrand,
    flexShrink: 0,
    minWidth: 0,
    padding: `0 ${tokens.spacingHorizontalXS}`,
    ':hover': { color: tokens.colorNeutralForegroundOnBrand },
    ':hover:active': { color: tokens.colorNeutralForegroundOnBrand },
    ':focus-visible': { outline: `2px solid ${tokens.colorNeutralForegroundOnBrand}` },
  },
  name: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    maxWidth: '40vw',
  },
  banner: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    flexWrap: 'wrap',
    minHeight: '28px',
    padding: `0 ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorPaletteGreenBackground1,
    color: tokens.colorPaletteGreenForeground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  link: { marginInlineStart: 'auto', fontSize: tokens.fontSizeBase200 },
})
