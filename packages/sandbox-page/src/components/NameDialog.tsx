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
} from '@fluentui/react-components'
import { useState } from 'react'
import { common } from '../strings/common.ts'

/** Asks for the name of something new. Closes once that was made. */
export function NameDialog(props: {
  readonly title: string
  readonly label: string
  readonly action: string
  /** @returns whether it was made */
  readonly create: (name: string) => Promise<boolean>
  readonly onClose: () => void
}) {
  const { onClose } = props
  const [name, setName] = useState('')
  const wanted = name.trim()
  const create = async () => {
    if (await props.create(wanted)) onClose()
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (wanted !== '') void create()
          }}
        >
          <DialogBody>
            <DialogTitle>{props.title}</DialogTitle>
            <DialogContent>
              <Field label={props.label} required>
                <Input value={name} onChange={(_, { value }) => setName(value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{common.cancel}</Button>
              <Button type="submit" appearance="primary" disabled={wanted === ''}>
                {props.action}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
