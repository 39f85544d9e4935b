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
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components'
import { Send20Regular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { graph } from '../api/graph.ts'
import { usersQuery } from '../api/queries.ts'
import type { Message, Recipient } from '../api/wire.ts'
import { useMailbox } from '../app/mailbox.ts'
import { useRun } from '../app/use-run.tsx'
import { outsiders } from '../components/people.ts'
import { RecipientsField } from '../components/RecipientsField.tsx'
import { Loading } from '../components/states.tsx'
import { mail as strings } from '../strings/mail.ts'
import {
  ANSWERS,
  type AnswerKind,
  answerDraft,
  type Draft,
  EMPTY_DRAFT,
  isBlank,
  messageOf,
  reopened,
} from './draft.ts'
import { MailBody } from './MailBody.tsx'

/** What is to be written. */
export type Writing =
  | { readonly kind: 'new'; readonly to: readonly Recipient[] }
  | { readonly kind: 'draft'; readonly message: string }
  | { readonly kind: AnswerKind; readonly message: string }

interface ComposeProps {
  readonly writing: Writing
  readonly onClose: () => void
}

const words = strings.compose

export function Compose({ writing, onClose }: ComposeProps) {
  const styles = useStyles()
  const { root } = useMailbox()
  const run = useRun()
  const { data: users = [] } = useQuery(usersQuery)
  const [draft, setDraft] = useState<Draft | null>(
    writing.kind === 'new' ? { ...EMPTY_DRAFT, to: writing.to } : null,
  )
  const [wantsRecipients, setWantsRecipients] = useState(false)
  useEffect(() => {
    if (writing.kind === 'new') return
    let isWanted = true
    void run(async () => {
      const begun = await begin(root, writing)
      if (isWanted) setDraft(begun)
    })
    return () => {
      isWanted = false
    }
  }, [root, writing, run])

  const change = (changes: Partial<Draft>) => setDraft((now) => now && { ...now, ...changes })
  const recipients = draft === null ? [] : [...draft.to, ...draft.cc]
  const outside = outsiders(users, recipients)

  const finish = async (work: (now: Draft) => Promise<unknown>, done?: string) => {
    if (draft === null) return
    if (await run(() => work(draft), done === undefined ? {} : { done })) onClose()
  }
  const send = () => {
    if (recipients.length === 0) return setWantsRecipients(true)
    void finish((now) => sendDraft(root, now), words.sent)
  }
  const save = () => finish((now) => saveDraft(root, now), words.saved)
  const discard = () =>
    finish(async ({ id }) => {
      if (id !== null) await graph('POST', `${root}/messages/${id}/permanentDelete`)
    })
  // Nothing that was typed is lost by a key.
  const leave = () => (draft === null || isBlank(draft) ? onClose() : void save())
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && leave()}>
      <DialogSurface className={styles.surface}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            send()
          }}
        >
          <DialogBody>
            <DialogTitle>{titleOf(writing)}</DialogTitle>
            <DialogContent className={styles.content}>
              {draft === null ? (
                <Loading />
              ) : (
                <>
                  <RecipientsField
                    label={strings.to}
                    value={draft.to}
                    onChange={(to) => change({ to })}
                    error={
                      wantsRecipients && recipients.length === 0 ? words.noRecipients : undefined
                    }
                  />
                  <RecipientsField
                    label={strings.cc}
                    value={draft.cc}
                    onChange={(cc) => change({ cc })}
                  />
                  {outside.length > 0 && (
                    <Text size={200} className={styles.hint}>
                      {words.outside(outside.join(', '))}
                    </Text>
                  )}
                  <Field label={words.subject}>
                    <Input
                      value={draft.subject}
                      onChange={(_, { value }) => change({ subject: value })}
                    />
                  </Field>
                  <Field label={words.body}>
                    <Textarea
                      value={draft.text}
                      rows={draft.quote === '' ? 10 : 6}
                      resize="vertical"
                      onChange={(_, { value }) => change({ text: value })}
                    />
                  </Field>
                  {draft.quote !== '' && (
                    <MailBody
                      title={words.quoted}
                      body={{ contentType: 'html', content: draft.quote }}
                      className={styles.quote}
                    />
                  )}
                </>
              )}
            </DialogContent>
            <DialogActions fluid>
              <Button onClick={() => void discard()}>{words.discard}</Button>
              <Button onClick={() => void save()}>{words.saveDraft}</Button>
              <Button type="submit" appearance="primary" icon={<Send20Regular />}>
                {words.send}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}

function titleOf({ kind }: Writing): string {
  if (kind === 'new') return words.newTitle
  return kind === 'draft' ? words.draftTitle : strings[kind]
}

async function begin(root: string, writing: Exclude<Writing, { kind: 'new' }>): Promise<Draft> {
  const path = `${root}/messages/${writing.message}`
  if (writing.kind === 'draft') {
    return reopened(await graph<Message>('GET', path, { textBody: true }))
  }
  const answer = await graph<Message>('POST', `${path}/${ANSWERS[writing.kind]}`, { body: {} })
  return answerDraft(answer)
}

async function saveDraft(root: string, draft: Draft): Promise<string> {
  const body = messageOf(draft)
  if (draft.id === null) {
    return (await graph<Message>('POST', `${root}/messages`, { body })).id
  }
  await graph('PATCH', `${root}/messages/${draft.id}`, { body })
  return draft.id
}

async function sendDraft(root: string, draft: Draft): Promise<void> {
  const id = await saveDraft(root, draft)
  await graph('POST', `${root}/messages/${id}/send`)
}

const useStyles = makeStyles({
  surface: { maxWidth: '760px' },
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  hint: { color: tokens.colorNeutralForeground3 },
  quote: { height: '160px', flexShrink: 0 },
})
