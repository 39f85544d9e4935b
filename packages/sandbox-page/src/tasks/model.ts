import type { Task } from '../api/wire.ts'

export const isDone = ({ status }: Pick<Task, 'status'>): boolean => status === 'completed'

/** A day without a time, whatever zone it was written in. */
export const dueDay = ({ dueDateTime }: Pick<Task, 'dueDateTime'>): string | null =>
  dueDateTime === undefined ? null : dueDateTime.dateTime.slice(0, 10)

/** What is due first comes first; without a day, the important ones do. */
export function sorted(tasks: readonly Task[]): readonly Task[] {
  const rank = (task: Task) => (task.importance === 'high' ? 0 : 1)
  return [...tasks].sort(
    (a, b) =>
      (dueDay(a) ?? '9999').localeCompare(dueDay(b) ?? '9999') ||
      rank(a) - rank(b) ||
      a.title.localeCompare(b.title),
  )
}

/** As Graph takes it; null takes the day away. */
export const dueOf = (day: string, zone: string) =>
  day === '' ? null : { dateTime: `${day}T00:00:00`, timeZone: zone }
