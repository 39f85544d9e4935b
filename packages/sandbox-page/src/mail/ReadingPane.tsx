import {
  Avatar,
  Button,
  makeStyles,
  Text,
  Title3,
  Tooltip,
  tokens,
} from '@fluentui/react-components'
import {
  ArrowForward20Regular,
  ArrowLeft20Regular,
  ArrowReply20Regular,
  ArrowReplyAll20Regular,
  Edit20Regular,
  MailDismissRegular,
} from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { GraphFailure } from '../api/graph.ts'
import { attachmentsQuery, messageQuery } from '../api/queries.ts'
import type { Attachment, Message, Recipient } from '../api/wire.ts'
import { useMailbox } from '../app/mailbox.ts'
import { CategoryPills } from '../categories/CategoryPill.tsx'
import { useCategorize } from '../categories/use-categorize.ts'
import { Empty, Failed, Loading } from '../components/states.tsx'
import { common } from '../strings/common.ts'
import { mail as strings } from '../strings/mail.ts'
import { Attachments } from './Attachments.tsx'
import { fullTime } from './dates.ts'
import type { AnswerKind } from './draft.ts'
import { MailBody } from './MailBody.tsx'
import { MeetingBar } from './MeetingBar.tsx'
import { useMailActions } from './use-mail-actions.ts'

interface ReadingPaneProps {
  readonly id: string
  readonly onAnswer: (message: Message, kind: AnswerKind) => void
  readonly onEdit: (message: Message) => void
  /** Null where the list stands beside it. */
  readonly onBack: (() => void) | null
}

export function ReadingPane(props: ReadingPaneProps) {
  const { root } = useMailbox()
  const message = useQuery(messageQuery(root, props.id))
  if (message.isPending) return <Loading />
  if (message.data !== undefined) return <Opened {...props} message={message.data} />
  const { error } = message
  if (error instanceof GraphFailure && error.status === 404) {
    return (
      <Empty icon={<MailDismissRegular />} title={strings.gone}>
        {props.onBack !== null && <Button onClick={props.onBack}>{strings.back}</Button>}
      </Empty>
    )
  }
  return <Failed error={error} onRetry={() => void message.refetch()} />
}

function Opened(props: ReadingPaneProps & { readonly message: Message }) {
  const { message, onAnswer, onEdit, onBack } = props
  const styles = useStyles()
  const { root, zone } = useMailbox()
  const { master, remove } = useCategorize()
  useReadMark(message)
  const hasParts = message.hasAttachments || message.body.content.includes('cid:')
  const attachments = useQuery({ ...attachmentsQuery(root, message.id), enabled: hasParts })
  const inline = useMemo(() => inlineOf(attachments.data ?? []), [attachments.data])
  const subject = message.subject || strings.noSubject
  const sender = message.from?.emailAddress
  const name = common.nameOf(sender?.name, sender?.address)
  const answers = [
    ['reply', strings.reply, <ArrowReply20Regular key="r" />],
    ['replyAll', strings.replyAll, <ArrowReplyAll20Regular key="a" />],
    ['forward', strings.forward, <ArrowForward20Regular key="f" />],
  ] as const
  return (
    <article className={styles.pane} aria-label={subject}>
      <div className={styles.head}>
        {onBack !== null && (
          <Button
            appearance="subtle"
            icon={<ArrowLeft20Regular />}
            aria-label={strings.back}
            onClick={onBack}
          />
        )}
        <Title3 as={onBack === null ? 'h2' : 'h1'} className={styles.subject}>
          {subject}
        </Title3>
      </div>
      <CategoryPills
        names={message.categories}
        master={master}
        onRemove={(category) =>
          void remove([{ path: `${root}/messages/${message.id}`, item: message }], category)
        }
      />
      <div className={styles.from}>
        <Avatar name={name} color="colorful" size={40} aria-hidden />
        <div className={styles.people}>
          <Text weight="semibold" block>
            {name}
            {sender?.address && sender.name && (
              <Text className={styles.quiet}> &lt;{sender.address}&gt;</Text>
            )}
          </Text>
          <People label={strings.to} people={message.toRecipients} />
          <People label={strings.cc} people={message.ccRecipients} />
        </div>
        <div className={styles.side}>
          <div>
            {message.isDraft ? (
              <Button icon={<Edit20Regular />} onClick={() => onEdit(message)}>
                {strings.edit}
              </Button>
            ) : (
              answers.map(([kind, label, icon]) => (
                <Tooltip key={kind} content={label} relationship="label">
                  <Button appearance="subtle" icon={icon} onClick={() => onAnswer(message, kind)} />
                </Tooltip>
              ))
            )}
          </div>
          <Text size={200} className={styles.quiet} as="span">
            {fullTime(message.receivedDateTime, zone)}
          </Text>
        </div>
      </div>
      {message.meetingMessageType === 'meetingRequest' && <MeetingBar message={message} />}
      {hasParts && attachments.data !== undefined && (
        <Attachments all={attachments.data.filter(({ isInline }) => !isInline)} />
      )}
      <MailBody
        body={message.body}
        title={strings.bodyOf(subject)}
        inline={inline}
        className={styles.body}
      />
    </article>
  )
}

/** What is opened counts as read, once: it can be marked unread again while it is open. */
function useReadMark(message: Message): void {
  const { markRead } = useMailActions()
  const marked = useRef<string | null>(null)
  useEffect(() => {
    if (marked.current === message.id) return
    marked.current = message.id
    if (!message.isRead) void markRead([message], true)
  }, [message, markRead])
}

function inlineOf(attachments: readonly Attachment[]): ReadonlyMap<string, string> {
  return new Map(
    attachments.flatMap(({ contentId, contentType, contentBytes }) =>
      contentId && contentBytes
        ? [[contentId.replace(/^<|>$/g, ''), `data:${contentType};base64,${contentBytes}`] as const]
        : [],
    ),
  )
}

function People({ label, people }: { label: string; people: readonly Recipient[] }) {
  const styles = useStyles()
  if (people.length === 0) return null
  const names = people.map(({ emailAddress }) =>
    common.nameOf(emailAddress.name, emailAddress.address),
  )
  return (
    <Text size={200} block className={styles.quiet}>
      {label}: {names.join('; ')}
    </Text>
  )
}

const useStyles = makeStyles({
  pane: {
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    '@media (max-width: 719px)': { padding: tokens.spacingHorizontalM },
  },
  head: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalXS },
  subject: { margin: 0, overflowWrap: 'anywhere' },
  from: {
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    flexWrap: 'wrap',
  },
  people: { flex: '1 1 180px', minWidth: 0, overflowWrap: 'anywhere' },
  side: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-end',
    '@media (max-width: 719px)': { alignItems: 'flex-start' },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  body: { flexGrow: 1, minHeight: '160px' },
})
