import { columnByLogicalName, tableByLogicalName } from '../catalogue/catalogue.ts'
import type { Column, Table } from '../catalogue/types.ts'
import { ERROR_CODES } from '../errors.ts'
import { quoteShort } from '../settings/value.ts'
import { required, textOf } from './elements.ts'
import { FetchFault } from './fault.ts'
import type { LinkKind, Quantifier, Scope, ScopedColumn } from './types.ts'
import type { XmlAttribute, XmlElement } from './xml.ts'

/** Most links of a query, as Dataverse has it. */
export const LINKS_MAX = 15

/** How an element stands to the table above it; the entity itself is an inner one. */
export type ScopeKind = LinkKind | Quantifier

export interface ScopeEntry {
  readonly scope: Scope
  readonly parent: Scope | null
  readonly table: Table
  readonly alias: string | null
  /** Written as `alias`, not made up. */
  readonly named: boolean
  readonly kind: ScopeKind
  /** Itself and those above it, from the top. */
  readonly path: readonly Scope[]
  /**
   * Scopes its conditions can look at: of those above, none beyond an outer link, since what is
   * below that one is joined first.
   */
  readonly visible: readonly Scope[]
}

/** All tables of a query by their elements: conditions may name a link that is written after them. */
export interface Scopes {
  readonly byElement: ReadonlyMap<XmlElement, ScopeEntry>
  readonly entries: readonly ScopeEntry[]
}

const LINK_KINDS: Readonly<Record<string, LinkKind>> = {
  inner: 'inner',
  natural: 'inner',
  outer: 'outer',
  exists: 'exists',
  in: 'exists',
  matchfirstrowusingcrossapply: 'first',
}

/** Allowed within a filter only. `not all` is the same as `any`, whatever its name says. */
const QUANTIFIERS: Readonly<Record<string, Quantifier>> = {
  any: 'any',
  'not any': 'notAny',
  all: 'all',
  'not all': 'any',
}

const ALIAS = /^[A-Za-z_]\w{0,99}$/

/** @throws FetchFault */
export function readScopes(entity: XmlElement): Scopes {
  const byElement = new Map<XmlElement, ScopeEntry>()
  const entries: ScopeEntry[] = []
  const add = (element: XmlElement, parent: ScopeEntry | null, isFilter: boolean): void => {
    const entry = scopeEntry(element, parent, isFilter, entries)
    entries.push(entry)
    byElement.set(element, entry)
    if (entries.length > LINKS_MAX + 1) throw tooManyLinks(element)
    walk(element, entry, false)
  }
  const walk = (element: XmlElement, parent: ScopeEntry, isFilter: boolean): void => {
    for (const child of element.children) {
      if (child.name === 'link-entity') add(child, parent, isFilter)
      else if (child.name === 'filter') walk(child, parent, true)
    }
  }
  add(entity, null, false)
  return { byElement, entries }
}

function scopeEntry(
  element: XmlElement,
  parent: ScopeEntry | null,
  isFilter: boolean,
  before: readonly ScopeEntry[],
): ScopeEntry {
  const scope = before.length
  const table = tableNamed(required(element, 'name'))
  const path = parent === null ? [scope] : [...parent.path, scope]
  const above = parent === null ? [] : parent.kind === 'outer' ? [parent.scope] : parent.visible
  const visible = [...above, scope]
  const written = textOf(element, 'alias')
  if (written !== null) checkAlias(element.attributes.get('alias')!, before)
  const named = written !== null
  const kind = parent === null ? 'inner' : kindOf(element, isFilter)
  const made = parent === null ? null : freeAlias(`${table.logicalName}${scope}`, before)
  return {
    scope,
    parent: parent?.scope ?? null,
    table,
    alias: written ?? made,
    named,
    kind,
    path,
    visible,
  }
}

function freeAlias(wanted: string, before: readonly ScopeEntry[]): string {
  return before.some((entry) => entry.alias === wanted) ? freeAlias(`${wanted}_`, before) : wanted
}

function checkAlias({ text, at }: XmlAttribute, before: readonly ScopeEntry[]): void {
  if (!ALIAS.test(text)) {
    throw new FetchFault(`The alias ${quoteShort(text)} isn't made of letters, digits and '_'.`, at)
  }
  if (before.some((entry) => entry.alias === text)) {
    throw new FetchFault(`The alias ${quoteShort(text)} is given twice.`, at)
  }
}

