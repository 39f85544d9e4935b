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
type Place =
  | { readonly kind: 'list'; readonly type: string; readonly items: readonly Definition[] }
  | { readonly kind: 'one'; readonly type: string; readonly item: Definition | null }
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'count'; readonly items: readonly Definition[]; readonly type: string }

/**
 * Answers `EntityDefinitions` and similar sets. They are read-only, since the tables are those of the
 * catalogue.
 */
export const answerDefinitions: Handler<Definitions> = async ({ request, reading }, resource) => {
  const set = SETS[resource.set]
  if (set === undefined) return null
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    throw methodNotAllowed(`${resource.set} can only be read here.`, 'GET')
  }
  const place = resource.segments.reduce<Place | null>(
    (at, segment) => (at === null ? start(set, segment) : step(at, segment)),
    null,
  )
  if (place === null) return null
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
  switch (place.kind) {
    case 'count':
      return plainText(String(listDefinitions(place.items, place.type, options).items.length))
    case 'value':
      return answer({ '@odata.context': context, value: place.value }, reading.preferences)
    case 'one': {
      if (place.item === null) return new Response(null, { status: 204 })
      const body = shown(place.item, place.type, `${reading.root}/${path}`)
      return answer({ '@odata.context': `${context}/$entity`, ...body }, reading.preferences)
    }
    case 'list': {
      const { items, count } = listDefinitions(place.items, place.type, options)
      const value = items.map((one) =>
        shown(one, place.type, `${reading.root}/${path}(${String(one.values.MetadataId)})`),
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

function start(set: DefinitionSet, segment: string): Place {
  return keyed({ kind: 'list', type: set.type, items: set.all() }, segment)
}

function step(place: Place, segment: string): Place {
  if (place.kind === 'value' || place.kind === 'count') throw unknownResource(segment)
  const name = segment.replace(/\(.*$/s, '')
  const cast = /^Microsoft\.Dynamics\.CRM\.(\w+)$/.exec(name)?.[1]
  if (cast !== undefined) return keyed(castTo(place, cast, segment), segment)
  if (place.kind === 'list') {
    if (segment === '$count') return { ...place, kind: 'count' }
    throw unknownResource(segment)
  }
  return keyed(part(place, name), segment)
}

function castTo(place: Place, type: string, segment: string): Place {
  if (place.kind === 'list' && derives(type, place.type)) {
    return { kind: 'list', type, items: place.items.filter((one) => derives(one.type, type)) }
  }
  if (place.kind === 'one' && place.item !== null && derives(place.item.type, type)) {
    return { ...place, type }
  }
  throw unknownResource(segment)
}

function part(place: Extract<Place, { kind: 'one' }>, name: string): Place {
  const { item, type } = place
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
function keyed(place: Place, segment: string): Place {
  const inside = /^[^(]*\((.*)\)$/s.exec(segment)?.[1]
  if (inside === undefined) return place
  if (place.kind !== 'list') throw unknownResource(segment)
  const [, name = 'MetadataId', value = ''] = /^(?:(\w+)=)?(.*)$/s.exec(inside.trim()) ?? []
  const text = /^'(.*)'$/s.exec(value)?.[1]?.replaceAll("''", "'")
  const isId = name === 'MetadataId'
  const wanted = (isId ? value : (text ?? '')).toLowerCase()
  if (!KEYS.includes(name) || (isId ? !GUID.test(wanted) : text === undefined)) {
    throw badRequest(
      `A definition is named by its id or its name, as in (LogicalName='email'), not (${inside.slice(0, 60)}).`,
    )
  }
  const item = place.items.find((one) => String(one.values[name] ?? '').toLowerCase() === wanted)
  if (item !== undefined) return { kind: 'one', type: place.type, item }
  throw new ApiError(
    404,
    ERROR_CODES.notFound,
    `There is no ${place.type} with ${name} = ${wanted.slice(0, 80)}.`,
  )
}
