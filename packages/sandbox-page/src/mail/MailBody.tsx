import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { ShieldDismiss16Regular } from '@fluentui/react-icons'
import { useMemo } from 'react'
import type { ItemBody } from '../api/wire.ts'
import { nonce } from '../app/nonce.ts'
import { useThemeMode } from '../app/theme.tsx'
import { darkTheme, lightTheme } from '../app/themes.ts'
import { mail as strings } from '../strings/mail.ts'
import { frameDocument, type Inline, safeBody } from './sanitize.ts'

interface MailBodyProps {
  readonly body: ItemBody
  readonly title: string
  readonly inline?: Inline
  readonly className?: string
}

const NO_INLINE: Inline = new Map()

/** Somebody's text, in a frame that runs nothing and loads nothing. */
export function MailBody({ body, title, inline = NO_INLINE, className }: MailBodyProps) {
  const styles = useStyles()
  const { isDark } = useThemeMode()
  const { contentType, content } = body
  const safe = useMemo(
    () => safeBody({ contentType, content }, inline),
    [contentType, content, inline],
  )
  const theme = isDark && !safe.isColoured ? darkTheme : lightTheme
  const page = frameDocument(
    safe.html,
    {
      foreground: theme.colorNeutralForeground1,
      background: theme.colorNeutralBackground1,
      link: theme.colorBrandForegroundLink,
      font: theme.fontFamilyBase,
    },
    nonce,
  )
  const onPaper = isDark && safe.isColoured
  return (
    <div className={mergeClasses(styles.body, className)}>
      {safe.hasRemote && (
        <Text size={200} className={styles.remote}>
          <ShieldDismiss16Regular aria-hidden /> {strings.remote}
        </Text>
      )}
      <iframe
        title={title}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        srcDoc={page}
        className={mergeClasses(styles.frame, onPaper && styles.paper)}
      />
    </div>
  )
}

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', minHeight: 0 },
  remote: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground3,
    paddingBottom: tokens.spacingVerticalXS,
  },
  frame: {
    flexGrow: 1,
    width: '100%',
    minHeight: 0,
    border: 'none',
    colorScheme: 'normal',
  },
  paper: { borderRadius: tokens.borderRadiusMedium },
})
