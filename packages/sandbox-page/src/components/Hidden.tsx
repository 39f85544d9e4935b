import { makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'

/** Read out, not shown. */
export function Hidden({ children }: { readonly children: ReactNode }) {
  return <span className={useStyles().hidden}>{children}</span>
}

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
})
