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
  Select,
  Switch,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { graph } from '../api/graph.ts'
import type { CalendarEvent } from '../api/wire.ts'
import { useMailbox } from '../app/mailbox.ts'
import { useRun } from '../app/use-run.tsx'
import { useCategorize } from '../categories/use-categorize.ts'
import { RecipientsField } from '../components/RecipientsField.tsx'
import { Loading } from '../components/states.tsx'
import { calendar } from '../strings/calendar.ts'
import { common } from '../strings/common.ts'
import { blankForm, bodyOf, type EventForm, faultOf, formOfEvent, withStart } from './event-form.ts'
import { RepeatFields } from './RepeatFields.tsx'

const strings = calendar.form

type EventDialogProps = { readonly onClose: () => void } & (
  | { readonly id: string }
  | { readonly id: null; readonly day: string; readonly minutes: number }
)

export function EventDialog(props: EventDialogProps) {
  const { id, onClose } = props
  const styles = useStyles()
  const { root, zone } = useMailbox()
  const run = useRun()
  const { master } = useCategorize()
  const [before, setBefore] = useState<CalendarEvent | null>(null)
  const [category, setCategory] = useState('')
  const [form, setForm] = useState<EventForm | null>(
    props.id === null ? blankForm(props.day, props.minutes) : null,
  )
  useEffect(() => {
    if (id === null) return
    let isWanted = true
    void run(async () => {
      const event = await graph<CalendarEvent>('GET', `${root}/events/${id}`, {
        zone,
        textBody: true,
      })
      if (!isWanted) return
      setBefore(event)
      setForm(formOfEvent(event))
    })
    return () => {
      isWanted = false
    }
  }, [id, root, zone, run])

  const change = (changes: Partial<EventForm>) => setForm((now) => now && { ...now, ...changes })
  const fault = form === null ? null : faultOf(form)
  const save = async () => {
    if (form === null || fault !== null) return
    const body = bodyOf(form, zone, before && formOfEvent(before))
    const done =
      id === null
        ? await run(
            () =>
              graph('POST', `${root}/events`, {
                body: { ...body, ...(category !== '' && { categories: [category] }) },
              }),
            { done: strings.saved },
          )
        : await run(() => graph('PATCH', `${root}/events/${id}`, { body }), {
            done: strings.changed,
          })
    if (done) onClose()
  }
  const input = (
    label: string,
    type: 'date' | 'time',
    value: string,
    onChange: (value: string) => void,
  ) => (
    <Field label={label} className={styles.grow}>
      <Input type={type} required value={value} onChange={(_, data) => onChange(data.value)} />
    </Field>
  )
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          <DialogBody>
            <DialogTitle>{titleOf(id, before)}</DialogTitle>
            <DialogContent className={styles.content}>
              {form === null ? (
                <Loading />
              ) : (
                <>
                  <Field label={strings.subject} required>
                    <Input
                      value={form.subject}
                      onChange={(_, { value }) => change({ subject: value })}
                    />
                  </Field>
                  <Switch
                    label={calendar.allDay}
                    checked={form.isAllDay}
                    onChange={(_, { checked }) => change({ isAllDay: checked })}
                  />
                  <div className={styles.row}>
                    {input(strings.startDay, 'date', form.startDay, (day) =>
                      setForm(withStart(form, { day })),
                    )}
                    {!form.isAllDay &&
                      input(strings.startTime, 'time', form.startTime, (time) =>
                        setForm(withStart(form, { time })),
                      )}
                    {input(strings.endDay, 'date', form.endDay, (endDay) => change({ endDay }))}
                    {!form.isAllDay &&
                      input(strings.endTime, 'time', form.endTime, (endTime) =>
                        change({ endTime }),
                      )}
                  </div>
                  {fault === 'endsEarly' && (
                    <Text role="alert" className={styles.fault}>
                      {strings.endsEarly}
                    </Text>
                  )}
                  {form.repeating !== null && (
                    <RepeatFields
                      value={form.repeating}
                      needsDay={fault === 'needsDay'}
                      onChange={(repeating) => change({ repeating })}
                    />
                  )}
                  {form.repeating === null && before?.recurrence && (
                    <Text size={200}>{strings.complex}</Text>
                  )}
                  <Field label={strings.location}>
                    <Input
                      value={form.location}
                      onChange={(_, { value }) => change({ location: value })}
                    />
                  </Field>
                  <RecipientsField
                    label={strings.attendees}
                    value={form.attendees}
                    onChange={(attendees) => change({ attendees })}
                  />
                  {id === null && (
                    <Field label={strings.category}>
                      <Select value={category} onChange={(_, { value }) => setCategory(value)}>
                        <option value="">{strings.noCategory}</option>
                        {master.map(({ id: key, displayName }) => (
                          <option key={key} value={displayName}>
                            {displayName}
                          </option>
                        ))}
                      </Select>
                    </Field>
                  )}
                  <Field label={strings.notes}>
                    <Textarea
                      rows={4}
                      resize="vertical"
                      value={form.text}
                      onChange={(_, { value }) => change({ text: value })}
                    />
                  </Field>
                </>
              )}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{common.cancel}</Button>
              <Button
                type="submit"
                appearance="primary"
                disabled={form === null || form.subject.trim() === '' || fault !== null}
              >
                {(form?.attendees.length ?? 0) > 0 ? strings.send : strings.save}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}

function titleOf(id: string | null, before: CalendarEvent | null): string {
  if (id === null) return strings.newTitle
  return before?.type === 'seriesMaster' ? strings.editSeries : strings.editTitle
}

const useStyles = makeStyles({
  surface: { maxWidth: '680px' },
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  grow: { flex: '1 1 130px', minWidth: 0 },
  fault: { color: tokens.colorPaletteRedForeground1 },
})