function kindOf(element: XmlElement, isFilter: boolean): ScopeKind {
  const attribute = element.attributes.get('link-type')
  const kinds: Readonly<Record<string, ScopeKind>> = isFilter ? QUANTIFIERS : LINK_KINDS
  const text = attribute?.text ?? (isFilter ? '' : 'inner')
  if (Object.hasOwn(kinds, text)) return kinds[text]!
  const allowed = Object.keys(kinds)
    .map((kind) => `'${kind}'`)
    .join(', ')
  const where = isFilter ? 'within a filter' : 'outside of filters'
  throw new FetchFault(
    `link-type is ${allowed} ${where}, not ${quoteShort(text)}.`,
    attribute?.at ?? element.at,
  )
}

const tooManyLinks = (element: XmlElement) =>
  new FetchFault(
    `Number of link entities in query exceeded maximum limit. It is ${LINKS_MAX}.`,
    element.at,
    ERROR_CODES.tooManyLinks,
  )

function tableNamed({ text, at }: XmlAttribute): Table {
  const table = tableByLogicalName(text)
  if (table !== undefined) return table
  // Worded as Dataverse words it, since clients look for it.
  throw new FetchFault(
    `The entity with a name = '${quoteShort(text).slice(1, -1)}' with namemapping = 'Logical' was not found in the MetadataCache.`,
    at,
    ERROR_CODES.unknownEntity,
  )
}

/** A column that may be read and compared. @throws FetchFault */
export function columnNamed(table: Table, { text, at }: XmlAttribute): Column {
  const column = columnByLogicalName(table, text)
  if (column !== undefined && column.physical !== null && !column.secret) return column
  if (column?.type === 'partylist') {
    throw new FetchFault(
      `'${text}' is a party list; link activityparty by activityid to read its members.`,
      at,
    )
  }
  const lookup = table.columns.find((one) => one.webApiName === text)
  const meant = lookup === undefined ? '' : ` FetchXML calls it '${lookup.logicalName}'.`
  // Worded as Dataverse words it, since clients look for it.
  throw new FetchFault(
    `'${table.logicalName}' entity doesn't contain attribute with Name = '${quoteShort(text).slice(1, -1)}' and NameMapping = 'Logical'.${meant}`,
    at,
    ERROR_CODES.unknownAttribute,
  )
}

/**
 * The table an `entityname` means: an alias, or the table of the one link without alias. Links that
 * give no columns can't be named, and a link's own filter sees itself and what is above it only.
 */
export function scopeNamed(
  scopes: Scopes,
  from: ScopeEntry,
  { text, at }: XmlAttribute,
): ScopeEntry {
  const links = scopes.entries.slice(1)
  const byAlias = links.filter((entry) => entry.alias === text)
  const found =
    byAlias.length > 0
      ? byAlias
      : links.filter((entry) => !entry.named && entry.table.logicalName === text)
  const entry = found[0]
  if (entry === undefined || found.length > 1) {
    const why = found.length > 1 ? 'Several links are' : 'No link is'
    throw new FetchFault(`${why} named ${quoteShort(text)}; give links an alias.`, at)
  }
  if (!isVisible(scopes, from, entry)) {
    throw new FetchFault(`Columns of ${quoteShort(text)} can't be used here.`, at)
  }
  return entry
}

function isVisible(scopes: Scopes, from: ScopeEntry, entry: ScopeEntry): boolean {
  if (from.visible.includes(entry.scope)) return true
  if (from.scope !== 0) return false
  return entry.path.every((scope) => isJoined(scopes.entries[scope]!))
}

export const isJoined = ({ kind }: ScopeEntry): boolean =>
  kind === 'inner' || kind === 'outer' || kind === 'first'

/** `column`, or `alias.column`. */
export function columnPath(
  scopes: Scopes,
  from: ScopeEntry,
  attribute: XmlAttribute,
): ScopedColumn {
  const dot = attribute.text.lastIndexOf('.')
  const { at } = attribute
  if (dot < 0) return { scope: from.scope, column: columnNamed(from.table, attribute) }
  const entry = scopeNamed(scopes, from, { text: attribute.text.slice(0, dot), at })
  const name = { text: attribute.text.slice(dot + 1), at }
  return { scope: entry.scope, column: columnNamed(entry.table, name) }
}
