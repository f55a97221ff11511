import type { Field } from '@sveltia/cms'
import * as z from 'zod'
import { relationOf } from './references.ts'

type JsonSchema = z.core.JSONSchema.JSONSchema

/**
 * The fields of the editor for an object of a schema, in the schema's order. A hint is the sentence
 * that a writer reads in the schema.
 */
export function fieldsOf(schema: z.ZodType): Field[] {
  return fieldsIn(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
}

function fieldsIn({ properties = {}, required = [] }: JsonSchema): Field[] {
  return Object.entries(properties).map(([name, schema]) =>
    fieldOf(name, inOnePiece(schema), required.includes(name)),
  )
}

interface Common {
  name: string
  label: string
  required: boolean
  hint?: string
}

function fieldOf(name: string, schema: JsonSchema, required: boolean): Field {
  if (typeof schema.const === 'string') return { name, widget: 'hidden', default: schema.const }
  const common: Common = { name, label: inWords(name), required, ...hintOf(schema) }
  const options = optionsOf(schema)
  if (options !== undefined) return { ...common, widget: 'select', options }
  switch (schema.type) {
    case 'object':
      return schema.properties === undefined
        ? { ...common, widget: 'keyvalue' }
        : { ...common, widget: 'object', fields: fieldsIn(schema), collapsed: 'auto' }
    case 'array':
      return listOf(common, schema)
    case 'integer':
      return { ...common, widget: 'number', value_type: 'int' }
    case 'string':
      return textOf(common, schema)
    default:
      throw new TypeError(`The editor has no field for “${name}”.`)
  }
}

function listOf(common: Common, { items, minItems }: JsonSchema): Field {
  const list = { ...common, ...(minItems !== undefined && { min: minItems }) }
  const item = inOnePiece(Array.isArray(items) ? items[0] : items)
  const relation = relationOf(common.name)
  if (relation) return { ...list, ...relation, multiple: true }
  return item.type === 'object'
    ? { ...list, widget: 'list', fields: fieldsIn(item), collapsed: 'auto' }
    : { ...list, widget: 'list', field: fieldOf('item', item, true) }
}

/** From this many characters on, a text gets several lines to be written on. */
const SEVERAL_LINES = 150

function textOf(common: Common, schema: JsonSchema): Field {
  const { minLength, maxLength, pattern, format, description } = schema
  const relation = relationOf(common.name)
  if (relation) return { ...common, ...relation }
  // A day has no time and no offset; a moment has both, which only a text can keep as written.
  if (format === 'date') {
    return { ...common, widget: 'datetime', type: 'date', format: 'YYYY-MM-DD' }
  }
  const mend = description ?? 'This is not written as it should be.'
  const rules: { pattern?: [string, string] } =
    pattern === undefined ? {} : { pattern: [pattern, mend] }
  if (common.name === 'src') return { ...common, ...rules, widget: 'image' }
  return {
    ...common,
    ...rules,
    ...(minLength !== undefined && { minlength: minLength }),
    ...(maxLength !== undefined && { maxlength: maxLength }),
    widget: (maxLength ?? 0) < SEVERAL_LINES ? 'string' : 'text',
    use_emoji_autocomplete: false,
  }
}

function optionsOf({ enum: allowed, type, const: only }: JsonSchema) {
  if (type !== 'boolean') return allowed
  const yes = { label: 'yes', value: true }
  return only === true ? [yes] : [yes, { label: 'no', value: false }]
}

function hintOf({ description, default: usual }: JsonSchema): { hint?: string } {
  const sentences = description === undefined ? [] : [description]
  if (typeof usual === 'string') sentences.push(`Left empty, it is ${usual}.`)
  return sentences.length === 0 ? {} : { hint: sentences.join(' ') }
}

/**
 * Of objects that exclude each other the editor shows every field once, and asks for those that all
 * of them ask for; that they exclude each other is for the check to say.
 */
function inOnePiece(schema: z.core.JSONSchema._JSONSchema | undefined): JsonSchema {
  if (typeof schema !== 'object') return {}
  const { anyOf, ...whole } = schema
  if (anyOf === undefined) return whole
  const parts = anyOf.map(inOnePiece)
  const [first = {}] = parts
  const required = (first.required ?? []).filter((name) =>
    parts.every((part) => part.required?.includes(name)),
  )
  const properties = Object.fromEntries(
    parts.flatMap((part) => Object.entries(part.properties ?? {})),
  )
  return { ...whole, type: 'object', properties, required }
}

/** 'dateLabelAsStated' as 'Date label as stated' */
function inWords(name: string): string {
  const words = name.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
