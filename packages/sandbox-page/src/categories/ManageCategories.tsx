import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Input,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Text,
  tokens,
} from '@fluentui/react-components'
import { Delete20Regular, Edit20Regular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { control, graph } from '../api/graph.ts'
import { switchesQuery } from '../api/queries.ts'
import type { MasterCategory } from '../api/wire.ts'
import { useMailbox } from '../app/mailbox.ts'
import { useRun } from '../app/use-run.tsx'
import { categories as strings } from '../strings/categories.ts'
import { common } from '../strings/common.ts'
import { Swatch } from './CategoryPill.tsx'
import { ColourPicker } from './ColourPicker.tsx'
import { useCategorize } from './use-categorize.ts'

interface ManageCategoriesProps {
  readonly onNew: () => void
  readonly onClose: () => void
}

export function ManageCategories({ onNew, onClose }: ManageCategoriesProps) {
  const styles = useStyles()
  const { master } = useCategorize()
  const { data: switches } = useQuery(switchesQuery)
  const sorted = [...master].sort((a, b) => a.displayName.localeCompare(b.displayName))
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{strings.manage}</DialogTitle>
          <DialogContent className={styles.content}>
            <Text size={200} className={styles.hint}>
              {switches?.renameRewritesItems ? strings.rewrites : strings.keepsName}
            </Text>
            {sorted.length === 0 && <Text>{strings.noCategories}</Text>}
            <ul className={styles.list}>
              {sorted.map((category) => (
                <CategoryRow key={category.id} category={category} />
              ))}
            </ul>
          </DialogContent>
          <DialogActions>
            <Button onClick={onNew}>{strings.new}</Button>
            <Button appearance="primary" onClick={onClose}>
              {common.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function CategoryRow({ category }: { readonly category: MasterCategory }) {
  const styles = useStyles()
  const { user, root } = useMailbox()
  const run = useRun()
  const [draft, setDraft] = useState<string | null>(null)
  const { id, displayName: name, color } = category
  const path = `${root}/outlook/masterCategories/${id}`
  const rename = async () => {
    const to = draft?.trim() ?? ''
    if (to === '' || to === name) return setDraft(null)
    const body = { from: name, to }
    const done = await run(() => control('POST', `/mailboxes/${user.id}/categories/rename`, body), {
      done: strings.renamed(to),
    })
    if (done) setDraft(null)
  }
  if (draft !== null) {
    return (
      <li>
        <form
          className={styles.row}
          onSubmit={(event) => {
            event.preventDefault()
            void rename()
          }}
        >
          <Swatch color={color} className={styles.gap} />
          <Input
            autoFocus
            className={styles.name}
            aria-label={strings.name}
            value={draft}
            maxLength={255}
            onChange={(_, { value }) => setDraft(value)}
          />
          <Button type="submit" appearance="primary">
            {common.save}
          </Button>
          <Button onClick={() => setDraft(null)}>{common.cancel}</Button>
        </form>
      </li>
    )
  }
  return (
    <li className={styles.row}>
      <Popover trapFocus withArrow>
        <PopoverTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            aria-label={strings.recolor(name)}
            icon={<Swatch color={color} />}
          />
        </PopoverTrigger>
        <PopoverSurface className={styles.colours} aria-label={strings.recolor(name)}>
          <ColourPicker
            label={strings.color}
            value={color}
            onChange={(chosen) => void run(() => graph('PATCH', path, { body: { color: chosen } }))}
          />
        </PopoverSurface>
      </Popover>
      <Text className={styles.name}>{name}</Text>
      <Button
        appearance="subtle"
        icon={<Edit20Regular />}
        aria-label={strings.rename(name)}
        onClick={() => setDraft(name)}
      />
      <Button
        appearance="subtle"
        icon={<Delete20Regular />}
        aria-label={strings.delete(name)}
        onClick={() => void run(() => graph('DELETE', path), { done: strings.deleted(name) })}
      />
    </li>
  )
}

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  hint: { color: tokens.colorNeutralForeground3 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minHeight: '36px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  gap: { margin: `0 ${tokens.spacingHorizontalS}` },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  colours: { width: '250px', maxWidth: '80vw' },
})
