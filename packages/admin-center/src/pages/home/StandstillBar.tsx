import {
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { Time } from '../../components/Time.tsx'
import { home } from '../../strings/home.ts'
import type { Status } from './use-status.ts'

/** Nothing is synchronized, whatever the numbers below say: the first thing to know. */
export function StandstillBar({ of }: { readonly of: NonNullable<Status['standstill']> }) {
  const styles = useStyles()
  return (
    <MessageBar intent="error" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>
          {home.standstill.title} <Time at={of.since} format="exact" />
        </MessageBarTitle>
        {of.workers === 0 ? home.standstill.noWorker : home.standstill.noCycle}
      </MessageBarBody>
    </MessageBar>
  )
}

const useStyles = makeStyles({ bar: { marginBottom: tokens.spacingVerticalL } })
