import type { Route } from './call.ts'

interface Node {
  readonly literals: Map<string, Node>
  parameter: { readonly name: string; readonly node: Node } | null
  readonly routes: Map<string, Route>
}

export interface Found {
  readonly route: Route
  readonly params: Readonly<Record<string, string>>
}

export interface Router {
  /** Null = no such path; a string = the path is known, the method is not. */
  readonly find: (method: string, segments: readonly string[]) => Found | 'method' | null
}

const newNode = (): Node => ({ literals: new Map(), parameter: null, routes: new Map() })

export function buildRouter(routes: readonly Route[]): Router {
  const root = newNode()
  for (const route of routes) {
    let node = root
    for (const segment of route.path.split('/').filter((part) => part !== '')) {
      node = step(node, segment)
    }
    node.routes.set(route.method, route)
  }
  return { find: (method, segments) => find(root, method, segments) }
}

function step(node: Node, segment: string): Node {
  if (segment.startsWith('{')) {
    node.parameter ??= { name: segment.slice(1, -1), node: newNode() }
    return node.parameter.node
  }
  const literal = segment.toLowerCase()
  const next = node.literals.get(literal) ?? newNode()
  node.literals.set(literal, next)
  return next
}

function find(root: Node, method: string, segments: readonly string[]) {
  let node = root
  const params: Record<string, string> = {}
  for (const segment of segments) {
    const literal = node.literals.get(segment.toLowerCase())
    if (literal) {
      node = literal
      continue
    }
    if (!node.parameter) return null
    params[node.parameter.name] = segment
    node = node.parameter.node
  }
  const route = node.routes.get(method)
  if (route) return { route, params }
  return node.routes.size > 0 ? 'method' : null
}

/**
 * Decoded segments of a path. `users('x')` becomes two of them; `delta()` and
 * `microsoft.graph.delta` become `delta`.
 */
export function splitPath(path: string): string[] {
  return path
    .split('/')
    .filter((part) => part !== '')
    .flatMap((part) => {
      const text = decode(part)
      const keyed = /^(\w+)\('(.*)'\)$/.exec(text)
      if (keyed?.[1] && keyed[2] !== undefined) return [keyed[1], keyed[2].replaceAll("''", "'")]
      return [text.replace(/^microsoft\.graph\.(?=\w)/i, '').replace(/\(\)$/, '')]
    })
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
