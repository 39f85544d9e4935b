import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Dismiss12Regular } from '@fluentui/react-icons'
import type { CSSProperties } from 'react'
import type { MasterCategory } from '../api/wire.ts'
import { categories as strings } from '../strings/categories.ts'
import { shadeOf } from './colours.ts'
import { shownAs } from './model.ts'

interface SwatchProps {
  readonly color: string
  readonly className?: string
}

/** A dot in the colour of a category; hollow without one. */
export function Swatch({ color, className }: SwatchProps) {
  const styles = useStyles()
  const shade = shadeOf(color)
  return (
    <span
      aria-hidden
      className={mergeClasses(styles.swatch, className)}
      style={shade === null ? {} : { backgroundColor: shade }}
    />
  )
}

interface CategoryPillsProps {
  readonly names: readonly string[]
  readonly master: readonly MasterCategory[]
  readonly onRemove?: (name: string) => void
}

export function CategoryPills({ names, master, onRemove }: CategoryPillsProps) {
  const styles = useStyles()
  if (names.length === 0) return null
  return (
    <span className={styles.pills}>
      {names.map((raw) => {
        const { name, color } = shownAs(master, raw)
        const shade = shadeOf(color)
        return (
          <span
            key={raw}
            className={mergeClasses(styles.pill, shade !== null && styles.coloured)}
            style={shade === null ? {} : ({ '--category': shade } as CSSProperties)}
          >
            <span className={styles.name}>{name}</span>
            {onRemove !== undefined && (
              <button
                type="button"
                className={styles.remove}
                aria-label={strings.remove(name)}
                onClick={() => onRemove(raw)}
              >
                <Dismiss12Regular />
              </button>
            )}
          </span>
        )
      })}
    </span>
  )
}

const useStyles = makeStyles({
  swatch: {
    display: 'inline-block',
    flexShrink: 0,
    width: '14px',
    height: '14px',
    borderRadius: tokens.borderRadiusSmall,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    boxSizing: 'border-box',
  },
  pills: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    minWidth: 0,
  },
  pill: {
    boxSizing: 'border-box',
    display: 'inline-flex',
    alignItems: 'center',
    minWidth: 0,
    maxWidth: '100%',
    minHeight: '20px',
    padding: `0 ${tokens.spacingHorizontalSNudge}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  coloured: {
    border: `1px solid color-mix(in srgb, var(--category) 55%, ${tokens.colorNeutralBackground1})`,
    borderLeft: '4px solid var(--category)',
    backgroundColor: `color-mix(in srgb, var(--category) 16%, ${tokens.colorNeutralBackground1})`,
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  remove: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '24px',
    height: '24px',
    marginInlineEnd: `-${tokens.spacingHorizontalXS}`,
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: 'transparent',
    color: 'inherit',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
})
