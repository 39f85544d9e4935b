import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components'
import type { ReactElement } from 'react'

export interface FilterChoice<T extends string> {
  readonly value: T
  readonly text: string
  readonly icon?: ReactElement
}

/** One of a few filters, all of them in sight. */
export function FilterButtons<T extends string>({
  label,
  choices,
  value,
  onChoose,
}: {
  readonly label: string
  readonly choices: readonly FilterChoice<T>[]
  readonly value: T
  readonly onChoose: (value: T) => void
}) {
  const styles = useStyles()
  return (
    <fieldset className={styles.root}>
      <legend className={styles.legend}>{label}</legend>
      {choices.map(({ value: one, text, icon }) => (
        <ToggleButton
          key={one}
          size="small"
          shape="circular"
          checked={one === value}
          onClick={() => onChoose(one)}
          {...(icon === undefined ? {} : { icon })}
        >
          {text}
        </ToggleButton>
      ))}
    </fieldset>
  )
}

const useStyles = makeStyles({
  root: {
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
  },
  legend: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
})
