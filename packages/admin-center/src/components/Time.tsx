import { makeStyles, mergeClasses, Tooltip, tokens } from '@fluentui/react-components'
import { useSyncExternalStore } from 'react'
import { common } from '../strings/common.ts'
import { dueTime, relativeTime } from './time.ts'

const TICK_MS = 15_000

/** One clock for all texts that tell how long ago something was. */
const clock = (() => {
  let now = Date.now()
  const listeners = new Set<() => void>()
  setInterval(() => {
    now = Date.now()
    for (const listener of listeners) listener()
  }, TICK_MS)
  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    read: () => now,
  }
})()

const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' })
const short = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

interface TimeProps {
  /** ISO 8601; null reads as `never`. */
  readonly at: string | null
  readonly never?: string
  /**
   * `relative`: `5 min ago`, with the exact time on hover; `due`: `in 5 min`, or `now` once it has
   * come; `exact`: date and time; `seconds`: with seconds.
   */
  readonly format?: 'relative' | 'due' | 'exact' | 'seconds'
}

export function Time({ at, never = common.never, format = 'relative' }: TimeProps) {
  useSyncExternalStore(clock.subscribe, clock.read)
  const styles = useStyles()
  if (at === null) return <span className={styles.never}>{never}</span>
  const date = new Date(at)
  if (format === 'exact' || format === 'seconds') {
    return (
      <time dateTime={at} className={styles.time}>
        {(format === 'seconds' ? exact : short).format(date)}
      </time>
    )
  }
  return (
    <Tooltip content={exact.format(date)} relationship="description">
      <time dateTime={at} className={mergeClasses(styles.time, styles.hinted)}>
        {(format === 'due' ? dueTime : relativeTime)(date.getTime(), Date.now())}
      </time>
    </Tooltip>
  )
}

const useStyles = makeStyles({
  time: { whiteSpace: 'nowrap' },
  hinted: { cursor: 'default' },
  never: { color: tokens.colorNeutralForeground3 },
})
