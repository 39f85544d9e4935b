import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

export type Fact = readonly [name: string, value: ReactNode]

/** Names with their values; those that are null are left out. */
export function Facts({ facts }: { readonly facts: readonly (Fact | null)[] }) {
  const styles = useStyles()
  return (
    <dl className={styles.list}>
      {facts.map(
        (fact) =>
          fact !== null && (
            <div key={fact[0]} className={styles.fact}>
              <dt className={styles.name}>{fact[0]}</dt>
              <dd className={styles.value}>{fact[1]}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

const useStyles = makeStyles({
  list: {
    margin: `${tokens.spacingVerticalM} 0`,
    display: 'grid',
    rowGap: tokens.spacingVerticalS,
  },
  fact: {
    display: 'grid',
    gridTemplateColumns: 'minmax(96px, 160px) 1fr',
    columnGap: tokens.spacingHorizontalM,
  },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
})
