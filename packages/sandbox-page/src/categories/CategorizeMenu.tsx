import { Menu, MenuButton, MenuList, MenuTrigger } from '@fluentui/react-components'
import { Tag20Regular } from '@fluentui/react-icons'
import { MenuSurface } from '@trackmark/web-parts/Layers'
import { categories as strings } from '../strings/categories.ts'
import { CategorizeItems, type CategorizeProps } from './CategorizeItems.tsx'

interface CategorizeMenuProps extends CategorizeProps {
  readonly disabled?: boolean
  readonly iconOnly?: boolean
}

/** The button "Categorize" with its menu. */
export function CategorizeMenu({ disabled = false, iconOnly, ...props }: CategorizeMenuProps) {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="subtle"
          icon={<Tag20Regular />}
          disabled={disabled}
          {...(iconOnly && { 'aria-label': strings.categorize })}
        >
          {iconOnly ? undefined : strings.categorize}
        </MenuButton>
      </MenuTrigger>
      <MenuSurface>
        <MenuList>
          <CategorizeItems {...props} />
        </MenuList>
      </MenuSurface>
    </Menu>
  )
}
