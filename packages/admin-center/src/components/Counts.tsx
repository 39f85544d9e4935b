import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { RouterLink } from './RouterLink.tsx'

/** A list elsewhere, filtered to what was counted. */
export interface ListPlace {
  readonly to: string
  readonly search?: Readonly<Record<string, string>>
}

/** How a number above zero looks: what has failed is red, what may need somebody is amber. */
export type Tone = 'danger' | 'warning'

export interface Count {
  readonly name: string
  readonly count: number
  readonly list?: ListPlace
  readonly tone?: Tone
}

/** Name, number, and the list behind it. */
export function Counts({ of }: { readonly of: readonly Count[] }) {
  const styles = useStyles()
  return (
    <dl className={styles.counts}>
      {of.map(({ name, count, list, tone }) => (
        <div key={name} className={styles.count}>
          <dt>{name}</dt>
          <dd className={styles.number}>
            <CountValue name={name} value={count.toLocaleString('en')} {...{ count, list, tone }} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** One number, which leads to the list behind it. */
export function CountValue({
  name,
  value,
  count,
  list,
  tone,
}: Pick<Count, 'name' | 'count'> & {
  readonly value: string
  readonly list: ListPlace | undefined
  readonly tone: Tone | undefined
}) {
  const styles = useStyles()
  const shade = count === 0 ? styles.none : tone === undefined ? undefined : styles[tone]
  return list === undefined ? (
    <span className={shade}>{value}</span>
  ) : (
    <RouterLink
      {...list}
      aria-label={`${name}: ${value}`}
      className={mergeClasses(styles.link, shade)}
    >
      {value}
    </RouterLink>
  )
}

const useStyles = makeStyles({
  counts: { margin: 0, display: 'flex', flexDirection: 'column' },
  count: {
    display: 'flex',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} 0`,
  },
  number: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  link: { fontWeight: 'inherit', fontSize: 'inherit', textAlign: 'end' },
  none: { color: tokens.colorNeutralForeground3 },
  danger: {
    color: tokens.colorStatusDangerForeground1,
    ':hover': { color: tokens.colorStatusDangerForeground1 },
  },
  warning: {
    color: tokens.colorStatusWarningForeground1,
    ':hover': { color: tokens.colorStatusWarningForeground1 },
  },
})
