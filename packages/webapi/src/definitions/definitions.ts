import { ERROR_CODES } from '@trackmark/dataverse'
import { ApiError, badRequest, methodNotAllowed } from '@trackmark/http'
import { answer, plainText } from '../request/answer.ts'
import type { Handler } from '../request/context.ts'
import { withTypes } from '../request/metadata-level.ts'
import { type Definitions, unknownResource } from '../request/path.ts'
import { type Definition, derives, partType, valuesOf } from './definition.ts'
import { entityDefinitions, relationshipDefinitions } from './entity.ts'
import { globalOptionSets } from './options.ts'
import {
  type DefinitionOptions,
  definitionOptions,
  listDefinitions,
  presentDefinition,
} from './query.ts'

interface DefinitionSet {
  readonly type: string
  readonly all: () => readonly Definition[]
}

const SETS: Readonly<Record<string, DefinitionSet>> = {
  EntityDefinitions: { type: 'EntityMetadata', all: entityDefinitions },
  GlobalOptionSetDefinitions: { type: 'OptionSetMetadataBase', all: globalOptionSets },
  RelationshipDefinitions: { type: 'RelationshipMetadataBase', all: relationshipDefinitions },
}

/** The meaning of the path's segments up to one of them. */
type Position =
  | { readonly kind: 'list'; readonly type: string; readonly items: readonly Definition[] }
  | { readonly kind: 'one'; readonly type: string; readonly item: Definition | null }
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'count'; readonly items: readonly Definition[]; readonly type: string }

/** Answers `EntityDefinitions` and similar sets. They are read-only, since the tables are those of the catalogue. */
export const answerDefinitions: Handler<Definitions> = async ({ request, reading }, resource) => {
  const set = SETS[resource.set]
  if (set === undefined) return null
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    throw methodNotAllowed(`${resource.set} can only be read here.`, 'GET')
  }
  const position = resource.segments.reduce<Position | null>(
    (at, segment) => (at === null ? start(set, segment) : step(at, segment)),
    null,
  )
  if (position === null) return null
  const options = definitionOptions(reading.url.searchParams)
  const context = `${reading.root}/$metadata#${contextOf(resource.segments, options)}`
  const path = resource.segments.join('/')
  const isFull = reading.preferences.metadata === 'full'
  const shown = (item: Definition, type: string, id: string) => {
    const body = presentDefinition(item, type, options)
    if (!isFull) return body
    return {
      '@odata.id': id,
      '@odata.editLink': id,
      ...(withTypes(item.type, body) as typeof body),
    }
  }
  switch (position.kind) {
    case 'count':
      return plainText(String(listDefinitions(position.items, position.type, options).items.length))
    case 'value':
      return answer({ '@odata.context': context, value: position.value }, reading.preferences)
    case 'one': {
      if (position.item === null) return new Response(null, { status: 204 })
      const body = shown(position.item, position.type, `${reading.root}/${path}`)
      return answer({ '@odata.context': `${context}/$entity`, ...body }, reading.preferences)
    }
    case 'list': {
      const { items, count } = listDefinitions(position.items, position.type, options)
      const value = items.map((one) =>
        shown(one, position.type, `${reading.root}/${path}(${String(one.values.MetadataId)})`),
      )
      const counted = count === null ? {} : { '@odata.count': count }
      return answer({ '@odata.context': context, ...counted, value }, reading.preferences)
    }
  }
}

function contextOf(segments: readonly string[], { select }: DefinitionOptions): string {
  const path = segments.length === 1 ? (segments[0] ?? '').replace(/\(.*$/, '') : segments.join('/')
  return select === null ? path : `${path}(${select.join(',')})`
}

function start(set: DefinitionSet, segment: string): Position {
  return keyed({ kind: 'list', type: set.type, items: set.all() }, segment)
}

function step(position: Position, segment: string): Position {
  if (position.kind === 'value' || position.kind === 'count') throw unknownResource(segment)
  const name = segment.replace(/\(.*$/s, '')
  const cast = /^Microsoft\.Dynamics\.CRM\.(\w+)$/.exec(name)?.[1]
  if (cast !== undefined) return keyed(castTo(position, cast, segment), segment)
  if (position.kind === 'list') {
    if (segment === '$count') return { ...position, kind: 'count' }
    throw unknownResource(segment)
  }
  return keyed(part(position, name), segment)
}

function castTo(position: Position, type: string, segment: string): Position {
  if (position.kind === 'list' && derives(type, position.type)) {
    return { kind: 'list', type, items: position.items.filter((one) => derives(one.type, type)) }
  }
  if (position.kind === 'one' && position.item !== null && derives(position.item.type, type)) {
    return { ...position, type }
  }
  throw unknownResource(segment)
}

function part(position: Extract<Position, { kind: 'one' }>, name: string): Position {
  const { item, type } = position
  if (item === null) throw unknownResource(name)
  const declared = partType(type, name)
  if (declared === undefined) {
    const found = valuesOf(item).find(([own]) => own === name)
    if (found === undefined) throw unknownResource(name)
    return { kind: 'value', value: found[1] }
  }
  const found = item.parts[name]?.() ?? (declared.isCollection ? [] : null)
  if (found === null) return { kind: 'one', type: declared.type, item: null }
  if ('type' in found) return { kind: 'one', type: declared.type, item: found }
  return { kind: 'list', type: declared.type, items: found }
}

const KEYS = ['LogicalName', 'Name', 'SchemaName', 'MetadataId']
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The member that the segment names in parentheses; without parentheses the whole collection. */
function keyed(position: Position, segment: string): Position {
  const inside = /^[^(]*\((.*)\)$/s.exec(segment)?.[1]
  if (inside === undefined) return position
  if (position.kind !== 'list') throw unknownResource(segment)
  const [, name = 'MetadataId', value = ''] = /^(?:(\w+)=)?(.*)$/s.exec(inside.trim()) ?? []
  const text = /^'(.*)'$/s.exec(value)?.[1]?.replaceAll("''", "'")
  const isId = name === 'MetadataId'
  const wanted = (isId ? value : (text ?? '')).toLowerCase()
  if (!KEYS.includes(name) || (isId ? !GUID.test(wanted) : text === undefined)) {
    throw badRequest(
      `A definition is named by its id or its name, as in (LogicalName='email'), not (${inside.slice(0, 60)}).`,
    )
  }
  const item = position.items.find((one) => String(one.values[name] ?? '').toLowerCase() === wanted)
  if (item !== undefined) return { kind: 'one', type: position.type, item }
  throw new ApiError(
    404,
    ERROR_CODES.notFound,
    `There is no ${position.type} with ${name} = ${wanted.slice(0, 80)}.`,
  )
}
