import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { alerts as text } from '../../strings/alerts.ts'
import { BulkDialog } from './BulkDialog.tsx'
import { useAlertActions } from './use-alerts.ts'

export interface BulkQuestionProps {
  readonly alertId: string
  readonly mailboxId: string
}

/**
 * The answers to a mass of ends (TR12): keeping is what is offered first; untracking shows the items
 * and asks once more.
 */
export function BulkQuestion({ alertId, mailboxId }: BulkQuestionProps) {
  const styles = useStyles()
  const { answer } = useAlertActions()
  const [step, setStep] = useState<'items' | 'untrack' | null>(null)
  const reply = (word: 'yes' | 'no') => answer.mutateAsync({ id: alertId, answer: word })
  return (
    <div className={styles.answers}>
      <Button
        size="small"
        appearance="primary"
        disabled={answer.isPending}
        onClick={() => void reply('no').catch(() => {})}
      >
        {text.bulk.keep}
      </Button>
      <Button size="small" disabled={answer.isPending} onClick={() => setStep('untrack')}>
        {text.bulk.untrackAsk}
      </Button>
      <Button size="small" appearance="subtle" onClick={() => setStep('items')}>
        {text.bulk.show}
      </Button>
      {step !== null && (
        <BulkDialog
          mailboxId={mailboxId}
          step={step}
          onStep={setStep}
          isBusy={answer.isPending}
          onAnswer={(word) =>
            void reply(word).then(
              () => setStep(null),
              () => {},
            )
          }
        />
      )}
    </div>
  )
}

const useStyles = makeStyles({
  answers: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})
