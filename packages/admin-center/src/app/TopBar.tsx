import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { Navigation24Regular } from '@fluentui/react-icons'
import { Link } from '@tanstack/react-router'
import type { Me } from '@trackmark/admin-api'
import { BAR_HEIGHT } from '../components/measures.ts'
import { shell } from '../strings/shell.ts'
import { AccountMenu } from './AccountMenu.tsx'
import { ThemeMenu } from './ThemeMenu.tsx'

interface TopBarProps {
  readonly me: Me
  /** Null where the navigation stands beside the page. */
  readonly onOpenNavigation: (() => void) | null
}

export function TopBar({ me, onOpenNavigation }: TopBarProps) {
  const styles = useStyles()
  const { friendlyName } = me.organization
  return (
    <header className={styles.bar}>
      {onOpenNavigation !== null && (
        <Button
          appearance="transparent"
          className={styles.onBrand}
          aria-label={shell.openNavigation}
          icon={<Navigation24Regular />}
          onClick={onOpenNavigation}
        />
      )}
      <Link to="/" className={styles.brand}>
        {shell.product}
      </Link>
      <Text
        truncate
        wrap={false}
        className={styles.environment}
        title={shell.environment(friendlyName)}
      >
        {friendlyName}
      </Text>
      <ThemeMenu className={styles.onBrand} />
      <AccountMenu me={me} className={styles.onBrand} />
    </header>
  )
}

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    top: 0,
    zIndex: 10,
    boxSizing: 'border-box',
    height: BAR_HEIGHT,
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    padding: `0 ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  brand: {
    color: 'inherit',
    textDecorationLine: 'none',
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    ':focus-visible': { outline: `2px solid ${tokens.colorNeutralForegroundOnBrand}` },
  },
  environment: { flexGrow: 1, minWidth: 0, marginInlineStart: tokens.spacingHorizontalM },
  onBrand: {
    color: tokens.colorNeutralForegroundOnBrand,
    minWidth: '32px',
    ':hover': { color: tokens.colorNeutralForegroundOnBrand },
    ':hover:active': { color: tokens.colorNeutralForegroundOnBrand },
    ':focus-visible': { outline: `2px solid ${tokens.colorNeutralForegroundOnBrand}` },
  },
})
