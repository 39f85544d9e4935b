import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

/** Filters and commands of a list, in one line where there is room. */
export function Toolbar({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles().root}>{children}</div>
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    marginBottom: tokens.spacingVerticalM,
  },
})
