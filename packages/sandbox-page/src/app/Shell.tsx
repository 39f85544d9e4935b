import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useMemo } from 'react'
import { mailboxRoot, settingsQuery, usersQuery } from '../api/queries.ts'
import type { User } from '../api/wire.ts'
import { Failed, Loading } from '../components/states.tsx'
import { useIsNarrow } from '../components/use-media.ts'
import { MailArea } from '../mail/MailArea.tsx'
import { common } from '../strings/common.ts'
import { Header } from './Header.tsx'
import { MailboxContext, usableZone } from './mailbox.ts'
import { PickPerson } from './PickPerson.tsx'
import { Rail } from './Rail.tsx'
import { usePlace } from './use-place.ts'

const CalendarArea = lazy(async () => ({
  default: (await import('../calendar/CalendarArea.tsx')).CalendarArea,
}))
const TasksArea = lazy(async () => ({
  default: (await import('../tasks/TasksArea.tsx')).TasksArea,
}))
const PeopleArea = lazy(async () => ({
  default: (await import('../people/PeopleArea.tsx')).PeopleArea,
}))

const LAST = 'sandbox.person'

export function Shell() {
  const styles = useStyles()
  const { person, place, goTo } = usePlace()
  const users = useQuery(usersQuery)
  const user = users.data?.find(({ mail }) => mail.toLowerCase() === person)
  useEffect(() => {
    if (user !== undefined) localStorage.setItem(LAST, user.mail.toLowerCase())
  }, [user])
  const pick = (chosen: User) => goTo({ person: chosen.mail.toLowerCase(), place })

  if (users.isPending) return <Loading fills />
  if (users.isError) {
    return <Failed error={users.error} onRetry={() => void users.refetch()} fills />
  }
  if (user === undefined) {
    return (
      <PickPerson
        users={users.data}
        last={localStorage.getItem(LAST)}
        unknown={person}
        onPick={pick}
      />
    )
  }
  return (
    <div className={styles.page}>
      <Header users={users.data} user={user} onPick={pick} />
      <div className={styles.below}>
        <Rail />
        {/* A mailbox of its own: nothing of the last one stays. */}
        <Area key={user.id} user={user} />
      </div>
    </div>
  )
}

function Area({ user }: { readonly user: User }) {
  const { place } = usePlace()
  const isNarrow = useIsNarrow()
  const root = mailboxRoot(user)
  const settings = useQuery(settingsQuery(root))
  const zone = usableZone(settings.data?.timeZone)
  const mailbox = useMemo(() => ({ user, root, zone }), [user, root, zone])
  useEffect(() => {
    document.title = `${common.areas[place.area]} - ${user.displayName} - ${common.product}`
  }, [place.area, user])
  if (settings.isPending) return <Loading fills />
  if (settings.isError) {
    return <Failed error={settings.error} onRetry={() => void settings.refetch()} fills />
  }
  return (
    <MailboxContext value={mailbox}>
      <Suspense fallback={<Loading fills />}>
        {place.area === 'mail' && <MailArea place={place} />}
        {place.area === 'calendar' && <CalendarArea place={place} isNarrow={isNarrow} />}
        {place.area === 'tasks' && <TasksArea place={place} />}
        {place.area === 'people' && <PeopleArea place={place} />}
      </Suspense>
    </MailboxContext>
  )
}

const useStyles = makeStyles({
  page: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  below: {
    flexGrow: 1,
    minHeight: 0,
    display: 'flex',
    '@media (max-width: 719px)': { flexDirection: 'column-reverse' },
  },
})
