import { DEFINITION_TYPES, type StructuredType, type TypedName } from '@trackmark/dataverse'
import { stableId } from '@trackmark/http'

/** One definition of a table, column, option set or relationship, as far as it is answered. */
export interface Definition {
  /** Its concrete type, without namespace: `PicklistAttributeMetadata`. */
  readonly type: string
  readonly values: Readonly<Record<string, unknown>>
  /** Definitions that belong to it, made when they are asked for. */
  readonly parts: Readonly<Record<string, () => readonly Definition[] | Definition | null>>
}

/** A setting of a definition as Dataverse has it; nothing is customized here, so none can change. */
export const managed = (value: boolean, name: string): Record<string, unknown> => ({
  Value: value,
  CanBeChanged: false,
  ManagedPropertyLogicalName: name,
})

/** What Dataverse answers of everything that it has always had. */
export const ALWAYS_THERE = {
  IntroducedVersion: '5.0.0.0',
  CreatedOn: '1900-01-01T00:00:00Z',
  ModifiedOn: '1900-01-01T00:00:00Z',
} as const

/** The same in every installation and at every time, so that clients may keep them. */
export const metadataId = (...words: readonly string[]): string => stableId('metadata', ...words)

const ENGLISH = 1033

/** Texts as Dataverse has them, in the one language there is. */
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

/** A type and those it derives from, itself first. */
export function lineage(name: string): readonly StructuredType[] {
  const found: StructuredType[] = []
  for (let type = types.get(name); type !== undefined; type = types.get(type.base ?? '')) {
    found.push(type)
  }
  return found
}

/** Every property of the type; those a definition says nothing of are null, or empty lists. */
export const valuesOf = ({ type, values }: Definition): readonly (readonly [string, unknown])[] =>
  propertiesOf(type).map((property) => {
    const nothing = property.type.startsWith('Collection(') ? [] : null
    return [property.name, values[property.name] ?? nothing]
  })

export const derives = (name: string, base: string): boolean =>
  lineage(name).some((type) => type.name === base)

export const propertiesOf = (name: string): readonly TypedName[] =>
  lineage(name).flatMap((type) => type.properties)

/** Type of what a part holds, without `Collection()` and namespace; undefined = no such part. */
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
