import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

interface SettingRowProps {
  readonly label: string
  /** Id of the label, for `aria-labelledby` of the control. */
  readonly labelId: string
  readonly description?: ReactNode
  /** Short remarks beside the label, such as that a setting is kept only. */
  readonly remarks?: readonly string[]
  /** The control. */
  readonly children: ReactNode
}

/** One setting: its label and what it does, and its control beside it or, on narrow screens, below. */
export function SettingRow({
  label,
  labelId,
  description,
  remarks = [],
  children,
}: SettingRowProps) {
  const styles = useStyles()
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <span>
          <span id={labelId} className={styles.label}>
            {label}
          </span>
          {remarks.map((remark) => (
            <Badge key={remark} appearance="tint" color="informative" className={styles.remark}>
              {remark}
            </Badge>
          ))}
        </span>
        {description !== undefined && (
          <Text size={200} className={styles.description}>
            {description}
          </Text>
        )}
      </div>
      <div className={styles.control}>{children}</div>
    </div>
  )
}

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL}`,
    padding: `${tokens.spacingVerticalM} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  words: {
    flex: '1 1 320px',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
  },
  label: { fontWeight: tokens.fontWeightSemibold },
  remark: { marginInlineStart: tokens.spacingHorizontalS },
  description: { color: tokens.colorNeutralForeground2, maxWidth: '64ch' },
  control: { flex: '0 1 280px', minWidth: 0 },
})
