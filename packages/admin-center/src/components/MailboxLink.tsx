import { RouterLink } from './RouterLink.tsx'

/** The name of a mailbox, leading to its form. */
export const MailboxLink = ({ id, name }: { readonly id: string; readonly name: string }) => {
  const to: string = `/mailboxes/${id}`
  return <RouterLink to={to}>{name}</RouterLink>
}
