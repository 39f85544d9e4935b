import {
  Avatar,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Text,
  Title2,
  tokens,
} from '@fluentui/react-components'
import { ShieldCheckmark20Regular } from '@fluentui/react-icons'
import type { User } from '../api/wire.ts'
import { common } from '../strings/common.ts'

interface PickPersonProps {
  readonly users: readonly User[]
  /** Address of the person whose mailbox was open last. */
  readonly last: string | null
  /** Address that nobody has. */
  readonly unknown: string | null
  readonly onPick: (user: User) => void
}

export function PickPerson({ users, last, unknown, onPick }: PickPersonProps) {
  const styles = useStyles()
  const isLast = ({ mail }: User) => mail.toLowerCase() === last
  const sorted = [...users].sort((a, b) => Number(isLast(b)) - Number(isLast(a)))
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <div className={styles.safe}>
          <ShieldCheckmark20Regular aria-hidden />
          <Text weight="semibold">{common.banner}</Text>
        </div>
        <Title2 as="h1" className={styles.title}>
          {common.pickPerson}
        </Title2>
        <Text className={styles.hint}>{common.pickHint}</Text>
        {unknown !== null && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{common.unknownPerson(unknown)}</MessageBarBody>
          </MessageBar>
        )}
        <ul className={styles.list}>
          {sorted.map((user) => (
            <li key={user.id}>
              <button type="button" className={styles.person} onClick={() => onPick(user)}>
                <Avatar name={user.displayName} color="colorful" size={40} aria-hidden />
                <span className={styles.lines}>
                  <Text weight="semibold" block>
                    {user.displayName}
                  </Text>
                  <Text size={200} block className={styles.hint}>
                    {[user.jobTitle, user.mail].filter(Boolean).join(' · ')}
                  </Text>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </main>
  )
}

const useStyles = makeStyles({
  page: {
    height: '100%',
    overflowY: 'auto',
    display: 'flex',
    justifyContent: 'center',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  card: {
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '480px',
    margin: 'auto',
    padding: tokens.spacingHorizontalXXL,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow8,
  },
  safe: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorPaletteGreenForeground1,
  },
  title: { margin: 0 },
  hint: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  person: {
    boxSizing: 'border-box',
    width: '100%',
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalS,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  lines: { minWidth: 0 },
})
