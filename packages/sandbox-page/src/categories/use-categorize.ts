import { useQuery } from '@tanstack/react-query'
import { categorize, type Target } from '../api/categorize.ts'
import { categoriesQuery } from '../api/queries.ts'
import type { MasterCategory } from '../api/wire.ts'
import { useMailbox } from '../app/mailbox.ts'
import { useRun } from '../app/use-run.tsx'
import { categories as strings } from '../strings/categories.ts'
import { type Choice, sameName, toggled } from './model.ts'

const NONE: readonly MasterCategory[] = []

interface Categorizing {
  readonly master: readonly MasterCategory[]
  readonly toggle: (targets: readonly Target[], choice: Choice) => Promise<boolean>
  readonly put: (targets: readonly Target[], name: string) => Promise<boolean>
  readonly remove: (targets: readonly Target[], name: string) => Promise<boolean>
  readonly clear: (targets: readonly Target[]) => Promise<boolean>
}

/** Categories of the open mailbox, and putting them on items. */
export function useCategorize(): Categorizing {
  const { root } = useMailbox()
  const run = useRun()
  const { data: master = NONE } = useQuery(categoriesQuery(root))
  const put = (targets: readonly Target[], name: string) =>
    run(() => categorize(targets, (now) => toggled(now, { name, applied: 'none' })))
  const remove = (targets: readonly Target[], name: string) =>
    run(() =>
      categorize(targets, (now) =>
        now.some((one) => sameName(one, name)) ? toggled(now, { name, applied: 'all' }) : now,
      ),
    )
  return {
    master,
    put,
    remove,
    toggle: (targets, { name, applied }) => (applied === 'all' ? remove : put)(targets, name),
    clear: (targets) =>
      run(() => categorize(targets, (now) => (now.length === 0 ? now : [])), {
        done: strings.cleared,
      }),
  }
}
