import { Link, Tab } from '@fluentui/react-components'
import { createLink } from '@tanstack/react-router'

/** A Fluent link to a page of this application: `<RouterLink to="/alerts">`. */
export const RouterLink = createLink(Link)

/** A tab that is a place of its own, with an address. */
export const RouterTab = createLink(Tab)
