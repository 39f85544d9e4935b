import { Button, Menu, MenuItemCheckbox, MenuList, MenuTrigger } from '@fluentui/react-components'
import { ColumnEdit20Regular } from '@fluentui/react-icons'
import { MenuSurface } from '@trackmark/web-parts/Layers'
import { useState } from 'react'
import { common } from '../strings/common.ts'
import type { Column } from './DataTable.tsx'

/** The columns somebody chose for a table, kept in this browser. The first one always shows. */
export function useColumnChoice<Row>(
  tableId: string,
  columns: readonly Column<Row>[],
  byDefault: readonly string[],
) {
  const key = `trackmark.columns.${tableId}`
  const [chosen, setChosen] = useState<readonly string[]>(() => {
    const kept = localStorage.getItem(key)
    return kept === null ? byDefault : kept.split(',')
  })
  return {
    shown: columns.filter(({ id }, place) => place === 0 || chosen.includes(id)),
    chosen,
    choose: (ids: readonly string[]) => {
      localStorage.setItem(key, ids.join(','))
      setChosen(ids)
    },
  }
}

export function ColumnChooser<Row>({
  columns,
  chosen,
  onChoose,
}: {
  readonly columns: readonly Column<Row>[]
  readonly chosen: readonly string[]
  readonly onChoose: (ids: readonly string[]) => void
}) {
  return (
    <Menu
      checkedValues={{ columns: [...chosen] }}
      onCheckedValueChange={(_, { checkedItems }) => onChoose(checkedItems)}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button icon={<ColumnEdit20Regular />}>{common.columns}</Button>
      </MenuTrigger>
      <MenuSurface>
        <MenuList>
          {columns.slice(1).map(({ id, title }) => (
            <MenuItemCheckbox key={id} name="columns" value={id}>
              {title}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuSurface>
    </Menu>
  )
}
