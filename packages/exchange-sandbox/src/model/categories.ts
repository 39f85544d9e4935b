import { itemNotFound, SandboxError } from '../errors.ts'
import type { Category, Mailbox } from './types.ts'
import { touch, type World } from './world.ts'

const COLOR = /^(none|preset([0-9]|1[0-9]|2[0-4]))$/

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

const refuse = (message: string): SandboxError =>
  new SandboxError(400, 'ErrorInvalidArgument', message)

function checkColor(color: string): string {
  const lower = color.toLowerCase()
  if (!COLOR.test(lower)) throw refuse(`The color '${color}' is not none or preset0 to preset24.`)
  return lower
}

function checkName(world: World, mailbox: Mailbox, name: string, except: string | null): void {
  const switches = world.switches()
  if (name.trim() === '') throw refuse('The display name of a category must not be empty.')
  if (name.length > switches.categoryNameMax) {
    throw refuse(
      `The display name of a category has at most ${switches.categoryNameMax} characters.`,
    )
  }
  if (switches.refuseCommaInCategory && name.includes(',')) {
    throw refuse('The display name of a category must not hold a comma.')
  }
  for (const other of mailbox.categories.values()) {
    if (other.id === except || !same(other.displayName, name)) continue
    const { status, code } = switches.duplicateCategory
    throw new SandboxError(status, code, `A category named '${name}' already exists.`)
  }
}

export function createCategory(
  world: World,
  mailbox: Mailbox,
  input: { displayName: string; color: string },
): Category {
  checkName(world, mailbox, input.displayName, null)
  const category: Category = {
    id: world.newId(),
    displayName: input.displayName,
    color: checkColor(input.color),
  }
  mailbox.categories.set(category.id, category)
  touch(world, mailbox, 'meta', 'mailbox')
  return category
}

export function getCategory(mailbox: Mailbox, id: string): Category {
  const category = mailbox.categories.get(id.toLowerCase()) ?? mailbox.categories.get(id)
  if (!category) throw itemNotFound()
  return category
}

export function recolorCategory(world: World, mailbox: Mailbox, id: string, color: string) {
  const category = getCategory(mailbox, id)
  category.color = checkColor(color)
  touch(world, mailbox, 'meta', 'mailbox')
  return category
}

/** Items keep the name: list and items are not tied. */
export function deleteCategory(world: World, mailbox: Mailbox, id: string): void {
  const category = getCategory(mailbox, id)
  mailbox.categories.delete(category.id)
  touch(world, mailbox, 'meta', 'mailbox')
}

/** What desktop Outlook can and Graph can't: the id stays. */
export function renameCategory(world: World, mailbox: Mailbox, id: string, name: string): Category {
  const category = getCategory(mailbox, id)
  checkName(world, mailbox, name, category.id)
  category.displayName = name
  touch(world, mailbox, 'meta', 'mailbox')
  return category
}

/** The list is lost, as when its hidden message is: items keep their names. */
export function wipeCategories(world: World, mailbox: Mailbox): void {
  mailbox.categories.clear()
  touch(world, mailbox, 'meta', 'mailbox')
}

/** The categories an item gets, as the switches have it. */
export function itemCategories(
  world: World,
  mailbox: Mailbox,
  names: readonly string[],
): readonly string[] {
  const switches = world.switches()
  const kept = switches.itemCategories === 'tidy' ? tidy(names) : [...names]
  if (switches.categoriesPerItemMax > 0 && kept.length > switches.categoriesPerItemMax) {
    throw refuse(`An item has at most ${switches.categoriesPerItemMax} categories.`)
  }
  if (switches.itemCategoryJoinsList) joinList(world, mailbox, kept)
  return kept
}

function tidy(names: readonly string[]): string[] {
  const seen = new Map<string, string>()
  for (const name of names) {
    const trimmed = name.trim()
    if (trimmed !== '' && !seen.has(trimmed.toLowerCase())) seen.set(trimmed.toLowerCase(), trimmed)
  }
  return [...seen.values()]
}

function joinList(world: World, mailbox: Mailbox, names: readonly string[]): void {
  for (const name of names) {
    const known = [...mailbox.categories.values()].some((other) => same(other.displayName, name))
    if (!known) createCategory(world, mailbox, { displayName: name, color: 'none' })
  }
}
