import { Document, isScalar, visit } from 'yaml'

/** What YAML files hold. A field that is undefined is left out. */
export type Value = string | boolean | readonly Value[] | Fields | undefined
export interface Fields {
  readonly [name: string]: Value
}

// A value stands on one line, as a writer has it; so does a list of ids, in brackets.
const layout = { lineWidth: 0, flowCollectionPadding: false }

/** Fields as YAML, in the form in which the files of content/ are written; with a last line end. */
export function yamlOf(fields: Fields): string {
  const document = new Document(fields)
  visit(document, {
    Seq(_, list) {
      if (list.items.every(isScalar)) list.flow = true
    },
    Scalar(_, scalar) {
      // Older readers of YAML take 14:05 for a number of seconds.
      if (typeof scalar.value === 'string' && /^\d\d:\d\d$/.test(scalar.value)) {
        scalar.type = 'QUOTE_DOUBLE'
      }
    },
  })
  return document.toString(layout)
}

/** A value as YAML on one line, for lists that are written in brackets. */
export function yamlOnOneLine(value: Value): string {
  const document = new Document(value)
  visit(document, {
    Collection(_, collection) {
      collection.flow = true
    },
  })
  return document.toString(layout).trimEnd()
}

/**
 * An MDX file.
 * @param hints what more can be said: a sentence, then fields, which count once their # is away
 */
export function mdx(fields: Fields, body: string, hints?: Hints): string {
  const comments = hints ? [`# ${hints.about}`, ...hints.fields.map((field) => `#${field}`)] : []
  const yaml = yamlOf(fields) + comments.map((line) => `${line}\n`).join('')
  return `---\n${yaml}---\n${body === '' ? '' : `\n${body}\n`}`
}

export interface Hints {
  readonly about: string
  readonly fields: readonly string[]
}
