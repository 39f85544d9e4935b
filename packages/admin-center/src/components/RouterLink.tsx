import { Link, type LinkProps, makeStyles, mergeClasses, Tab } from '@fluentui/react-components'
import { createLink } from '@tanstack/react-router'

/**
 * A Fluent link that is easy to hit: however short its text is, it is at least 24 x 24 px large (WCAG
 * 2.2, 2.5.8). With `inline`, for a link within a sentence, it is as large as its text.
 */
export function TextLink(props: LinkProps) {
  const styles = useStyles()
  return (
    <Link {...props} className={mergeClasses(!props.inline && styles.target, props.className)} />
  )
}

/** Such a link to a page of this application: `<RouterLink to="/alerts">`. */
export const RouterLink = createLink(TextLink)

/** A tab that is a place of its own, with an address. */
export const RouterTab = createLink(Tab)

const useStyles = makeStyles({
  target: {
    display: 'inline-block',
    boxSizing: 'border-box',
    minWidth: '24px',
    minHeight: '24px',
    paddingBlock: '2px',
    textAlign: 'inherit',
    // Where a name is longer than its column, what shows of it is the link.
    maxWidth: '100%',
    overflow: 'clip',
    textOverflow: 'ellipsis',
  },
})
