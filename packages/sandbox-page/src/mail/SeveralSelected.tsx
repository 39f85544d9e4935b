import { Button } from '@fluentui/react-components'
import { MailCheckmarkRegular } from '@fluentui/react-icons'
import { Empty } from '../components/states.tsx'
import { mail as strings } from '../strings/mail.ts'

interface SeveralSelectedProps {
  readonly count: number
  readonly onClear: () => void
}

/** In place of the reading pane. */
export function SeveralSelected({ count, onClear }: SeveralSelectedProps) {
  return (
    <div role="status" style={{ display: 'contents' }}>
      <Empty
        icon={<MailCheckmarkRegular />}
        title={strings.selected(count)}
        hint={strings.selectedHint}
      >
        <Button onClick={onClear}>{strings.clearSelection}</Button>
      </Empty>
    </div>
  )
}
