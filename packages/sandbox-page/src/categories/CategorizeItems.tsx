import { MenuDivider, MenuItem, makeStyles, Text, tokens } from '@fluentui/react-components'
import {
  AddSquare20Regular,
  Checkmark16Filled,
  Settings20Regular,
  Subtract16Filled,
  TagDismiss20Regular,
} from '@fluentui/react-icons'
import type { MasterCategory } from '../api/wire.ts'
import { categories as strings } from '../strings/categories.ts'
import { Swatch } from './CategoryPill.tsx'
import { type Applied, type Choice, choicesFor } from './model.ts'

export interface CategorizeProps {
  readonly master: readonly MasterCategory[]
  readonly items: readonly { readonly categories: readonly string[] }[]
  readonly onToggle: (choice: Choice) => void
  readonly onClear: () => void
  readonly onNew: () => void
  readonly onManage: () => void
}

const CHECKED: Readonly<Record<Applied, boolean | 'mixed'>> = {
  all: true,
  some: 'mixed',
  none: false,
}

/** What a Categorize menu lists. */
export function CategorizeItems(props: CategorizeProps) {
  const styles = useStyles()
  const { master, items, onToggle, onClear, onNew, onManage } = props
  const choices = choicesFor(master, items)
  return (
    <>
      {choices.length === 0 && <Text className={styles.none}>{strings.noCategories}</Text>}
      {choices.map((choice) => (
        <MenuItem
          key={choice.name}
          role="menuitemcheckbox"
          aria-checked={CHECKED[choice.applied]}
          icon={<Swatch color={choice.color} />}
          secondaryContent={<Mark applied={choice.applied} />}
          onClick={() => onToggle(choice)}
        >
          {choice.name}
        </MenuItem>
      ))}
      <MenuDivider />
      <MenuItem
        icon={<TagDismiss20Regular />}
        disabled={items.every(({ categories }) => categories.length === 0)}
        onClick={onClear}
      >
        {strings.clear}
      </MenuItem>
      <MenuItem icon={<AddSquare20Regular />} onClick={onNew}>
        {strings.new}
      </MenuItem>
      <MenuItem icon={<Settings20Regular />} onClick={onManage}>
        {strings.manage}
      </MenuItem>
    </>
  )
}

function Mark({ applied }: { readonly applied: Applied }) {
  if (applied === 'none') return null
  return applied === 'all' ? <Checkmark16Filled /> : <Subtract16Filled />
}

const useStyles = makeStyles({
  none: { display: 'block', padding: tokens.spacingHorizontalS },
})
