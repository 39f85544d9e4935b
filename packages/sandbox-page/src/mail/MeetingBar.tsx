import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { CalendarLtr20Regular } from '@fluentui/react-icons'
import { graph } from '../api/graph.ts'
import type { Message } from '../api/wire.ts'
import { useMailbox } from '../app/mailbox.ts'
import { usePlace } from '../app/use-place.ts'
import { useRun } from '../app/use-run.tsx'
import { mail as strings } from '../strings/mail.ts'

const ANSWERS = [
  ['accept', strings.accept],
  ['tentativelyAccept', strings.tentative],
  ['decline', strings.decline],
] as const

/** Accept, Tentative, Decline for an invitation. */
export function MeetingBar({ message }: { readonly message: Message }) {
  const styles = useStyles()
  const { root } = useMailbox()
  const { go } = usePlace()
  const run = useRun()
  const { event } = message
  if (event === undefined) return null
  const response = strings.responses[event.responseStatus.response] ?? ''
  const answer = (kind: string) =>
    run(
      () => graph('POST', `${root}/events/${event.id}/${kind}`, { body: { sendResponse: true } }),
      {
        done: strings.answerSent,
      },
    )
  return (
    <section className={styles.bar} aria-label={strings.meeting}>
      {ANSWERS.map(([kind, label]) => (
        <Button key={kind} onClick={() => void answer(kind)}>
          {label}
        </Button>
      ))}
      <Button
        appearance="subtle"
        icon={<CalendarLtr20Regular />}
        onClick={() => go({ area: 'calendar', view: null, day: null, event: event.id })}
      >
        {strings.openInCalendar}
      </Button>
      <Text size={200}>{strings.answered(response)}</Text>
    </section>
  )
}

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
})
