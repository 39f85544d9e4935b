import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { graph } from '../api/graph.ts'
import { useMailbox } from '../app/mailbox.ts'
import { useRun } from '../app/use-run.tsx'
import { categories as strings } from '../strings/categories.ts'
import { common } from '../strings/common.ts'
import { ColourPicker } from './ColourPicker.tsx'
import { COLOURS } from './colours.ts'
import { freeColour, sameName } from './model.ts'
import { useCategorize } from './use-categorize.ts'

interface NewCategoryDialogProps {
  /** Null: it is made and put on nothing. */
  readonly onCreated: ((name: string) => void) | null
  readonly onClose: () => void
}

const WIRE = COLOURS.map(([wire]) => wire)

export function NewCategoryDialog({ onCreated, onClose }: NewCategoryDialogProps) {
  const styles = useStyles()
  const { root } = useMailbox()
  const { master } = useCategorize()
  const run = useRun()
  const [name, setName] = useState('')
  const [color, setColor] = useState(() => freeColour(master, WIRE))
  const trimmed = name.trim()
  const isTaken = master.some(({ displayName }) => sameName(displayName, trimmed))
  const create = async () => {
    const body = { displayName: trimmed, color }
    const done = await run(() => graph('POST', `${root}/outlook/masterCategories`, { body }), {
      done: strings.created(trimmed),
    })
    if (!done) return
    onCreated?.(trimmed)
    onClose()
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (trimmed !== '' && !isTaken) void create()
          }}
        >
          <DialogBody>
            <DialogTitle>{strings.new}</DialogTitle>
            <DialogContent className={styles.content}>
              <Field
                label={strings.name}
                required
                {...(isTaken && { validationMessage: strings.taken })}
              >
                <Input value={name} maxLength={255} onChange={(_, { value }) => setName(value)} />
              </Field>
              <ColourPicker label={strings.color} value={color} onChange={setColor} />
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{common.cancel}</Button>
              <Button type="submit" appearance="primary" disabled={trimmed === '' || isTaken}>
                {onCreated === null ? strings.create : strings.createAndAssign}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
})
