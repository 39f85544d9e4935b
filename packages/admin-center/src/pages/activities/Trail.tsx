import { Badge, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components'
import { type ActivityLink, explainRule } from '@trackmark/admin-api'
import { Time } from '../../components/Time.tsx'
import { activities } from '../../strings/activities.ts'

const { pane: text } = activities

/** Why it is here: every decision about the items it was made from, in plain words. */
export function Trail({ links }: { readonly links: readonly ActivityLink[] }) {
  const styles = useStyles()
  return (
    <section>
      <h3 className={styles.heading}>{text.why}</h3>
      {links.length === 0 && <Text>{text.whyNone}</Text>}
      {links.map((link, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a mailbox may have several copies, in one order
        <div key={`${link.mailboxId} ${place}`} className={styles.link}>
          <div className={styles.mailbox}>
            <Text weight="semibold">{text.inMailbox(link.mailboxName)}</Text>
            <Badge appearance="tint" color={link.state === 'linked' ? 'success' : 'informative'}>
              {text.states[link.state]}
            </Badge>
          </div>
          <ol className={styles.list}>
            {link.trail.map(({ rule, at, seen }) => (
              <li key={`${at} ${rule} ${seen}`} className={styles.step}>
                <Text>{explainRule(rule)}</Text>
                <Text size={200} className={styles.note}>
                  {text.seen(seen)} · {text.rule(rule)} · <Time at={at} format="exact" />
                </Text>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  )
}

const useStyles = makeStyles({
  heading: {
    ...typographyStyles.subtitle2,
    margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalS}`,
  },
  link: { marginBottom: tokens.spacingVerticalL },
  mailbox: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
  list: {
    listStyleType: 'none',
    margin: `${tokens.spacingVerticalS} 0 0 ${tokens.spacingHorizontalXS}`,
    padding: 0,
    borderLeft: `2px solid ${tokens.colorBrandStroke2}`,
  },
  step: {
    display: 'flex',
    flexDirection: 'column',
    padding: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  note: { color: tokens.colorNeutralForeground3 },
})
