import { SandboxError } from '../errors.ts'
import { addressOf, recipient, threadOf } from './compose.ts'
import { insertMessage, type NewMessage } from './messages.ts'
import { applyRules } from './rules.ts'
import type { Mailbox, Message, MessageContent, Recipient, User } from './types.ts'
import { findUser, seconds, type World } from './world.ts'

export interface Letter {
  readonly message: NewMessage
  readonly content: MessageContent
}

/**
 * Puts an arriving letter into an inbox: unread, without blind copies, in its thread, then under
 * the inbox rules.
 */
export function deliver(world: World, mailbox: Mailbox, letter: Letter): Message {
  const message: NewMessage = {
    ...letter.message,
    bccRecipients: [],
    categories: [],
    flag: { flagStatus: 'notFlagged' },
    isDraft: false,
    isRead: false,
    receivedMs: seconds(world.now()),
  }
  const thread = threadOf(world, mailbox, message)
  const arrived = insertMessage(world, mailbox, 'inbox', {
    message: { ...message, ...thread },
    content: letter.content,
  })
  applyRules(world, mailbox, arrived)
  return arrived
}

/** Everybody a letter goes to. @throws 400 when that is nobody or no address */
export function recipientsOf(message: Pick<NewMessage, keyof Addressees>): readonly Recipient[] {
  const all = [...message.toRecipients, ...message.ccRecipients, ...message.bccRecipients]
  const bad = all.find((who) => !/^[^\s@]+@[^\s@]+$/.test(addressOf(who)))
  if (all.length > 0 && !bad) return all
  throw new SandboxError(
    400,
    'ErrorInvalidRecipients',
    bad ? 'At least one recipient is not valid.' : 'The message has no recipients.',
  )
}

type Addressees = Pick<NewMessage, 'toRecipients' | 'ccRecipients' | 'bccRecipients'>

/** One copy for every mailbox of the organization that is addressed; others leave the sandbox. */
export function distribute(world: World, letter: Letter): readonly Message[] {
  const organization = world.organization()
  const mailboxes = new Set<Mailbox>()
  for (const who of recipientsOf(letter.message)) {
    const user = findUser(organization, addressOf(who))
    const mailbox = user && organization.mailboxes.get(user.id)
    if (mailbox) mailboxes.add(mailbox)
  }
  return [...mailboxes].map((mailbox) => deliver(world, mailbox, letter))
}

/** The letter as its sender sends it now. */
export function stamped(world: World, sender: User, letter: Letter): Letter {
  const now = seconds(world.now())
  const from = letter.message.from ?? recipient(sender.displayName, sender.mail)
  checkSendAs(sender, from)
  const message = { ...letter.message, from, sender: from, sentMs: now, receivedMs: now }
  return { ...letter, message: { ...message, isDraft: false, isRead: true } }
}

function checkSendAs(sender: User, from: Recipient): void {
  const own = [sender.mail, sender.userPrincipalName, ...sender.proxyAddresses]
  const address = addressOf(from)
  if (own.some((name) => name.toLowerCase().replace(/^smtp:/, '') === address)) return
  throw new SandboxError(
    403,
    'ErrorSendAsDenied',
    'The user account which was used to submit this request does not have the right to send mail on behalf of the specified sending account.',
  )
}

/** Sends a new letter; a copy stays in Sent Items unless it isn't wanted. */
export function sendLetter(
  world: World,
  sender: { readonly user: User; readonly mailbox: Mailbox },
  letter: Letter,
  saveToSentItems: boolean,
): void {
  const ready = stamped(world, sender.user, letter)
  recipientsOf(ready.message)
  if (saveToSentItems) insertMessage(world, sender.mailbox, 'sentitems', ready)
  distribute(world, ready)
}
