import {
  Breadcrumb,
  BreadcrumbButton,
  BreadcrumbDivider,
  BreadcrumbItem,
  makeStyles,
  Text,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { createLink } from '@tanstack/react-router'
import { Fragment, type ReactNode, useEffect } from 'react'
import { shell } from '../strings/shell.ts'

export interface Crumb {
  readonly text: string
  /** A route, such as `/settings`. */
  readonly to: string
}

const CrumbLink = createLink(BreadcrumbButton)

interface PageHeaderProps {
  readonly title: string
  /** Where the page lies; the page itself is added. */
  readonly crumbs?: readonly Crumb[]
  readonly description?: ReactNode
  /** Buttons at the end of the line. */
  readonly actions?: ReactNode
}

/** The page's only h1, its place, and its commands. Also names the document. */
export function PageHeader({ title, crumbs = [], description, actions }: PageHeaderProps) {
  const styles = useStyles()
  useEffect(() => {
    document.title = `${title} - ${shell.product}`
  }, [title])
  return (
    <header className={styles.root}>
      {crumbs.length > 0 && (
        <Breadcrumb size="small" aria-label={title} className={styles.crumbs}>
          {crumbs.map(({ text, to }) => (
            <Fragment key={to}>
              <BreadcrumbItem>
                <CrumbLink as="a" to={to}>
                  {text}
                </CrumbLink>
              </BreadcrumbItem>
              <BreadcrumbDivider />
            </Fragment>
          ))}
          <BreadcrumbItem>
            <Text size={200}>{title}</Text>
          </BreadcrumbItem>
        </Breadcrumb>
      )}
      <div className={styles.line}>
        <h1 className={styles.title}>{title}</h1>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      {description !== undefined && <Text className={styles.description}>{description}</Text>}
    </header>
  )
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    marginBottom: tokens.spacingVerticalL,
  },
  crumbs: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  title: { ...typographyStyles.title2, margin: 0, overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  description: { color: tokens.colorNeutralForeground2, maxWidth: '72ch' },
})
