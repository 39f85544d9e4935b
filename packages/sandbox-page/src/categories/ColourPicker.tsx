import { makeStyles, tokens } from '@fluentui/react-components'
import { categories as strings } from '../strings/categories.ts'
import { COLOURS } from './colours.ts'

const CHOICES = [
  ...COLOURS.map(([wire, name]) => [wire, name] as const),
  ['none', strings.none],
] as const

interface ColourPickerProps {
  readonly value: string
  readonly label: string
  readonly onChange: (color: string) => void
}

/** All of Exchange's colours, as radio buttons: arrow keys go from one to the next. */
export function ColourPicker({ value, label, onChange }: ColourPickerProps) {
  const styles = useStyles()
  return (
    <fieldset className={styles.colours}>
      <legend className={styles.legend}>{label}</legend>
      {CHOICES.map(([wire, name], index) => (
        <label key={wire} title={name} className={styles.colour}>
          <input
            type="radio"
            name={`colour-${label}`}
            className={styles.radio}
            aria-label={name}
            checked={value === wire}
            onChange={() => onChange(wire)}
          />
          <span
            aria-hidden
            className={styles.dot}
            style={{ backgroundColor: COLOURS[index]?.[2] ?? 'transparent' }}
          />
        </label>
      ))}
    </fieldset>
  )
}

const useStyles = makeStyles({
  colours: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, 32px)',
    gap: tokens.spacingHorizontalXXS,
    margin: 0,
    padding: 0,
    border: 'none',
  },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalXS },
  colour: { position: 'relative', width: '32px', height: '32px', cursor: 'pointer' },
  radio: {
    position: 'absolute',
    inset: 0,
    width: '100%',
    height: '100%',
    margin: 0,
    opacity: 0,
    cursor: 'pointer',
    ':checked + span': {
      outline: `2px solid ${tokens.colorNeutralForeground1}`,
      outlineOffset: '2px',
    },
    ':focus-visible + span': {
      outline: `3px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '2px',
    },
  },
  dot: {
    position: 'absolute',
    inset: '5px',
    pointerEvents: 'none',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
  },
})
