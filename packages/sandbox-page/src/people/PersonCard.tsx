import { Avatar, Button, makeStyles, Text, Title3, tokens } from '@fluentui/react-components'
import {
  ArrowDownload20Regular,
  ArrowLeft20Regular,
  MailAdd20Regular,
  PersonSwap20Regular,
} from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { mailFromQuery } from '../api/queries.ts'
import { useMailbox } from '../app/mailbox.ts'
import { formatAddress, INBOX } from '../app/place.ts'
import { usePlace } from '../app/use-place.ts'
import { dayIn } from '../components/days.ts'
import type { Known } from '../components/people.ts'
import { Failed, Loading } from '../components/states.tsx'
import { useIsNarrow } from '../components/use-media.ts'
import { useNow } from '../components/use-now.ts'
import { listTime } from '../mail/dates.ts'
import { mail as mailStrings } from '../strings/mail.ts'
import { people as strings } from '../strings/people.ts'

const Compose = lazy(async () => ({ default: (await import('../mail/Compose.tsx')).Compose }))
const ReceiveDialog = lazy(async () => ({
  default: (await import('../mail/ReceiveDialog.tsx')).ReceiveDialog,
}))

interface PersonCardProps {
  readonly known: Known
  readonly job: string | null
}

export function PersonCard({ known, job }: PersonCardProps) {
  const styles = useStyles()
  const { root, zone, user } = useMailbox()
  const { person, go, goTo } = usePlace()
  const isNarrow = useIsNarrow()
  const today = dayIn(zone, useNow())
  const [open, setOpen] = useState<'mail' | 'receive' | null>(null)
  const recent = useQuery(mailFromQuery(root, known.address))
  const { name, address, isInside } = known
  return (
    <article aria-label={name} className={styles.details}>
      {isNarrow && (
        <Button
          appearance="subtle"
          icon={<ArrowLeft20Regular />}
          onClick={() => go({ area: 'people', address: null })}
        >
          {strings.back}
        </Button>
      )}
      <div className={styles.title}>
        <Avatar name={name} color="colorful" size={72} aria-hidden />
        <div>
          <Title3 as={isNarrow ? 'h1' : 'h2'} className={styles.plain}>
            {name}
          </Title3>
          {job !== null && <Text block>{job}</Text>}
          <Text block className={styles.quiet}>
            {isInside ? strings.colleague : strings.customer}
          </Text>
          <Text block className={styles.address}>
            {address}
          </Text>
        </div>
      </div>
      <div className={styles.commands}>
        <Button icon={<MailAdd20Regular />} onClick={() => setOpen('mail')}>
          {strings.newMail}
        </Button>
        {isInside ? (
          address !== user.mail && (
            <Button
              icon={<PersonSwap20Regular />}
              onClick={() => goTo({ person: address.toLowerCase(), place: INBOX })}
            >
              {strings.openMailbox}
            </Button>
          )
        ) : (
          <Button icon={<ArrowDownload20Regular />} onClick={() => setOpen('receive')}>
            {strings.receive}
          </Button>
        )}
      </div>
      <section aria-label={strings.recent}>
        <h3 className={styles.recent}>{strings.recent}</h3>
        {recent.isPending && <Loading />}
        {recent.isError && <Failed error={recent.error} onRetry={() => void recent.refetch()} />}
        {recent.data?.value.length === 0 && <Text>{strings.noMail}</Text>}
        <ul className={styles.plain}>
          {recent.data?.value.map((row) => (
            <li key={row.id} className={styles.item}>
              <a
                href={formatAddress({
                  person,
                  place: { area: 'mail', folder: row.parentFolderId, message: row.id },
                })}
                className={styles.person}
              >
                <span className={styles.names}>
                  <Text block truncate wrap={false}>
                    {row.subject || mailStrings.noSubject}
                  </Text>
                  <Text block truncate wrap={false} size={200} className={styles.quiet}>
                    {row.bodyPreview}
                  </Text>
                </span>
                <Text size={200} wrap={false} className={styles.time}>
                  {listTime(row.receivedDateTime, zone, today)}
                </Text>
              </a>
            </li>
          ))}
        </ul>
      </section>
      <Suspense>
        {open === 'mail' && (
          <Compose
            writing={{ kind: 'new', to: [{ emailAddress: { name, address } }] }}
            onClose={() => setOpen(null)}
          />
        )}
        {open === 'receive' && <ReceiveDialog from={address} onClose={() => setOpen(null)} />}
      </Suspense>
    </article>
  )
}

const useStyles = makeStyles({
  plain: { listStyleType: 'none', margin: 0, padding: 0 },
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
  time: { flexShrink: 0 },
  names: { flexGrow: 1, minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  details: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    rowGap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXL,
    '@media (max-width: 719px)': { padding: tokens.spacingHorizontalM },
    '& > button': { alignSelf: 'flex-start' },
  },
  title: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    flexWrap: 'wrap',
  },
  address: { overflowWrap: 'anywhere' },
  commands: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  recent: { margin: 0, fontSize: tokens.fontSizeBase300 },
})
