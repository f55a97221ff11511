import {
  isMap,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type ErrorCode,
} from 'yaml'
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
      const parsers = error.message.split(' at line ')[0] ?? error.message
      const [what, mend] = yamlSentences[error.code] ?? [
        `This cannot be read: ${parsers}.`,
        yamlMend,
      ]
      problems.error(placeAt(error.pos[0]), what, mend)
    }
    return undefined
  }
  if (reportAliases(document, placeAt, problems)) return undefined
  const place = (...path: PropertyKey[]) => placeAt(offsetOf(document, path))
  const value: unknown = document.toJS()
  const result = schema.safeParse(value ?? {})
  if (result.success) return { value: result.data, place }
  const issues = result.error.issues.flatMap(flattenUnion)
  const misspelt = issues
    .filter(({ code }) => code === 'unrecognized_keys')
    .map(({ path }) => path.join())
  for (const issue of issues) {
    // A rule between fields says nothing while the name of one of them is wrong.
    if (issue.code === 'custom' && misspelt.includes(issue.path.join())) continue
    reportIssue(issue, kindMeant(schema, value), value, document, placeAt, problems)
  }
  return undefined
}

/** YAML's own short forms: a value that begins with * or & is nearly always meant as words. */
function reportAliases(
  document: Document,
  placeAt: (offset: number) => Place,
  problems: Problems,
): boolean {
  let found = false
  visit(document, {
    Alias: (_key, { range }) => {
      found = true
      problems.error(placeAt(range?.[0] ?? 0), 'A value begins with *.', 'Put quotes round it.')
    },
  })
  return found
}

const yamlSentences: Partial<Record<ErrorCode, readonly [what: string, mend: string]>> = {
  DUPLICATE_KEY: ['The same name stands here a second time.', 'Take one of the two lines out.'],
  BLOCK_AS_IMPLICIT_KEY: [
    'A value has a colon and a space in it.',
    'Put quotes round the whole value: title: "Buses: new routes".',
  ],
  MISSING_CHAR: [
    'A quotation mark or bracket is opened further up and not closed.',
    'Close it at the end of its value.',
  ],
  TAB_AS_INDENT: ['A line begins with a tab.', 'Use spaces: two for each step.'],
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
  const written = valueAt(value, issue.path)
  const isValue = ['invalid_type', 'invalid_value', 'invalid_union'].includes(issue.code)
  if (isValue && name !== '' && (written === undefined || written === null)) {
    problems.error(
      here,
      written === null ? `\`${name}\` has no value.` : `\`${name}\` is missing.`,
      about ?? `Write \`${name.replace(/.*\./, '')}: …\`.`,
    )
    return
  }
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
      problems.error(
        here,
        name === ''
          ? 'Something else than fields stands here.'
          : `\`${name}\` is not ${plainType(issue.expected)}.`,
        issue.expected === 'string' && typeof written !== 'object'
          ? `Put quotes round it: "${JSON.stringify(written)}".`
          : (about ?? yamlMend),
      )
      return
    case 'invalid_value':
      reportOtherValue(issue.values.map(String))
      return
    case 'invalid_union':
      reportOtherValue(
        'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [],
      )
      return
    case 'invalid_key':
      problems.error(
        placeAt(offsetOfKey(document, issue.path.slice(0, -1), String(issue.path.at(-1)))),
        `\`${String(issue.path.at(-1))}\` cannot stand before a colon here.`,
        describeKeys(schema, issue.path.slice(0, -1)) ?? issue.message,
      )
      return
    case 'too_big':
      problems.error(
        here,
        `\`${name}\` is too long.`,
        about ?? `At most ${issue.maximum} characters.`,
      )
      return
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array') {
        const mend = 'Write it; only a field that may be missing can be left out.'
        problems.error(here, `\`${name}\` is empty.`, about ?? mend)
        return
      }
      reportOther()
      return
    case 'custom':
      // Our own rules are whole sentences already.
      problems.error(
        here,
        issue.message === 'Invalid input' ? `\`${name}\` is not right.` : issue.message,
        typeof issue.params?.mend === 'string' ? issue.params.mend : (about ?? yamlMend),
      )
      return
    default:
      reportOther()
  }

  function reportOther(): void {
    problems.error(
      here,
      `\`${name}\` is not right: ${JSON.stringify(written)}.`,
      about ?? issue.message,
    )
  }

  function reportOtherValue(known: readonly string[]): void {
    problems.error(
      here,
      `\`${name}\` is not one of its possible values.`,
      suggest(typeof written === 'string' ? written : JSON.stringify(written), known),
    )
  }
}

function plainType(expected: string): string {
  return (
    {
      string: 'text',
      array: 'a list',
      object: 'a set of fields',
      record: 'a set of fields',
      boolean: 'true or false',
      number: 'a number',
      int: 'a whole number',
    }[expected] ?? expected
  )
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (parent, key) =>
      typeof parent === 'object' && parent !== null ? Reflect.get(parent, key) : undefined,
    value,
  )
}

/** Of kinds of data that one field tells apart, such as updates by their `type`, the one written. */
function kindMeant(schema: z.ZodType, value: unknown): z.ZodType {
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return schema
  const { discriminator, options } = schema.def
  const written = valueAt(value, [discriminator])
  for (const option of options) {
    if (!(option instanceof z.ZodObject)) continue
    const field: unknown = option.shape[discriminator]
    if (field instanceof z.ZodType && field.safeParse(written).success) return option
  }
  return schema
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
  if (schema instanceof z.ZodUnion) {
    for (const option of schema.options) {
      const found = schemaAt(option, path)
      if (found) return found
    }
  }
  return undefined
}

/** What the names in a register may be. */
function describeKeys(schema: z.core.$ZodType, path: Path): string | undefined {
  let record = schemaAt(schema, path)
  while (record instanceof z.ZodOptional || record instanceof z.ZodDefault) record = record.unwrap()
  const keys = record instanceof z.ZodRecord ? record.keyType : undefined
  return keys instanceof z.ZodType ? keys.description : undefined
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
