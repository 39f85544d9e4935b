import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Attach20Regular } from '@fluentui/react-icons'
import type { Attachment } from '../api/wire.ts'
import { mail as strings } from '../strings/mail.ts'

export function Attachments({ all }: { readonly all: readonly Attachment[] }) {
  const styles = useStyles()
  if (all.length === 0) return null
  return (
    <ul className={styles.list} aria-label={strings.attachments}>
      {all.map((attachment) => {
        const size = sizeText(attachment.size)
        return (
          <li key={attachment.id}>
            <Button
              icon={<Attach20Regular />}
              aria-label={strings.download(attachment.name, size)}
              onClick={() => download(attachment)}
            >
              {attachment.name} ({size})
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

/** Saved, never opened in this page's own name. */
function download({ name, contentBytes }: Attachment): void {
  const link = document.createElement('a')
  link.href = `data:application/octet-stream;base64,${contentBytes ?? ''}`
  link.download = name
  link.click()
}

const KILO = 1024

export function sizeText(bytes: number): string {
  if (bytes < KILO) return `${bytes} B`
  if (bytes < KILO * KILO) return `${Math.round(bytes / KILO)} KB`
  return `${(bytes / KILO / KILO).toFixed(1)} MB`
}

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: 0,
  },
})
