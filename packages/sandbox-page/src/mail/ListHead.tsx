import {
  Button,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuTrigger,
  makeStyles,
  Subtitle2,
  Text,
  tokens,
} from '@fluentui/react-components'
import { Filter20Filled, Filter20Regular } from '@fluentui/react-icons'
import { MenuSurface } from '@trackmark/web-parts/Layers'
import { MESSAGE_FILTERS, type MessageFilter } from '../api/queries.ts'
import { mail as strings } from '../strings/mail.ts'

interface ListHeadProps {
  readonly title: string
  /** Undefined: not known yet. */
  readonly total: number | undefined
  readonly filter: MessageFilter
  readonly onFilter: (filter: MessageFilter) => void
}

export function ListHead({ title, total, filter, onFilter }: ListHeadProps) {
  const styles = useStyles()
  const choose = ([value]: readonly string[]) => {
    const chosen = MESSAGE_FILTERS.find((one) => one === value)
    if (chosen !== undefined) onFilter(chosen)
  }
  return (
    <div className={styles.head}>
      <Subtitle2 as="h1" className={styles.title} truncate wrap={false}>
        {title || '\u00a0'}
      </Subtitle2>
      {total !== undefined && (
        <Text size={200} className={styles.count}>
          {strings.count(total)}
        </Text>
      )}
      <Menu
        checkedValues={{ filter: [filter] }}
        onCheckedValueChange={(_, { checkedItems }) => choose(checkedItems)}
      >
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            icon={filter === 'all' ? <Filter20Regular /> : <Filter20Filled />}
          >
            {filter === 'all' ? strings.filter : strings.filters[filter]}
          </Button>
        </MenuTrigger>
        <MenuSurface>
          <MenuList>
            {MESSAGE_FILTERS.map((one) => (
              <MenuItemRadio key={one} name="filter" value={one}>
                {strings.filters[one]}
              </MenuItemRadio>
            ))}
          </MenuList>
        </MenuSurface>
      </Menu>
    </div>
  )
}

const useStyles = makeStyles({
  head: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '44px',
    padding: `0 ${tokens.spacingHorizontalXS} 0 ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0, minWidth: 0 },
  count: { flexGrow: 1, color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
})
