import { isMap, isNode, isScalar, isSeq, parseDocument, visit, type Document } from 'yaml'

type Values = Record<string, unknown>

/**
 * Reads YAML with its comments and its layout.
 * @throws {Error} for what is not YAML
 */
export function readYaml(yaml: string): Document {
  const document = parseDocument(yaml)
  const [error] = document.errors
  if (error) throw error
  return document
}

/**
 * Writes values as YAML that differs from the YAML before only where the values differ: comments,
 * quotation marks, order and layout of the rest stay. Values that say nothing (an empty text, list
 * or object) are not written; where the YAML before had one, it stays.
 * @param before YAML, or an empty text
 */
export function changeYaml(before: string, values: Values | unknown[]): string {
  const document = readYaml(before)
  keepPadding(document, before)
  document.contents = document.createNode(changed(document, document.contents, values))
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}

/** `yaml` writes `{ a: 1 }` and `[1]` either all with spaces inside or all without. */
function keepPadding(document: Document, before: string): void {
  visit(document, {
    Collection(_key, node) {
      if (node.flow !== true || !node.range) return
      const flowCollectionPadding = before.charAt(node.range[0] + 1) === ' ' ? ' ' : ''
      const write = node.toString.bind(node)
      node.toString = (context, ...rest) =>
        write(context && { ...context, flowCollectionPadding }, ...rest)
    },
  })
}

function changed(document: Document, node: unknown, value: unknown): unknown {
  if (same(document, node, value)) return node
  if (isMap(node) && isValues(value)) {
    // What was `{}` would otherwise go on in one line.
    if (node.items.length === 0) node.flow = false
    for (const [key, next] of Object.entries(value)) {
      const now = node.get(key, true)
      if (same(document, now, next)) continue
      if (said(next) === undefined) node.delete(key)
      else node.set(key, changed(document, now, next))
    }
    const gone = node.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''))
    for (const key of gone) {
      if (!(key in value) && !same(document, node.get(key, true), undefined)) node.delete(key)
    }
    return node
  }
  if (isSeq(node) && Array.isArray(value)) {
    if (node.items.length === 0) node.flow = false
    const kept = node.items.filter((item) => value.some((next) => same(document, item, next)))
    node.items = value.map((next, index) => {
      const now = node.items[index]
      return (
        kept.find((item) => same(document, item, next)) ??
        changed(document, kept.includes(now) ? undefined : now, next)
      )
    })
    return node
  }
  if (isScalar(node) && typeof value !== 'object') {
    node.value = value
    return node
  }
  return document.createNode(said(value))
}

function same(document: Document, node: unknown, value: unknown): boolean {
  const now: unknown = isNode(node) ? node.toJS(document) : node
  return inOneOrder(now) === inOneOrder(value)
}

function inOneOrder(value: unknown): string | undefined {
  return JSON.stringify(said(value), (_key, part: unknown) =>
    isValues(part) ? Object.fromEntries(Object.entries(part).toSorted(byKey)) : part,
  )
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1
}

/** A value without what says nothing. */
function said(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(said).filter((item) => item !== undefined)
    return items.length === 0 ? undefined : items
  }
  if (isValues(value)) {
    const parts = Object.entries(value)
      .map(([key, part]) => [key, said(part)] as const)
      .filter(([, part]) => part !== undefined)
    return parts.length === 0 ? undefined : Object.fromEntries(parts)
  }
  return value === '' || value === null ? undefined : value
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
