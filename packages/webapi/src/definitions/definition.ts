import { DEFINITION_TYPES, type StructuredType, type TypedName } from '@trackmark/dataverse'
import { stableId } from '@trackmark/http'

/** The definition of a table, column, option set or relationship, with the properties that are answered. */
export interface Definition {
  /** Its concrete type, without namespace: `PicklistAttributeMetadata`. */
  readonly type: string
  readonly values: Readonly<Record<string, unknown>>
  /** Definitions that belong to it; each is made when it is asked for. */
  readonly parts: Readonly<Record<string, () => readonly Definition[] | Definition | null>>
}

/** A managed property as Dataverse has it. Nothing can be customized here, so none can change. */
export const managed = (value: boolean, name: string): Record<string, unknown> => ({
  Value: value,
  CanBeChanged: false,
  ManagedPropertyLogicalName: name,
})

/** Properties that Dataverse answers for everything it has had from the start. */
export const ALWAYS_THERE = {
  IntroducedVersion: '5.0.0.0',
  CreatedOn: '1900-01-01T00:00:00Z',
  ModifiedOn: '1900-01-01T00:00:00Z',
} as const

/** The same in every installation and release, so that clients may keep it. */
export const metadataId = (...words: readonly string[]): string => stableId('metadata', ...words)

const ENGLISH = 1033

/** A text in Dataverse's form for several languages; there is only English. */
export function label(text: string | null): Record<string, unknown> {
  if (text === null) return { LocalizedLabels: [], UserLocalizedLabel: null }
  const localized = {
    Label: text,
    LanguageCode: ENGLISH,
    IsManaged: true,
    MetadataId: metadataId('label', text),
    HasChanged: null,
  }
  return { LocalizedLabels: [localized], UserLocalizedLabel: localized }
}

const types = new Map(DEFINITION_TYPES.map((type) => [type.name, type]))

/** A type and the types it derives from, in that order. */
export function lineage(name: string): readonly StructuredType[] {
  const found: StructuredType[] = []
  for (let type = types.get(name); type !== undefined; type = types.get(type.base ?? '')) {
    found.push(type)
  }
  return found
}

/** Every property of the type; those that the definition doesn't set are null or empty lists. */
export const valuesOf = ({ type, values }: Definition): readonly (readonly [string, unknown])[] =>
  propertiesOf(type).map((property) => {
    const nothing = property.type.startsWith('Collection(') ? [] : null
    return [property.name, values[property.name] ?? nothing]
  })

export const derives = (name: string, base: string): boolean =>
  lineage(name).some((type) => type.name === base)

export const propertiesOf = (name: string): readonly TypedName[] =>
  lineage(name).flatMap((type) => type.properties)

/** The type of a part, without `Collection()` and namespace; undefined when there is no such part. */
export function partType(
  name: string,
  part: string,
): { readonly type: string; readonly isCollection: boolean } | undefined {
  const found = lineage(name)
    .flatMap((type) => type.contained)
    .find((one) => one.name === part)
  if (found === undefined) return undefined
  const type = found.type.replace(/^Collection\((.*)\)$/, '$1').replace('mscrm.', '')
  return { type, isCollection: found.type.startsWith('Collection(') }
}
