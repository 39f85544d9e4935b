import { z } from 'zod'
import { badRequest, SandboxError } from '../errors.ts'
import {
  createCategory,
  deleteCategory,
  getCategory,
  recolorCategory,
} from '../model/categories.ts'
import type { Category } from '../model/types.ts'
import { readQuery } from '../odata/query.ts'
import {
  type Answer,
  type Call,
  created,
  noContent,
  ok,
  param,
  parseBody,
  type Route,
} from './call.ts'
import { answerList, context } from './page.ts'
import { projector, type Shape } from './project.ts'

const shape: Shape<Category> = {
  type: 'outlookCategory',
  properties: {
    id: (category) => category.id,
    displayName: (category) => category.displayName,
    color: (category) => category.color,
  },
  byDefault: null,
  annotations: () => ({}),
  expands: {},
}

const where = (call: Call): string => `users('${call.user.id}')/outlook/masterCategories`

/** The whole list: `$filter` is passed over in silence; search and expand are refused. */
function list(call: Call): Answer {
  if (call.query.search !== null || call.query.expand.length > 0) {
    throw badRequest('$search and $expand are not supported on masterCategories.')
  }
  return answerList(call, {
    shape,
    rows: call.mailbox.categories.values(),
    context: where(call),
    pageDefault: 1000,
    filtered: true,
  })
}

const entity = (call: Call, category: Category) => ({
  '@odata.context': context(call, `${where(call)}/$entity`),
  ...projector(shape, readQuery(new URLSearchParams()))(category),
})

function checkWritable(call: Call): void {
  if (call.user.mailboxState !== 'readOnlySettings') return
  throw new SandboxError(
    403,
    'ErrorAccessDenied',
    'Access is denied. Check credentials and try again.',
  )
}

const newCategory = z.strictObject({
  displayName: z.string(),
  color: z.string().nullish(),
})

function add(call: Call): Answer {
  checkWritable(call)
  const input = parseBody(newCategory, call)
  const category = createCategory(call.world, call.mailbox, {
    displayName: input.displayName,
    color: input.color ?? 'none',
  })
  return created(entity(call, category))
}

const change = z.looseObject({ color: z.string().optional() })

function recolor(call: Call): Answer {
  checkWritable(call)
  const input = parseBody(change, call)
  if ('displayName' in input) {
    throw new SandboxError(
      400,
      'ErrorInvalidArgument',
      'The display name of a category cannot be changed.',
    )
  }
  if (input.color === undefined) throw badRequest("Only 'color' can be changed.")
  return ok(
    entity(call, recolorCategory(call.world, call.mailbox, param(call, 'category'), input.color)),
  )
}

function drop(call: Call): Answer {
  checkWritable(call)
  deleteCategory(call.world, call.mailbox, param(call, 'category'))
  return noContent
}

const one = (call: Call): Answer =>
  ok(entity(call, getCategory(call.mailbox, param(call, 'category'))))

const ROOT = '/users/{user}/outlook/masterCategories'

export const categoryRoutes: readonly Route[] = [
  { method: 'GET', path: ROOT, area: 'settings', handler: list },
  { method: 'POST', path: ROOT, area: 'settings', handler: add },
  { method: 'GET', path: `${ROOT}/{category}`, area: 'settings', handler: one },
  { method: 'PATCH', path: `${ROOT}/{category}`, area: 'settings', handler: recolor },
  { method: 'DELETE', path: `${ROOT}/{category}`, area: 'settings', handler: drop },
]
