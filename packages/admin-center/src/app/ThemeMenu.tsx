import { Button, Menu, MenuItemRadio, MenuList, MenuTrigger } from '@fluentui/react-components'
import { DarkTheme20Regular } from '@fluentui/react-icons'
import { MenuSurface } from '@trackmark/web-parts/Layers'
import { shell } from '../strings/shell.ts'
import { THEME_MODES, useThemeMode } from './ThemeMode.tsx'

export function ThemeMenu({ className }: { readonly className: string }) {
  const { mode, setMode } = useThemeMode()
  return (
    <Menu
      checkedValues={{ theme: [mode] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const chosen = THEME_MODES.find((one) => one === checkedItems[0])
        if (chosen !== undefined) setMode(chosen)
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="transparent"
          className={className}
          aria-label={shell.theme}
          icon={<DarkTheme20Regular />}
        />
      </MenuTrigger>
      <MenuSurface>
        <MenuList>
          {THEME_MODES.map((one) => (
            <MenuItemRadio key={one} name="theme" value={one}>
              {shell.themes[one]}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuSurface>
    </Menu>
  )
}
