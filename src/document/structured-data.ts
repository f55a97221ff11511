import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml'
import * as z from 'zod'
import { suggest, type Place, type Problems } from './problems.ts'

type Path = readonly PropertyKey[]

/** Data that was written as YAML: the values as the schema has them, and where each one stands. */
export interface StructuredData<T> {
  value: T
  /** The place of a value; of its nearest parent where it was not written. */
  place: (...path: PropertyKey[]) => Place
}

/**
 * Reads YAML and holds it against a schema.
 * YAML's core schema makes no dates, so a moment stays as it was typed and one without an offset
 * is seen (js-yaml, Astro's default, would silently read it as UTC).
 * @param offsetLines lines of the file that stand before the YAML.
 * @returns undefined when there were errors; they are in `problems`.
 */
export function readStructuredData<T>(
  schema: z.ZodType<T>,
  yaml: string,
  file: string,
  problems: Problems,
  offsetLines = 0,
): StructuredData<T> | undefined {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines })
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { file, line: line + offsetLines, column: col }
  }
  if (document.errors.length > 0) {
    for (const error of document.errors) {
      const what = error.message.split(' at line ')[0] ?? error.message
      problems.error(placeAt(error.pos[0]), `This is not valid YAML: ${what}.`, yamlMend)
    }
    return undefined
  }
  const place = (...path: PropertyKey[]) => placeAt(offsetOf(document, path))
  const result = schema.safeParse(document.toJS() ?? {})
  if (result.success) return { value: result.data, place }
  for (const issue of result.error.issues.flatMap(flattenUnion)) {
    reportIssue(issue, schema, document.toJS(), document, placeAt, problems)
  }
  return undefined
}

const yamlMend =
  'Write `name: value`, one a line. A value with a colon, or that begins with * or #, needs quotes round it.'

/** The character at which the value of a path begins, or that of the nearest parent written. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true)
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      const [start] = node.range as unknown[]
      if (typeof start === 'number') return start
    }
  }
  return 0
}

/** The character at which a key is written. */
function offsetOfKey(document: Document, path: Path, key: string): number {
  const parent: unknown = path.length === 0 ? document.contents : document.getIn(path, true)
  if (isMap(parent)) {
    for (const { key: written } of parent.items) {
      if (isScalar(written) && written.value === key) return written.range?.[0] ?? 0
    }
  }
  return offsetOf(document, path)
}

/** A union reports every branch; the one that came furthest is what the writer meant. */
function flattenUnion(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const branch = issue.errors.toSorted((a, b) => a.length - b.length)[0] ?? []
  return branch.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }))
}

function reportIssue(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  value: unknown,
  document: Document,
  placeAt: (offset: number) => Place,
  problems: Problems,
): void {
  const name = issue.path.map(String).join('.')
  const about = describePath(schema, issue.path)
  const here = placeAt(offsetOf(document, issue.path))
  switch (issue.code) {
    case 'unrecognized_keys':
      for (const key of issue.keys) {
        problems.error(
          placeAt(offsetOfKey(document, issue.path, key)),
          `Unrecognized key \`${key}\`.`,
          suggest(key, keysAt(schema, issue.path)),
        )
      }
      return
    case 'invalid_type':
      if (valueAt(value, issue.path) === undefined) {
        problems.error(here, `\`${name}\` is missing.`, about ?? `Add \`${name}:\`.`)
        return
      }
      problems.error(here, `\`${name}\` is not a ${plainType(issue.expected)}.`, about ?? yamlMend)
      return
    case 'invalid_value':
      problems.error(
        here,
        `\`${name}\` is not one of its possible values.`,
        suggest(String(valueAt(value, issue.path)), issue.values.map(String)),
      )
      return
    case 'too_big':
      problems.error(here, `\`${name}\` is too long.`, about ?? `At most ${issue.maximum}.`)
      return
    case 'too_small':
      problems.error(here, `\`${name}\` is empty.`, about ?? 'Write it, or leave the line out.')
      return
    case 'custom':
      // Our own rules are whole sentences already.
      problems.error(
        here,
        issue.message === 'Invalid input' ? `\`${name}\` is not right.` : issue.message,
        about ?? 'See CONTRIBUTING.md, “Fields”.',
      )
      return
    default:
      problems.error(
        here,
        `\`${name}\` is not right: ${JSON.stringify(valueAt(value, issue.path))}.`,
        about ?? issue.message,
      )
  }
}

function plainType(expected: string): string {
  return (
    { string: 'text', array: 'list', object: 'set of fields', record: 'set of fields' }[expected] ??
    expected
  )
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (parent, key) =>
      typeof parent === 'object' && parent !== null ? Reflect.get(parent, key) : undefined,
    value,
  )
}

/** The schema of a field, through defaults, options, lists and records. */
function schemaAt(schema: z.core.$ZodType, path: Path): z.core.$ZodType | undefined {
  const [key, ...rest] = path
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return key === undefined ? schema : schemaAt(schema.unwrap(), path)
  }
  if (key === undefined) return schema
  if (schema instanceof z.ZodObject) {
    const field: unknown = schema.shape[String(key)]
    return field instanceof z.ZodType ? schemaAt(field, rest) : undefined
  }
  if (schema instanceof z.ZodArray) return schemaAt(schema.element, rest)
  if (schema instanceof z.ZodRecord) return schemaAt(schema.valueType, rest)
  return undefined
}

function describePath(schema: z.core.$ZodType, path: Path): string | undefined {
  let field = schemaAt(schema, path)
  while (field instanceof z.ZodType) {
    if (field.description !== undefined) return field.description
    field =
      field instanceof z.ZodOptional || field instanceof z.ZodDefault ? field.unwrap() : undefined
  }
  return undefined
}

function keysAt(schema: z.core.$ZodType, path: Path): string[] {
  let found = schemaAt(schema, path)
  while (found instanceof z.ZodOptional || found instanceof z.ZodDefault) found = found.unwrap()
  if (found instanceof z.ZodUnion) {
    return found.options.flatMap((option: z.core.$ZodType) => keysAt(option, []))
  }
  return found instanceof z.ZodObject ? Object.keys(found.shape) : []
}
