import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stringify } from 'yaml'
import * as z from 'zod'
import { Problems } from '../../../src/document/problems.ts'
import * as schemas from '../../../src/document/schemas.ts'
import { readStructuredData } from '../../../src/document/structured-data.ts'

/* Each field that describes itself does so to a writer who gave it no value. */

interface Field {
  path: (string | number)[]
  sentence: string
}

/** The fields of a schema, at any depth, that have a sentence of their own. */
function* fieldsOf(schema: z.core.$ZodType, path: Field['path'] = []): Generator<Field> {
  const sentence = schema instanceof z.ZodType ? schema.description : undefined
  if (sentence !== undefined) yield { path, sentence }
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    for (const field of fieldsOf(schema.unwrap(), path)) {
      if (sentence === undefined || field.path.length > path.length) yield field
    }
  } else if (schema instanceof z.ZodObject) {
    for (const [name, field] of Object.entries<z.core.$ZodType>(schema.shape)) {
      yield* fieldsOf(field, [...path, name])
    }
  } else if (schema instanceof z.ZodArray) {
    yield* fieldsOf(schema.element, [...path, 0])
  } else if (schema instanceof z.ZodRecord) {
    yield* fieldsOf(schema.valueType, [...path, 'cy'])
  } else if (schema instanceof z.ZodUnion) {
    for (const option of schema.options) yield* fieldsOf(option, path)
  }
}

/** Data of which only the value of a path is there, and is nothing. */
function without([name, ...rest]: Field['path']): unknown {
  if (name === undefined) return null
  return typeof name === 'number' ? [without(rest)] : { [name]: without(rest) }
}

/** The kinds of data that a schema is for, which a field `type` tells apart. */
function kindsOf(schema: z.core.$ZodType): [type: string | undefined, schema: z.core.$ZodType][] {
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return [[undefined, schema]]
  return schema.options.map((option: z.core.$ZodType) => {
    const type: unknown = option instanceof z.ZodObject ? option.shape.type : undefined
    assert.ok(type instanceof z.ZodLiteral)
    return [String(type.value), option]
  })
}

for (const [name, schema] of Object.entries<unknown>(schemas)) {
  if (!(schema instanceof z.ZodType)) continue
  for (const [type, kind] of kindsOf(schema)) {
    for (const { path, sentence } of fieldsOf(kind)) {
      test([name, type, path.join('.')].filter(Boolean).join(' '), () => {
        const problems = new Problems()
        const yaml = `${type === undefined ? '' : `type: ${type}\n`}${stringify(without(path))}`
        readStructuredData(schema, yaml, 'made-up.yaml', problems)
        const what = `\`${path.join('.')}\` has no value.`
        assert.deepEqual(
          problems.all.filter((each) => each.what === what).map(({ mend }) => mend),
          [sentence],
        )
      })
    }
  }
}
