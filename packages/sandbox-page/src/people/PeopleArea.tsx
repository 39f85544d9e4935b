import {
  Avatar,
  makeStyles,
  mergeClasses,
  SearchBox,
  Subtitle2,
  Text,
  tokens,
} from '@fluentui/react-components'
import { PeopleRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { customersQuery, usersQuery } from '../api/queries.ts'
import { formatAddress, type Place } from '../app/place.ts'
import { usePlace } from '../app/use-place.ts'
import { knownPeople, suggestions } from '../components/people.ts'
import { Empty, Failed, Loading } from '../components/states.tsx'
import { useIsNarrow } from '../components/use-media.ts'
import { people as strings } from '../strings/people.ts'
import { PersonCard } from './PersonCard.tsx'

interface PeopleAreaProps {
  readonly place: Extract<Place, { area: 'people' }>
}

export function PeopleArea({ place }: PeopleAreaProps) {
  const styles = useStyles()
  const { person } = usePlace()
  const isNarrow = useIsNarrow()
  const [typed, setTyped] = useState('')
  const users = useQuery(usersQuery)
  const customers = useQuery(customersQuery)
  if (users.isPending || customers.isPending) return <Loading fills />
  const failed = users.isError ? users : customers.isError ? customers : null
  if (failed !== null) {
    return <Failed error={failed.error} onRetry={() => void failed.refetch()} fills />
  }
  const known = knownPeople(users.data ?? [], customers.data ?? [])
  const found = suggestions(known, typed, [])
  const opened = known.find(({ address }) => address === place.address)
  const groups = [
    [strings.colleagues, found.filter(({ isInside }) => isInside)],
    [strings.customers, found.filter(({ isInside }) => !isInside)],
  ] as const
  return (
    <main className={styles.main}>
      <section
        aria-label={strings.people}
        className={mergeClasses(styles.list, isNarrow && opened !== undefined && styles.hidden)}
      >
        <div className={styles.head}>
          <Subtitle2 as="h1" className={styles.plain}>
            {strings.people}
          </Subtitle2>
          <SearchBox
            aria-label={strings.search}
            placeholder={strings.search}
            value={typed}
            onChange={(_, { value }) => setTyped(value)}
          />
        </div>
        <div className={styles.scroll}>
          {found.length === 0 && <Empty icon={<PeopleRegular />} title={strings.nobody} />}
          {groups.map(
            ([title, some]) =>
              some.length > 0 && (
                <section key={title} aria-label={title}>
                  <h2 className={styles.group}>{title}</h2>
                  <ul className={styles.plain}>
                    {some.map(({ name, address }) => (
                      <li key={address} className={styles.item}>
                        <a
                          href={formatAddress({ person, place: { area: 'people', address } })}
                          aria-current={address === place.address ? 'true' : undefined}
                          className={mergeClasses(
                            styles.person,
                            address === place.address && styles.here,
                          )}
                        >
                          <Avatar name={name} color="colorful" aria-hidden />
                          <span className={styles.names}>
                            <Text block truncate wrap={false}>
                              {name}
                            </Text>
                            <Text block truncate wrap={false} size={200} className={styles.quiet}>
                              {address}
                            </Text>
                          </span>
                        </a>
                      </li>
                    ))}
                  </ul>
                </section>
              ),
          )}
        </div>
      </section>
      {(!isNarrow || opened !== undefined) && (
        <div className={styles.card}>
          {opened === undefined ? (
            <Empty icon={<PeopleRegular />} title={strings.nobodyOpen} />
          ) : (
            <PersonCard
              key={opened.address}
              known={opened}
              job={users.data?.find(({ mail }) => mail === opened.address)?.jobTitle ?? null}
            />
          )}
        </div>
      )}
    </main>
  )
}

const useStyles = makeStyles({
  main: {
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    display: 'flex',
    columnGap: tokens.spacingHorizontalXS,
    padding: tokens.spacingHorizontalXS,
  },
  list: {
    width: '340px',
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2,
    overflow: 'hidden',
    '@media (max-width: 719px)': { width: '100%', flexShrink: 1 },
  },
  hidden: { display: 'none' },
  head: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
  },
  scroll: { flexGrow: 1, minHeight: 0, overflowY: 'auto' },
  plain: { listStyleType: 'none', margin: 0, padding: 0 },
  group: {
    margin: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  item: { minWidth: 0 },
  person: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  here: { backgroundColor: tokens.colorNeutralBackground1Selected },
  names: { flexGrow: 1, minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  card: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2,
  },
})
