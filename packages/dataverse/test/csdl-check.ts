import { childrenOf, type Node } from './csdl-tree.ts'

/** What an element may hold and which attributes it has (OData CSDL 4.0, XML representation). */
const GRAMMAR: Readonly<Record<string, { children: string; required: string; optional: string }>> =
  {
    'edmx:Edmx': {
      children: 'edmx:Reference edmx:DataServices',
      required: 'Version',
      optional: 'xmlns:edmx',
    },
    'edmx:Reference': { children: 'edmx:Include', required: 'Uri', optional: '' },
    'edmx:Include': { children: '', required: 'Namespace', optional: 'Alias' },
    'edmx:DataServices': { children: 'Schema', required: '', optional: '' },
    Schema: {
      children: 'EntityType ComplexType EnumType Function Action EntityContainer',
      required: 'Namespace xmlns',
      optional: 'Alias',
    },
    EntityType: {
      children: 'Key Property NavigationProperty',
      required: 'Name',
      optional: 'BaseType Abstract',
    },
    ComplexType: {
      children: 'Property NavigationProperty',
      required: 'Name',
      optional: 'BaseType Abstract',
    },
    Key: { children: 'PropertyRef', required: '', optional: '' },
    PropertyRef: { children: '', required: 'Name', optional: '' },
    Property: { children: 'Annotation', required: 'Name Type', optional: 'Nullable Scale' },
    NavigationProperty: {
      children: 'ReferentialConstraint Annotation',
      required: 'Name Type',
      optional: 'Nullable Partner ContainsTarget',
    },
    ReferentialConstraint: { children: '', required: 'Property ReferencedProperty', optional: '' },
    Annotation: { children: 'EnumMember', required: 'Term', optional: 'Bool String' },
    EnumMember: { children: '', required: '', optional: '' },
    EnumType: { children: 'Member', required: 'Name', optional: '' },
    Member: { children: '', required: 'Name Value', optional: '' },
    Function: { children: 'Parameter ReturnType', required: 'Name', optional: '' },
    Action: { children: 'Parameter ReturnType', required: 'Name', optional: 'IsBound' },
    Parameter: { children: '', required: 'Name Type', optional: 'Nullable' },
    ReturnType: { children: '', required: 'Type', optional: 'Nullable' },
    EntityContainer: {
      children: 'EntitySet FunctionImport ActionImport',
      required: 'Name',
      optional: '',
    },
    EntitySet: { children: 'NavigationPropertyBinding', required: 'Name EntityType', optional: '' },
    NavigationPropertyBinding: { children: '', required: 'Path Target', optional: '' },
    ActionImport: { children: '', required: 'Name Action', optional: 'EntitySet' },
    FunctionImport: { children: '', required: 'Name Function', optional: 'EntitySet' },
  }

const PRIMITIVES = new Set(
  ['Guid', 'String', 'Int32', 'Int64', 'Decimal', 'Double', 'Boolean', 'DateTimeOffset'].map(
    (n) => `Edm.${n}`,
  ),
)
const IDENTIFIER = /^[A-Za-z_]\w{0,127}$/

interface Model {
  readonly types: ReadonlyMap<string, Node>
  readonly sets: ReadonlyMap<string, string>
}

const words = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '')
const attribute = (node: Node, name: string): string => node.attributes[name] ?? ''
const local = (type: string): string =>
  type.replace(/^Collection\((.*)\)$/, '$1').replace(/^(mscrm|Microsoft\.Dynamics\.CRM)\./, '')

