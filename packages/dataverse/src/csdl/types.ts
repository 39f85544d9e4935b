/** A property or parameter: its type as CSDL writes it, `Edm.Guid` or `mscrm.Label`. */
export interface TypedName {
  readonly name: string
  readonly type: string
  /** CSDL's own default is true. */
  readonly nullable?: boolean
}

/** An entity type or complex type that isn't a table of the catalogue. */
export interface StructuredType {
  readonly kind: 'EntityType' | 'ComplexType'
  readonly name: string
  /** Without namespace. */
  readonly base: string | null
  readonly isAbstract: boolean
  readonly key: string | null
  readonly properties: readonly TypedName[]
  /** Parts of the entity itself, which have no entity set. */
  readonly contained: readonly TypedName[]
}

export interface EnumType {
  readonly name: string
  readonly members: Readonly<Record<string, number>>
}

export interface FunctionType {
  readonly name: string
  /** Parameters that may be null may also be left out. */
  readonly parameters: readonly TypedName[]
  /** Type of the answer. */
  readonly returns: string
}

export interface ActionType {
  readonly name: string
  readonly isBound: boolean
  /** The first parameter of a bound operation is what it is bound to. */
  readonly parameters: readonly TypedName[]
  /** Null = nothing. */
  readonly returns: string | null
}

export const NAMESPACE = 'Microsoft.Dynamics.CRM'
export const ALIAS = 'mscrm'
