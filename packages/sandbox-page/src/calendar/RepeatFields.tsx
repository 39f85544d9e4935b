import { Checkbox, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components'
import { calendar } from '../strings/calendar.ts'
import {
  ENDINGS,
  type Ending,
  REPEATS,
  type Repeating,
  type Repeats,
  WEEKDAYS,
} from './recurrence.ts'

const strings = calendar.form
const SHORT = WEEKDAYS.map((day) => day.slice(0, 1).toUpperCase() + day.slice(1, 3))
const MOST = 999

interface RepeatFieldsProps {
  readonly value: Repeating
  readonly needsDay: boolean
  readonly onChange: (value: Repeating) => void
}

const count = (text: string): number => Math.min(Math.max(Number.parseInt(text, 10) || 1, 1), MOST)

export function RepeatFields({ value, needsDay, onChange }: RepeatFieldsProps) {
  const styles = useStyles()
  const change = (changes: Partial<Repeating>) => onChange({ ...value, ...changes })
  const { repeats } = value
  return (
    <>
      <div className={styles.row}>
        <Field label={strings.repeat} className={styles.grow}>
          <Select
            value={repeats}
            onChange={(_, { value: chosen }) => change({ repeats: chosen as Repeats })}
          >
            {REPEATS.map((one) => (
              <option key={one} value={one}>
                {strings.repeats[one]}
              </option>
            ))}
          </Select>
        </Field>
        {repeats !== 'never' && (
          <Field label={strings.every} className={styles.grow}>
            <Input
              type="number"
              min={1}
              max={MOST}
              value={String(value.interval)}
              contentAfter={strings.units[repeats]}
              onChange={(_, { value: chosen }) => change({ interval: count(chosen) })}
            />
          </Field>
        )}
      </div>
      {repeats === 'weekly' && (
        <fieldset className={styles.days}>
          <legend className={styles.legend}>{needsDay ? strings.needsDay : strings.on}</legend>
          {WEEKDAYS.map((day, index) => (
            <Checkbox
              key={day}
              label={SHORT[index] ?? day}
              checked={value.days.includes(day)}
              onChange={(_, { checked }) =>
                change({
                  days: WEEKDAYS.filter((one) =>
                    one === day ? checked : value.days.includes(one),
                  ),
                })
              }
            />
          ))}
        </fieldset>
      )}
      {repeats !== 'never' && (
        <div className={styles.row}>
          <Field label={strings.ends} className={styles.grow}>
            <Select
              value={value.ending}
              onChange={(_, { value: chosen }) => change({ ending: chosen as Ending })}
            >
              {ENDINGS.map((one) => (
                <option key={one} value={one}>
                  {strings.endings[one]}
                </option>
              ))}
            </Select>
          </Field>
          {value.ending === 'endDate' && (
            <Field label={strings.until} className={styles.grow}>
              <Input
                type="date"
                required
                value={value.until}
                onChange={(_, { value: until }) => change({ until })}
              />
            </Field>
          )}
          {value.ending === 'numbered' && (
            <Field label={strings.times} className={styles.grow}>
              <Input
                type="number"
                min={1}
                max={MOST}
                value={String(value.times)}
                onChange={(_, { value: chosen }) => change({ times: count(chosen) })}
              />
            </Field>
          )}
        </div>
      )}
    </>
  )
}

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  grow: { flex: '1 1 140px', minWidth: 0 },
  days: { display: 'flex', flexWrap: 'wrap', margin: 0, padding: 0, border: 'none' },
  legend: { padding: 0 },
})