/** @returns every breach of the rules of CSDL 4.0 that a document like ours could commit */
export function csdlFaults(document: Node): readonly string[] {
  const faults: string[] = []
  walk(document, '', faults)
  const [services] = childrenOf(document, 'edmx:DataServices')
  const [schema, ...others] = services === undefined ? [] : childrenOf(services, 'Schema')
  if (schema === undefined || others.length > 0) return [...faults, 'one Schema is expected']
  const named = schema.children.filter((node) => node.attributes.Name !== undefined)
  unique(named, 'Schema', faults)
  const types = new Map(
    named
      .filter((node) => ['EntityType', 'ComplexType', 'EnumType'].includes(node.name))
      .map((node) => [attribute(node, 'Name'), node] as const),
  )
  const [container] = childrenOf(schema, 'EntityContainer')
  if (container === undefined) return [...faults, 'an EntityContainer is expected']
  unique(container.children, 'EntityContainer', faults)
  const sets = new Map(
    childrenOf(container, 'EntitySet').map((set) => [
      attribute(set, 'Name'),
      local(attribute(set, 'EntityType')),
    ]),
  )
  const model: Model = { types, sets }
  for (const node of types.values()) structured(node, model, faults)
  for (const node of childrenOf(schema, 'Function')) functions(node, model, faults)
  for (const node of childrenOf(schema, 'Action')) actions(node, model, faults)
  for (const set of childrenOf(container, 'EntitySet')) bindings(set, model, faults)
  const known = new Set(childrenOf(schema, 'Function').map((node) => attribute(node, 'Name')))
  for (const one of childrenOf(container, 'FunctionImport')) {
    if (!known.has(local(attribute(one, 'Function'))))
      faults.push(`import ${attribute(one, 'Name')}`)
  }
  // What is bound is called on what it is bound to, and all else by its import.
  const imported = childrenOf(container, 'ActionImport').map((one) =>
    local(attribute(one, 'Action')),
  )
  const unbound = childrenOf(schema, 'Action')
    .filter((node) => attribute(node, 'IsBound') !== 'true')
    .map((node) => attribute(node, 'Name'))
  if (imported.toSorted().join() !== unbound.toSorted().join()) faults.push('imports of actions')
  return faults
}

function walk(node: Node, path: string, faults: string[]): void {
  const here = `${path}/${node.name}${node.attributes.Name ? `[${node.attributes.Name}]` : ''}`
  const rule = GRAMMAR[node.name]
  if (rule === undefined) {
    faults.push(`${here}: unknown element`)
    return
  }
  const allowed = [...words(rule.required), ...words(rule.optional)]
  for (const name of words(rule.required)) {
    if (node.attributes[name] === undefined) faults.push(`${here}: no ${name}`)
  }
  for (const name of Object.keys(node.attributes)) {
    if (!allowed.includes(name)) faults.push(`${here}: attribute ${name}`)
  }
  const name = node.attributes.Name
  if (name !== undefined && !IDENTIFIER.test(name)) faults.push(`${here}: name`)
  for (const child of node.children) {
    if (!words(rule.children).includes(child.name)) faults.push(`${here}: ${child.name} inside`)
    else walk(child, here, faults)
  }
}

function unique(nodes: readonly Node[], where: string, faults: string[]): void {
  const seen = new Set<string>()
  for (const node of nodes) {
    const name = attribute(node, 'Name')
    if (seen.has(name)) faults.push(`${where}: two of ${name}`)
    seen.add(name)
  }
}

/** The type and those it derives from, itself first. */
function lineage(node: Node, { types }: Model): readonly Node[] {
  const found: Node[] = []
  for (let one: Node | undefined = node; one !== undefined; ) {
    if (found.includes(one)) throw new Error(`${attribute(node, 'Name')} derives from itself`)
    found.push(one)
    const base: string | undefined = one.attributes.BaseType
    one = base === undefined ? undefined : types.get(local(base))
  }
  return found
}

const members = (node: Node, model: Model, name: string): readonly Node[] =>
  lineage(node, model).flatMap((one) => childrenOf(one, name))

const member = (node: Node, model: Model, kind: string, name: string): Node | undefined =>
  members(node, model, kind).find((one) => attribute(one, 'Name') === name)

const keys = (node: Node, model: Model): readonly Node[] =>
  members(node, model, 'Key').flatMap((key) => key.children)

function structured(node: Node, model: Model, faults: string[]): void {
  const name = attribute(node, 'Name')
  if (node.name === 'EnumType') {
    unique(node.children, name, faults)
    return
  }
  const base = node.attributes.BaseType
  if (base !== undefined && model.types.get(local(base))?.name !== node.name) {
    faults.push(`${name}: base ${base}`)
  }
  const all = [...members(node, model, 'Property'), ...members(node, model, 'NavigationProperty')]
  unique(all, name, faults)
  if (node.name === 'EntityType') entityKey(node, model, faults)
  for (const one of childrenOf(node, 'Property'))
    typeExists(one, model, `${name}.${attribute(one, 'Name')}`, faults)
  for (const one of childrenOf(node, 'NavigationProperty')) navigation(node, one, model, faults)
}

