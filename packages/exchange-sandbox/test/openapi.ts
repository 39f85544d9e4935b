import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Lab, Reply } from './harness.ts'

const FILE = fileURLToPath(
  new URL('../../../../shared/data/msgraph/msgraph-subset.openapi.json', import.meta.url),
)

/** Microsoft's own description of the wire, where this checkout has it beside it. */
export const hasDescription = existsSync(FILE)

interface Operation {
  readonly requestBody?: unknown
  readonly responses: Readonly<Record<string, { readonly content?: unknown }>>
}

export interface Checker {
  /** A `call` that fails the test when request or answer break the description. */
  readonly watch: (call: Lab['call']) => Lab['call']
  /** Operations that succeeded, as `get /users`. */
  readonly seen: ReadonlySet<string>
  readonly all: readonly string[]
}

export function createChecker(): Checker {
  const description = JSON.parse(readFileSync(FILE, 'utf8')) as {
    paths: Record<string, Record<string, Operation>>
  }
  const ajv = new Ajv2020({ strict: false, allErrors: false })
  addFormats.default(ajv)
  ajv.addSchema({ $id: 'msgraph', ...description })
  const seen = new Set<string>()
  const templates = Object.keys(description.paths)

  const validate = (pointer: readonly string[], body: unknown, what: string): void => {
    const parts = pointer.map((part) =>
      encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')),
    )
    const ref = `msgraph#/${parts.join('/')}`
    const check = ajv.getSchema(ref) ?? ajv.compile({ $ref: ref })
    if (!check(body)) {
      throw new Error(`${what}: ${ajv.errorsText(check.errors)}\n${JSON.stringify(body)}`)
    }
  }

  const examine = (method: string, path: string, body: unknown, reply: Reply): void => {
    const template = templateOf(templates, path)
    const verb = method.toLowerCase()
    const operation = template && description.paths[template]?.[verb]
    if (!template || !operation) return
    if (reply.status < 300) seen.add(`${verb} ${template}`)
    const base = ['paths', template, verb]
    const content = ['content', 'application/json', 'schema']
    const what = `${method} ${path} -> ${reply.status}`
    if (reply.status < 300 && operation.requestBody && body !== undefined) {
      validate([...base, 'requestBody', ...content], body, `request of ${what}`)
    }
    const status = operation.responses[reply.status] ? String(reply.status) : 'default'
    if (reply.status < 400 && status === 'default') throw new Error(`${what}: undescribed status`)
    if (operation.responses[status]?.content && reply.text !== '' && isJson(reply)) {
      validate([...base, 'responses', status, ...content], reply.json, what)
    }
  }

  return {
    seen,
    all: templates.flatMap((path) =>
      Object.keys(description.paths[path] ?? {})
        .filter((verb) => ['get', 'post', 'patch', 'delete'].includes(verb))
        .map((verb) => `${verb} ${path}`),
    ),
    watch: (call) => async (method, path, body, headers) => {
      const reply = await call(method, path, body, headers)
      examine(method, path, body, reply)
      return reply
    },
  }
}

const isJson = (reply: Reply): boolean =>
  reply.headers.get('content-type')?.includes('json') ?? false

/** `/users/x/messages/delta` to `/users/{user-id}/messages/delta()`; literal segments win. */
function templateOf(templates: readonly string[], path: string): string | null {
  const below = path.replace(/^https?:\/\/[^/]+\/v1\.0/, '').split('?')[0] ?? ''
  const segments = below.split('/').map((part) => decodeURIComponent(part).replace(/\(\)$/, ''))
  let best: { template: string; literals: number } | null = null
  for (const template of templates) {
    const parts = template.split('/').map((part) => part.replace(/\(\)$/, ''))
    if (parts.length !== segments.length) continue
    const fits = parts.every(
      (part, index) =>
        part.startsWith('{') || part.toLowerCase() === segments[index]?.toLowerCase(),
    )
    const literals = parts.filter((part) => !part.startsWith('{')).length
    if (fits && literals > (best?.literals ?? -1)) best = { template, literals }
  }
  return best?.template ?? null
}
