import { createHash } from 'node:crypto'
import { complexName, ERROR_CODES, metadataDocument, TABLES } from '@trackmark/dataverse'
import { ApiError, badRequest, checked } from '@trackmark/http'
import {
  type MetadataQuery,
  meets,
  metadataQuery,
  type PartQuery,
  requestedNames,
} from './changes-query.ts'
import { type Definition, label, lineage, partType, valuesOf } from './definition.ts'
import { entityDefinitions } from './entity.ts'

type Parameters = ReadonlyMap<string, string>

/**
 * Answers `RetrieveMetadataChanges`: definitions with the properties of their own types. They are those of the
 * catalogue and change only with a release: a client that sends this release's stamp is told that nothing changed,
 * one with another stamp that it has to read everything again. (Microsoft, "Query schema definitions", "Cache schema
 * data")
 * @throws ApiError 400
 */
export async function metadataChanges(
  _context: unknown,
  parameters: Parameters,
): Promise<Record<string, unknown>> {
  const query = queryOf(parameters.get('Query'))
  const seen = parameters
    .get('ClientVersionStamp')
    ?.trim()
    .replace(/^'(.*)'$/s, '$1')
  const isNew = seen === undefined || seen === '' || seen === 'null'
  if (!isNew && seen !== versionStamp()) throw expired()
  return {
    ServerVersionStamp: versionStamp(),
    EntityMetadata: isNew ? found(query) : [],
    DeletedMetadata: { Count: 0, IsReadOnly: false, Keys: [], Values: [] },
  }
}

function queryOf(literal: string | undefined): MetadataQuery {
  if (literal === undefined || literal.trim() === '' || literal.trim() === 'null') return {}
  try {
    return checked(metadataQuery, JSON.parse(literal))
  } catch (error) {
    if (error instanceof SyntaxError) throw badRequest("The Query isn't valid JSON.")
    throw error
  }
}

let made: string | undefined

function versionStamp(): string {
  if (made === undefined) {
    const hash = createHash('sha256')
    hash.update(JSON.stringify(TABLES)).update(metadataDocument({ annotations: true }))
    // Formatted as in Dataverse: a number and an instant.
    made = `${hash.digest().readUInt32BE(0)}!01/01/2000 00:00:00`
  }
  return made
}

const expired = () =>
  new ApiError(
    400,
    ERROR_CODES.expiredVersionStamp,
    // Worded as Dataverse words it.
    'Version stamp associated with the client has expired. Please perform a full sync.',
  )

function found(query: MetadataQuery): readonly Record<string, unknown>[] {
  const isEnglish = query.LabelQuery?.FilterLanguages?.includes(1033) ?? true
  const isAny = (query.LabelQuery?.FilterLanguages ?? []).length === 0
  const met = entityDefinitions().filter((one) => meets(one, 'EntityMetadata', query.Criteria))
  const shown = met.map((one) => presented(one, 'EntityMetadata', query, query))
  return isAny || isEnglish ? shown : (withoutLabels(shown) as Record<string, unknown>[])
}

/** Properties that are always answered, where the type has them. */
const ALWAYS = ['MetadataId', 'LogicalName', 'HasChanged']

/** @param type the declared type; the answer names the actual one */
function presented(
  definition: Definition,
  type: string,
  asked: PartQuery | null | undefined,
  query: MetadataQuery,
): Record<string, unknown> {
  const wanted = requestedNames(asked)
  const wants = (name: string) => wanted === null || wanted.has(name) || ALWAYS.includes(name)
  const result: Record<string, unknown> =
    definition.type === type
      ? {}
      : { '@odata.type': `#Microsoft.Dynamics.CRM.${complexName(definition.type)}` }
  for (const [name, value] of valuesOf(definition)) {
    result[name] = wants(name) ? value : Array.isArray(value) ? [] : null
  }
  for (const { name } of lineage(definition.type).flatMap((one) => one.contained)) {
    const declared = partType(definition.type, name)!
    const parts = wants(name) ? definition.parts[name]?.() : undefined
    if (declared.isCollection) {
      const inner = partQuery(query, name)
      const all = (parts ?? []) as readonly Definition[]
      result[name] = all
        .filter((one) => meets(one, declared.type, inner?.Criteria))
        .map((one) => presented(one, declared.type, inner, query))
    } else {
      const one = (parts ?? null) as Definition | null
      result[name] = one === null ? null : presented(one, declared.type, null, query)
    }
  }
  return result
}

function partQuery(query: MetadataQuery, part: string): PartQuery | null | undefined {
  if (part === 'Attributes') return query.AttributeQuery
  return part === 'Keys' ? query.KeyQuery : query.RelationshipQuery
}

/** Labels are in English only, so for other languages they are removed. */
function withoutLabels(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLabels)
  if (typeof value !== 'object' || value === null) return value
  if ('LocalizedLabels' in value) return label(null)
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutLabels(one)]))
}