function entityKey(node: Node, model: Model, faults: string[]): void {
  const name = attribute(node, 'Name')
  const declaring = lineage(node, model).filter((one) => childrenOf(one, 'Key').length > 0)
  if (declaring.length > 1) faults.push(`${name}: key declared twice`)
  if (declaring.length === 0 && node.attributes.Abstract !== 'true') faults.push(`${name}: no key`)
  for (const ref of keys(node, model)) {
    const property = member(node, model, 'Property', attribute(ref, 'Name'))
    if (property === undefined) faults.push(`${name}: key ${attribute(ref, 'Name')}`)
    else if (property.attributes.Nullable !== 'false') faults.push(`${name}: nullable key`)
  }
}

function typeExists(node: Node, { types }: Model, where: string, faults: string[]): void {
  const type = attribute(node, 'Type').replace(/^Collection\((.*)\)$/, '$1')
  if (PRIMITIVES.has(type)) return
  const found = type.startsWith('mscrm.') ? types.get(local(type)) : undefined
  if (found === undefined || found.name === 'EntityType') faults.push(`${where}: type ${type}`)
}

function navigation(owner: Node, node: Node, model: Model, faults: string[]): void {
  const where = `${attribute(owner, 'Name')}.${attribute(node, 'Name')}`
  const target = model.types.get(local(attribute(node, 'Type')))
  if (target?.name !== 'EntityType') {
    faults.push(`${where}: type ${attribute(node, 'Type')}`)
    return
  }
  const partner = node.attributes.Partner
  if (partner !== undefined) {
    const back = member(target, model, 'NavigationProperty', partner)
    const backTo = back === undefined ? '' : local(attribute(back, 'Type'))
    if (
      back?.attributes.Partner !== attribute(node, 'Name') ||
      backTo !== attribute(owner, 'Name')
    ) {
      faults.push(`${where}: partner ${partner}`)
    }
  }
  for (const constraint of childrenOf(node, 'ReferentialConstraint')) {
    const own = member(owner, model, 'Property', attribute(constraint, 'Property'))
    const other = member(target, model, 'Property', attribute(constraint, 'ReferencedProperty'))
    if (own === undefined || other === undefined) faults.push(`${where}: constraint`)
    else if (attribute(own, 'Type') !== attribute(other, 'Type')) faults.push(`${where}: its types`)
  }
}

function functions(node: Node, model: Model, faults: string[]): void {
  const name = attribute(node, 'Name')
  unique(childrenOf(node, 'Parameter'), name, faults)
  if (childrenOf(node, 'ReturnType').length !== 1) faults.push(`${name}: return type`)
  for (const one of node.children) typeExists(one, model, name, faults)
}

function actions(node: Node, model: Model, faults: string[]): void {
  const name = attribute(node, 'Name')
  unique(childrenOf(node, 'Parameter'), name, faults)
  for (const one of node.children) {
    const type = local(attribute(one, 'Type'))
    if (model.types.get(type)?.name !== 'EntityType') typeExists(one, model, name, faults)
  }
}

function bindings(set: Node, model: Model, faults: string[]): void {
  const name = attribute(set, 'Name')
  const type = model.types.get(local(attribute(set, 'EntityType')))
  if (type?.name !== 'EntityType' || keys(type, model).length === 0) {
    faults.push(`${name}: entity type`)
    return
  }
  const seen = new Set<string>()
  for (const one of childrenOf(set, 'NavigationPropertyBinding')) {
    const path = attribute(one, 'Path')
    const property = member(type, model, 'NavigationProperty', path)
    const target = model.sets.get(attribute(one, 'Target'))
    if (property === undefined || target === undefined || seen.has(path)) {
      faults.push(`${name}: binding ${path}`)
    } else if (local(attribute(property, 'Type')) !== target)
      faults.push(`${name}: target of ${path}`)
    seen.add(path)
  }
  const all = members(type, model, 'NavigationProperty').filter(
    (one) => one.attributes.ContainsTarget !== 'true',
  )
  for (const one of all) {
    if (!seen.has(attribute(one, 'Name')))
      faults.push(`${name}: no binding of ${attribute(one, 'Name')}`)
  }
}
