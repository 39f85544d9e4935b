import { makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components'
import {
  Fingerprint24Regular,
  History24Regular,
  MailInbox24Regular,
  MailUnread24Regular,
  Options24Regular,
  PeopleLock24Regular,
  PlugConnected24Regular,
  Tag24Regular,
} from '@fluentui/react-icons'
import { Link } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { isAdministrator, useMe } from '../../app/use-me.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import { settings } from '../../strings/settings.ts'
import { shell } from '../../strings/shell.ts'

interface Card {
  readonly to: string
  readonly title: string
  readonly text: string
  readonly icon: ComponentType
  readonly isForAdministrators?: boolean
}

const { cards } = settings
const { pages } = shell

const EMAIL: readonly Card[] = [
  {
    to: '/settings/email/tracking',
    title: pages.emailTracking,
    text: cards.tracking,
    icon: Tag24Regular,
  },
  {
    to: '/settings/email',
    title: pages.emailSettings,
    text: cards.settings,
    icon: MailUnread24Regular,
  },
  { to: '/mailboxes', title: pages.mailboxes, text: cards.mailboxes, icon: MailInbox24Regular },
  {
    to: '/settings/email/profiles',
    title: pages.serverProfiles,
    text: cards.profiles,
    icon: PlugConnected24Regular,
  },
]

const ORGANIZATION: readonly Card[] = [
  {
    to: '/settings/organization',
    title: pages.organizationSettings,
    text: cards.organization,
    icon: Options24Regular,
  },
  {
    to: '/audit',
    title: pages.audit,
    text: cards.audit,
    icon: History24Regular,
    isForAdministrators: true,
  },
  {
    to: '/access',
    title: pages.access,
    text: cards.access,
    icon: PeopleLock24Regular,
    isForAdministrators: true,
  },
  {
    to: '/personal-data',
    title: pages.personalData,
    text: cards.personalData,
    icon: Fingerprint24Regular,
    isForAdministrators: true,
  },
]

export function SettingsPage() {
  const me = useMe()
  return (
    <>
      <PageHeader
        title={settings.title}
        description={settings.description(me.organization.friendlyName)}
      />
      <Cards title={settings.email} cards={EMAIL} />
      <Cards
        title={settings.organization}
        cards={ORGANIZATION.filter((card) => !card.isForAdministrators || isAdministrator(me))}
      />
    </>
  )
}

function Cards({
  title,
  cards: shown,
}: {
  readonly title: string
  readonly cards: readonly Card[]
}) {
  const styles = useStyles()
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{title}</h2>
      <ul className={styles.grid}>
        {shown.map(({ to, title: name, text, icon: Icon }) => (
          <li key={to}>
            <Link to={to} className={styles.card}>
              <span className={styles.icon} aria-hidden="true">
                <Icon />
              </span>
              <span className={styles.words}>
                <span className={styles.name}>{name}</span>
                <Text size={200} className={styles.text}>
                  {text}
                </Text>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

const useStyles = makeStyles({
  section: { marginBottom: tokens.spacingVerticalXXL },
  heading: { ...typographyStyles.subtitle1, margin: `0 0 ${tokens.spacingVerticalM}` },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 300px), 1fr))',
    gap: tokens.spacingHorizontalM,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  card: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalM,
    height: '100%',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      boxShadow: tokens.shadow4,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  icon: { color: tokens.colorBrandForeground1, flexShrink: 0 },
  words: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  name: { fontWeight: tokens.fontWeightSemibold },
  text: { color: tokens.colorNeutralForeground2 },
})
