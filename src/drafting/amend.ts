import { isDeepStrictEqual } from 'node:util'
import {
  isCollection,
  isMap,
  isNode,
  isPair,
  isSeq,
  parseDocument,
  type Document,
  type Node,
} from 'yaml'
import { Refusal } from './refusal.ts'
import { yamlOf, yamlOnOneLine, type Fields, type Value } from './yaml.ts'

/*
 * Adds to YAML that a person wrote. The yaml package says where things stand, and what the result
 * must mean; the lines themselves are put in here, because its writer would set every other line
 * anew. Comments, order, spaces and line ends stay byte for byte.
 */

/** @returns YAML with one more field, at its end or after another field */
export function withField(yaml: string, name: string, value: Value, after?: string): string {
  const document = parseDocument(yaml)
  const node = after === undefined ? undefined : document.get(after, true)
  const at = isNode(node) ? startOfNextLine(yaml, endOf(node)) : yaml.length
  return checked(insert(yaml, at, yamlOf({ [name]: value })), document, () => {
    document.set(name, document.createNode(value))
  })
}

/** @returns YAML with one more item at the end of a list, which is made where there is none */
export function withItem(yaml: string, name: string, item: string | Fields): string {
  const document = parseDocument(yaml)
  const list: unknown = document.get(name, true)
  if (!isSeq(list)) return withField(yaml, name, [item])
  return checked(insertItem(yaml, list, item), document, () => {
    document.addIn([name], document.createNode(item))
  })
}

/** @returns YAML with another value in a field that holds a single one */
export function withValue(yaml: string, name: string, value: string): string {
  const document = parseDocument(yaml)
  const [start, end] = rangeOf(document.get(name, true))
  return checked(yaml.slice(0, start) + yamlOnOneLine(value) + yaml.slice(end), document, () => {
    document.set(name, value)
  })
}

/** @returns a register with one more entry at its end */
export function withEntry(register: string, id: string, entry: Fields): string {
  const document = parseDocument(register)
  const written = yamlOf({ [id]: entry })
  const { contents } = document
  const isEmpty = isMap(contents) && contents.items.length === 0
  const [start, end] = rangeOf(contents)
  const text = isEmpty
    ? register.slice(0, start) + written.trimEnd() + register.slice(end)
    : insert(register, register.length, written)
  return checked(text, document, () => {
    document.set(id, document.createNode(entry))
  })
}

/** @param file the text of an MDX file. @param change what to make of the YAML at its top */
export function inFrontMatter(file: string, change: (yaml: string) => string): string {
  const { open, yaml, body } = partsOf(file)
  return open + change(yaml) + body
}

/** @param file the text of an MDX file. @param change what to make of the text under its YAML */
export function inBody(file: string, change: (body: string) => string): string {
  const { open, yaml, body } = partsOf(file)
  return open + yaml + change(body)
}

/** The body begins with the line that closes the front matter. */
export function partsOf(file: string): { open: string; yaml: string; body: string } {
  const [, open = '', yaml = ''] =
    /^(---[ \t]*\r?\n)([^]*?\n)(?=---[ \t]*(?:\r?\n|$))/.exec(file) ?? []
  return { open, yaml, body: file.slice(open.length + yaml.length) }
}

function insertItem(yaml: string, list: Node, item: string | Fields): string {
  const [start] = rangeOf(list)
  const last: unknown = isSeq(list) ? list.items.at(-1) : undefined
  if (isSeq(list) && list.flow) {
    const at = isNode(last) ? rangeOf(last)[1] : start + 1
    return insert(yaml, at, (isNode(last) ? ', ' : '') + yamlOnOneLine(item), false)
  }
  const indent = ' '.repeat(start - yaml.lastIndexOf('\n', start - 1) - 1)
  const written = typeof item === 'string' ? yamlOnOneLine(item) : yamlOf(item).trimEnd()
  const lines = written
    .split('\n')
    .map((line, index) => `${indent}${index === 0 ? '-' : ' '} ${line}\n`)
  return insert(yaml, startOfNextLine(yaml, endOf(list)), lines.join(''))
}

/** Puts whole lines into a text, or a part of a line, with the line ends that it has. */
function insert(text: string, at: number, part: string, whole = true): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  const before = text.slice(0, at)
  const gap = whole && before !== '' && !before.endsWith('\n') ? lineEnd : ''
  return before + gap + part.replaceAll('\n', lineEnd) + text.slice(at)
}

function startOfNextLine(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset
  const end = text.indexOf('\n', offset)
  return end === -1 ? text.length : end + 1
}

/** Where the last value inside a node ends; a list's own end takes in the comments below it. */
function endOf(node: Node): number {
  const last: unknown = isCollection(node) && !node.flow ? node.items.at(-1) : undefined
  const inner: unknown = isPair(last) ? (last.value ?? last.key) : last
  if (isNode(inner)) return endOf(inner)
  return rangeOf(node)[1]
}

function rangeOf(node: unknown): [start: number, end: number] {
  const [start, end] = (isNode(node) ? node.range : undefined) ?? [0, 0]
  return [start, end]
}

/**
 * @param text what was made by hand
 * @param document what it was made of; `change` makes the same of it by the yaml package
 * @throws {Refusal} when the two do not mean the same: nothing may be written then
 */
function checked(text: string, document: Document, change: () => void): string {
  change()
  const read = parseDocument(text)
  if (read.errors.length === 0 && isDeepStrictEqual(read.toJS(), document.toJS())) return text
  throw new Refusal(
    'This file is written in a way that cannot be added to by program.',
    'Add it by hand, or write each field of the file on a line of its own.',
    1,
  )
}
