import { z } from 'zod'

/** `QueryExpression` of Dataverse's reference, as far as it selects rows. */
const value = z.union([
  z.object({ Value: z.union([z.string(), z.number(), z.boolean()]) }).transform((one) => one.Value),
  z.string(),
  z.number(),
  z.boolean(),
])
const name = z.string().max(200)
const condition = z.object({
  EntityName: name.nullish(),
  AttributeName: name,
  Operator: z.string().max(60),
  Values: z.array(value).max(2_000).nullish(),
})
type Condition = z.infer<typeof condition>

interface Filter {
  readonly FilterOperator: 'And' | 'Or'
  readonly Conditions: readonly Condition[]
  readonly Filters: readonly Filter[]
}
const filterAt = (depth: number): z.ZodType<Filter> =>
  z
    .object({
      FilterOperator: z.enum(['And', 'Or']).default('And'),
      Conditions: z.array(condition).nullish(),
      Filters: z.array(depth === 0 ? z.never() : filterAt(depth - 1)).nullish(),
    })
    .transform((one) => ({
      FilterOperator: one.FilterOperator,
      Conditions: one.Conditions ?? [],
      Filters: one.Filters ?? [],
    }))

interface Link {
  readonly LinkToEntityName: string
  readonly LinkFromAttributeName: string
  readonly LinkToAttributeName: string
  readonly JoinOperator: 'Inner' | 'LeftOuter'
  readonly EntityAlias?: string | null | undefined
  readonly LinkCriteria?: Filter | null | undefined
  readonly LinkEntities?: readonly Link[] | null | undefined
}
const linkAt = (depth: number): z.ZodType<Link> =>
  z.object({
    LinkToEntityName: name,
    LinkFromAttributeName: name,
    LinkToAttributeName: name,
    JoinOperator: z.enum(['Inner', 'LeftOuter']).default('Inner'),
    EntityAlias: name.nullish(),
    LinkCriteria: filterAt(5).nullish(),
    LinkEntities: z.array(depth === 0 ? z.never() : linkAt(depth - 1)).nullish(),
  })

/** `TopCount`, paging and orders have no meaning for a query whose rows are all deleted. */
export const queryExpression = z.object({
  EntityName: name,
  Criteria: filterAt(10).nullish(),
  LinkEntities: z.array(linkAt(5)).max(15).nullish(),
  TopCount: z.null({ error: 'a bulk deletion takes all rows of its query' }).optional(),
  DataSource: z
    .union([z.null(), z.literal('')], { error: 'there are no retained rows here' })
    .optional(),
})
export type QueryExpression = z.infer<typeof queryExpression>

/** Operators whose FetchXML names aren't the same words joined by hyphens. */
const OPERATORS: Readonly<Record<string, string>> = {
  Equal: 'eq',
  NotEqual: 'ne',
  GreaterThan: 'gt',
  GreaterEqual: 'ge',
  LessThan: 'lt',
  LessEqual: 'le',
  DoesNotBeginWith: 'not-begin-with',
  DoesNotEndWith: 'not-end-with',
  Last7Days: 'last-seven-days',
  Next7Days: 'next-seven-days',
  EqualUserId: 'eq-userid',
  NotEqualUserId: 'ne-userid',
  EqualBusinessId: 'eq-businessid',
  NotEqualBusinessId: 'ne-businessid',
  EqualUserTeams: 'eq-userteams',
  EqualUserOrUserTeams: 'eq-useroruserteams',
  EqualUserOrUserHierarchy: 'eq-useroruserhierarchy',
  EqualUserOrUserHierarchyAndTeams: 'eq-useroruserhierarchyandteams',
}

const operatorOf = (operator: string): string =>
  OPERATORS[operator] ??
  operator
    .replaceAll(/(?<!^)([A-Z])/g, '-$1')
    .toLowerCase()
    .replace(/^older-than-/, 'olderthan-')

/** Translates the query to FetchXML, which is checked against tables and columns when it is read. */
export function toFetchXml(query: QueryExpression): string {
  const inner = `${filterXml(query.Criteria)}${(query.LinkEntities ?? []).map(linkXml).join('')}`
  return `<fetch><entity name="${escaped(query.EntityName)}">${inner}</entity></fetch>`
}

function filterXml(filter: Filter | null | undefined): string {
  if (filter == null) return ''
  const inner = [...filter.Conditions.map(conditionXml), ...filter.Filters.map(filterXml)].join('')
  if (inner === '') return ''
  return `<filter type="${filter.FilterOperator.toLowerCase()}">${inner}</filter>`
}

function conditionXml({ EntityName, AttributeName, Operator, Values }: Condition): string {
  const entity = EntityName ? ` entityname="${escaped(EntityName)}"` : ''
  const contains = { Contains: 'like', DoesNotContain: 'not-like' }[Operator]
  const operator = contains ?? operatorOf(Operator)
  const values = (Values ?? []).map((one) => {
    const text = String(one)
    // In searched texts these characters stand for themselves.
    const literal = contains === undefined ? text : `%${text.replaceAll(/[%_[]/g, '[$&]')}%`
    return `<value>${escaped(literal)}</value>`
  })
  return `<condition${entity} attribute="${escaped(AttributeName)}" operator="${escaped(operator)}">${values.join('')}</condition>`
}

function linkXml(link: Link): string {
  const type = link.JoinOperator === 'Inner' ? 'inner' : 'outer'
  const alias = link.EntityAlias ? ` alias="${escaped(link.EntityAlias)}"` : ''
  const inner = `${filterXml(link.LinkCriteria)}${(link.LinkEntities ?? []).map(linkXml).join('')}`
  return `<link-entity name="${escaped(link.LinkToEntityName)}" from="${escaped(link.LinkToAttributeName)}" to="${escaped(link.LinkFromAttributeName)}" link-type="${type}"${alias}>${inner}</link-entity>`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}
const escaped = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character]!)
