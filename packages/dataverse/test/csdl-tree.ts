import { createRequire } from 'node:module'

/** One XML element, its attributes and its elements. */
export interface Node {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Node[]
}

interface Parser {
  onopentag: (tag: { name: string; attributes: Record<string, string> }) => void
  onclosetag: () => void
  onerror: (error: Error) => void
  write(text: string): Parser
  close(): void
}

/** @throws what the XML parser (sax, strict) says is not well-formed */
export function parseXml(xml: string): Node {
  const require = createRequire(import.meta.url)
  const sax = require('sax') as { parser(strict: boolean): Parser }
  const parser = sax.parser(true)
  const root: Node = { name: '', attributes: {}, children: [] }
  const open: Node[] = [root]
  parser.onopentag = ({ name, attributes }) => {
    const node: Node = { name, attributes: { ...attributes }, children: [] }
    open.at(-1)?.children.push(node)
    open.push(node)
  }
  parser.onclosetag = () => {
    open.pop()
  }
  parser.onerror = (error) => {
    throw error
  }
  parser.write(xml).close()
  const [document] = root.children
  if (document === undefined) throw new Error('The document has no element.')
  return document
}

export const childrenOf = (node: Node, name: string): readonly Node[] =>
  node.children.filter((child) => child.name === name)
