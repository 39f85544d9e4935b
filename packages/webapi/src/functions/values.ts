import { badRequest } from '@trackmark/http'

/** Parameters of a function call, as they were written. */
type Literals = ReadonlyMap<string, string>

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Removes the quotes of a text literal; other literals stay as they are. */
function unquoted(literal: string): string {
  const text = /^'(.*)'$/s.exec(literal.trim())?.[1]
  return text === undefined ? literal.trim() : text.replaceAll("''", "'")
}

/** Reads a GUID with or without quotes, since `MailboxId` is a text in Dataverse. */
export function guidValue(literals: Literals, name: string): string {
  const value = unquoted(literals.get(name) ?? '')
  if (GUID.test(value)) return value.toLowerCase()
  throw badRequest(`${name} must be a GUID, not ${value.slice(0, 60)}.`)
}

/** Reads `Microsoft.Dynamics.CRM.Type'Member'`, or the member alone in quotes. */
export function enumValue(
  literals: Literals,
  name: string,
  type: string,
  members: readonly string[],
): string {
  const literal = (literals.get(name) ?? '').trim()
  const prefix = `Microsoft.Dynamics.CRM.${type}`
  const value = unquoted(literal.startsWith(prefix) ? literal.slice(prefix.length) : literal)
  if (members.includes(value)) return value
  throw badRequest(
    `${name} must be ${prefix}'…' with one of ${members.join(', ')}, not ${literal.slice(0, 80)}.`,
  )
}

/** Reads a list of texts, `['a','b']` or `["a","b"]`. */
export function listValue(literals: Literals, name: string, max: number): readonly string[] {
  const literal = (literals.get(name) ?? '').trim()
  const inside = /^\[(.*)\]$/s.exec(literal)?.[1]?.trim()
  const items = inside === undefined || inside === '' ? [] : inside.split(',')
  const values = items.map((item) => /^\s*(['"])([^'"]*)\1\s*$/.exec(item)?.[2])
  if (values.length > 0 && values.length <= max && values.every((one) => one !== undefined)) {
    return values.filter((one) => one !== undefined)
  }
  throw badRequest(`${name} must be a list of 1 to ${max} texts, as in ['account','contact'].`)
}
