import {
  Button,
  Drawer,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  Persona,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components'
import {
  ArrowRepeatAll20Regular,
  Clock20Regular,
  Delete20Regular,
  Dismiss24Regular,
  Edit20Regular,
  Location20Regular,
} from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { graph } from '../api/graph.ts'
import { eventQuery } from '../api/queries.ts'
import type { CalendarEvent } from '../api/wire.ts'
import { useMailbox } from '../app/mailbox.ts'
import { useRun } from '../app/use-run.tsx'
import { CategorizeMenu } from '../categories/CategorizeMenu.tsx'
import { CategoryPills } from '../categories/CategoryPill.tsx'
import { ManageCategories } from '../categories/ManageCategories.tsx'
import { NewCategoryDialog } from '../categories/NewCategoryDialog.tsx'
import { useCategorize } from '../categories/use-categorize.ts'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { Failed, Loading } from '../components/states.tsx'
import { MailBody } from '../mail/MailBody.tsx'
import { calendar as strings } from '../strings/calendar.ts'
import { common } from '../strings/common.ts'
import { mail as mailStrings } from '../strings/mail.ts'
import { titleOf, whenText } from './event-text.ts'
import { inWords } from './recurrence.ts'

interface EventDetailsProps {
  readonly id: string
  readonly onEdit: (id: string) => void
  readonly onClose: () => void
}

export function EventDetails(props: EventDetailsProps) {
  const { id, onClose } = props
  const { root, zone } = useMailbox()
  const styles = useStyles()
  const event = useQuery(eventQuery(root, zone, id))
  const title = event.data === undefined ? strings.details : titleOf(event.data)
  return (
    <Drawer
      open
      position="end"
      size="medium"
      aria-label={title}
      onOpenChange={(_, { open }) => !open && onClose()}
      className={styles.drawer}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button
              appearance="subtle"
              icon={<Dismiss24Regular />}
              aria-label={common.close}
              onClick={onClose}
            />
          }
        >
          {title}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody className={styles.body}>
        {event.isPending && <Loading />}
        {event.isError && <Failed error={event.error} onRetry={() => void event.refetch()} />}
        {event.data !== undefined && <Opened {...props} event={event.data} />}
      </DrawerBody>
    </Drawer>
  )
}

const ANSWERS = [
  ['accept', mailStrings.accept],
  ['tentativelyAccept', mailStrings.tentative],
  ['decline', mailStrings.decline],
] as const

function Opened({ event, onEdit, onClose }: EventDetailsProps & { readonly event: CalendarEvent }) {
  const styles = useStyles()
  const { root, zone } = useMailbox()
  const run = useRun()
  const { master, toggle, put, clear, remove } = useCategorize()
  const [scope, setScope] = useState<'occurrence' | 'series'>('occurrence')
  const [open, setOpen] = useState<'delete' | 'new' | 'manage' | null>(null)
  const masterId = event.seriesMasterId ?? (event.type === 'seriesMaster' ? event.id : null)
  const series = useQuery({
    ...eventQuery(root, zone, masterId ?? ''),
    enabled: masterId !== null,
  })
  // Commands act on the day that was opened, or on all of its series.
  const acted = scope === 'series' && series.data !== undefined ? series.data : event
  const path = `${root}/events/${acted.id}`
  const targets = [{ path, item: acted }]
  const recurrence = series.data?.recurrence
  const place = event.location.displayName
  const isMeeting = event.isOrganizer && event.attendees.length > 0

  const drop = async () => {
    const told = isMeeting
      ? strings.cancelledMeeting
      : acted.recurrence === null
        ? strings.deleted
        : strings.deletedSeries
    if (await run(() => graph('DELETE', path), { done: told })) onClose()
  }
  return (
    <>
      <div className={styles.commands}>
        <Button icon={<Edit20Regular />} onClick={() => onEdit(acted.id)}>
          {strings.edit}
        </Button>
        <Button icon={<Delete20Regular />} onClick={() => setOpen('delete')}>
          {strings.delete}
        </Button>
        <CategorizeMenu
          master={master}
          items={[acted]}
          onToggle={(choice) => void toggle(targets, choice)}
          onClear={() => void clear(targets)}
          onNew={() => setOpen('new')}
          onManage={() => setOpen('manage')}
        />
      </div>
      {event.seriesMasterId !== null && (
        <RadioGroup
          layout="horizontal"
          aria-label={strings.scope}
          value={scope}
          onChange={(_, { value }) => setScope(value as typeof scope)}
        >
          <Radio value="occurrence" label={strings.occurrence} />
          <Radio value="series" label={strings.series} />
        </RadioGroup>
      )}
      <CategoryPills
        names={acted.categories}
        master={master}
        onRemove={(name) => void remove(targets, name)}
      />
      <Text className={styles.fact}>
        <Clock20Regular aria-hidden /> {whenText(event)}
      </Text>
      {recurrence && (
        <Text className={styles.fact}>
          <ArrowRepeatAll20Regular aria-hidden /> {inWords(recurrence)}
        </Text>
      )}
      {place && (
        <Text className={styles.fact}>
          <Location20Regular aria-hidden /> {place}
        </Text>
      )}
      {event.attendees.length > 0 && <Attendees event={event} />}
      {!event.isOrganizer && (
        <div className={styles.commands}>
          {ANSWERS.map(([kind, label]) => (
            <Button
              key={kind}
              onClick={() =>
                void run(() => graph('POST', `${path}/${kind}`, { body: { sendResponse: true } }), {
                  done: mailStrings.answerSent,
                })
              }
            >
              {label}
            </Button>
          ))}
          <Text size={200}>
            {mailStrings.answered(mailStrings.responses[event.responseStatus.response] ?? '')}
          </Text>
        </div>
      )}
      {event.body.content.trim() !== '' && (
        <MailBody
          body={event.body}
          title={strings.textOf(titleOf(event))}
          className={styles.notes}
        />
      )}
      {open === 'delete' && (
        <ConfirmDialog
          title={strings.deleteTitle}
          text={[
            acted.recurrence === null ? strings.deleteOne : strings.deleteSeries,
            ...(isMeeting ? [strings.deleteMeeting] : []),
          ].join(' ')}
          action={strings.delete}
          onConfirm={() => void drop()}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'new' && (
        <NewCategoryDialog
          onCreated={(name) => void put(targets, name)}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'manage' && (
        <ManageCategories onNew={() => setOpen('new')} onClose={() => setOpen(null)} />
      )}
    </>
  )
}

function Attendees({ event }: { readonly event: CalendarEvent }) {
  const styles = useStyles()
  const organizer = event.organizer.emailAddress
  return (
    <section aria-label={strings.attendees}>
      <ul className={styles.people}>
        <li>
          <Persona
            name={common.nameOf(organizer.name, organizer.address)}
            secondaryText={strings.organizer}
            avatar={{ color: 'colorful', 'aria-hidden': true }}
          />
        </li>
        {event.attendees
          .filter(({ emailAddress }) => emailAddress.address !== organizer.address)
          .map(({ emailAddress, status }) => (
            <li key={emailAddress.address}>
              <Persona
                name={common.nameOf(emailAddress.name, emailAddress.address)}
                secondaryText={mailStrings.responses[status.response] ?? status.response}
                avatar={{ color: 'colorful', 'aria-hidden': true }}
              />
            </li>
          ))}
      </ul>
    </section>
  )
}

const useStyles = makeStyles({
  drawer: { maxWidth: '100vw' },
  body: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalL,
  },
  commands: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
  },
  fact: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  people: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
  },
  notes: { flexGrow: 1, minHeight: '160px' },
})
