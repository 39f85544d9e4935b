import { Badge, Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { ArrowDownload20Regular, ArrowLeft20Regular, Dismiss20Regular } from '@fluentui/react-icons'
import type { Activity, ActivityParty } from '@trackmark/admin-api'
import { Facts } from '../../components/Facts.tsx'
import { TextLink } from '../../components/RouterLink.tsx'
import { ErrorState, LoadingState } from '../../components/states.tsx'
import { Time } from '../../components/Time.tsx'
import { useIsNarrow } from '../../components/use-is-narrow.ts'
import { activities } from '../../strings/activities.ts'
import { MessageBody } from './MessageBody.tsx'
import { Trail } from './Trail.tsx'
import { attachmentUrl, useActivity } from './use-activities.ts'
import { byteText, partiesByRole } from './view-model.ts'

const { pane: text, types, noSubject } = activities

/** One activity, whole: beside the list, or instead of it on a narrow screen. */
export function ReadingPane({
  id,
  onClose,
}: {
  readonly id: string
  readonly onClose: () => void
}) {
  const styles = useStyles()
  const isNarrow = useIsNarrow()
  const found = useActivity(id)
  return (
    <section aria-label={text.label} className={styles.pane}>
      <div className={styles.bar}>
        {isNarrow ? (
          <Button appearance="subtle" icon={<ArrowLeft20Regular />} onClick={onClose}>
            {text.back}
          </Button>
        ) : (
          <Button
            appearance="subtle"
            icon={<Dismiss20Regular />}
            aria-label={text.close}
            className={styles.close}
            onClick={onClose}
          />
        )}
      </div>
      {found.isPending && <LoadingState lines={10} />}
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.data !== undefined && <Content activity={found.data} />}
    </section>
  )
}

function Content({ activity }: { readonly activity: Activity }) {
  const styles = useStyles()
  const { type, subject, isOutgoing, regarding, attachments } = activity
  return (
    <article>
      <h2 className={styles.subject}>{subject || noSubject}</h2>
      <div className={styles.badges}>
        <Badge appearance="tint">{types[type]}</Badge>
        {isOutgoing !== null && (
          <Badge appearance="tint" color="informative">
            {isOutgoing ? text.outgoing : text.incoming}
          </Badge>
        )}
        <Badge appearance="tint" color="informative">
          {activity.status}
        </Badge>
      </div>
      <Facts
        facts={[
          ...partiesByRole(activity.parties).map(
            ([role, people]) => [role, <People key={role} people={people} />] as const,
          ),
          when(text.sent, activity.sentOn),
          type === 'task' ? null : when(text.start, activity.scheduledStart),
          when(type === 'task' ? text.due : text.end, activity.scheduledEnd),
          activity.location === null ? null : [text.location, activity.location],
          [text.regarding, regarding === null ? text.notSet : (regarding.name ?? regarding.id)],
          activity.ownerName === null ? null : [text.owner, activity.ownerName],
          when(text.created, activity.createdOn),
        ]}
      />
      {activity.webLink !== null && /^https:/.test(activity.webLink) && (
        <TextLink
          href={activity.webLink}
          target="_blank"
          rel="noopener noreferrer"
          className={styles.elsewhere}
        >
          {text.openInOutlook}
        </TextLink>
      )}
      {attachments.length > 0 && (
        <>
          <h3 className={styles.heading}>{text.attachments}</h3>
          <ul className={styles.files}>
            {attachments.map(({ attachmentId, name, bytes }) => (
              <li key={attachmentId}>
                <TextLink
                  href={attachmentUrl(activity.activityId, attachmentId)}
                  download={name}
                  aria-label={text.download(name, byteText(bytes))}
                  className={styles.file}
                >
                  <ArrowDownload20Regular />
                  <span>
                    {name} ({byteText(bytes)})
                  </span>
                </TextLink>
              </li>
            ))}
          </ul>
        </>
      )}
      <MessageBody activity={activity} />
      <Trail links={activity.links} />
    </article>
  )
}

const when = (name: string, at: string | null) =>
  at === null ? null : ([name, <Time key={name} at={at} format="exact" />] as const)

function People({ people }: { readonly people: readonly ActivityParty[] }) {
  const styles = useStyles()
  return (
    <ul className={styles.people}>
      {people.map(({ name, address, type }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same person may come twice, in one order
        <li key={`${address} ${place}`}>
          {name ?? address ?? text.unresolved}
          {name !== null && address !== null && <span className={styles.quiet}> {address}</span>}
          {type === null && name === null && (
            <span className={styles.quiet}> ({text.unresolved})</span>
          )}
        </li>
      ))}
    </ul>
  )
}

const useStyles = makeStyles({
  pane: { minWidth: 0, paddingBottom: tokens.spacingVerticalXXL },
  bar: { display: 'flex', minHeight: '32px' },
  close: { marginInlineStart: 'auto' },
  subject: { ...typographyStyles.subtitle1, margin: 0, overflowWrap: 'anywhere' },
  badges: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalS,
  },
  heading: {
    ...typographyStyles.subtitle2,
    margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalS}`,
  },
  elsewhere: { display: 'inline-block', margin: `${tokens.spacingVerticalS} 0` },
  files: { listStyleType: 'none', margin: 0, padding: 0 },
  file: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    overflowWrap: 'anywhere',
  },
  people: { listStyleType: 'none', margin: 0, padding: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
})
