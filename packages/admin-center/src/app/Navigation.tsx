import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  AlertUrgent20Regular,
  Building20Regular,
  DataTrending20Regular,
  ErrorCircle20Regular,
  Home20Regular,
  MailInbox20Regular,
  MailMultiple20Regular,
  Settings20Regular,
} from '@fluentui/react-icons'
import { Link } from '@tanstack/react-router'
import type { Me } from '@trackmark/admin-api'
import type { ComponentType } from 'react'
import { shell } from '../strings/shell.ts'
import { mayOpen } from './use-me.ts'

interface Entry {
  readonly to: string
  readonly text: string
  readonly icon: ComponentType
}

const { pages, entries: short, groups } = shell

const GROUPS: readonly { readonly title: string; readonly entries: readonly Entry[] }[] = [
  {
    title: groups.tracking,
    entries: [
      { to: '/', text: pages.home, icon: Home20Regular },
      { to: '/activities', text: pages.activities, icon: MailMultiple20Regular },
      { to: '/mailboxes', text: pages.mailboxes, icon: MailInbox20Regular },
    ],
  },
  {
    title: groups.health,
    entries: [
      { to: '/alerts', text: pages.alerts, icon: AlertUrgent20Regular },
      { to: '/failures', text: short.failures, icon: ErrorCircle20Regular },
      { to: '/monitoring', text: short.monitoring, icon: DataTrending20Regular },
    ],
  },
  {
    title: groups.administration,
    entries: [
      { to: '/environments', text: pages.environments, icon: Building20Regular },
      { to: '/settings', text: pages.settings, icon: Settings20Regular },
    ],
  },
]

interface NavigationProps {
  readonly me: Me
  readonly onNavigate?: () => void
  /** Icons only; what each leads to is told on hover. */
  readonly isRail?: boolean
}

export function Navigation({ me, onNavigate, isRail = false }: NavigationProps) {
  const styles = useStyles()
  return (
    <nav aria-label={shell.navigation}>
      {GROUPS.map(({ title, entries }) => {
        const shown = entries.filter(({ to }) => mayOpen(me, to))
        if (shown.length === 0) return null
        return (
          <section key={title} className={styles.group}>
            <h2 className={isRail ? styles.hidden : styles.title}>{title}</h2>
            <ul className={styles.list}>
              {shown.map(({ to, text, icon: Icon }) => (
                <li key={to}>
                  <Link
                    to={to}
                    activeOptions={{ exact: to === '/' }}
                    {...(isRail ? { title: text } : {})}
                    className={styles.link}
                    activeProps={{ className: mergeClasses(styles.link, styles.active) }}
                    {...(onNavigate === undefined ? {} : { onClick: onNavigate })}
                  >
                    <Icon />
                    <span className={isRail ? styles.hidden : ''}>{text}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </nav>
  )
}

const useStyles = makeStyles({
  group: { marginBottom: tokens.spacingVerticalL },
  title: {
    margin: `0 0 ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  link: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '36px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    '& svg': { flexShrink: 0 },
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground2Hover,
      color: tokens.colorNeutralForeground1,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  active: {
    backgroundColor: tokens.colorNeutralBackground2Selected,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
})
