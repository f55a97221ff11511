import type { Field } from '@sveltia/cms'
import * as z from 'zod'

/** One line for each field: where it is, whether it is asked for, and what can be chosen. */
export type Described = readonly string[]

/** What a schema says, read from Zod itself and not by the way that the editor's fields are made. */
export function describedBySchema(schema: z.core.$ZodType, path = ''): Described {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return describedBySchema(schema.unwrap(), path)
  }
  if (schema instanceof z.ZodArray) return describedBySchema(schema.element, path)
  if (schema instanceof z.ZodUnion) {
    const parts = schema.options.map((option) => describedBySchema(option, path))
    const all = [...new Set(parts.flat())]
    const asked = all.filter((line) => line.endsWith('!') && parts.every((p) => p.includes(line)))
    const rest = all
      .map((line) => line.replace(/!$/, ''))
      .filter((line) => !asked.includes(`${line}!`))
    return [...asked, ...new Set(rest)]
  }
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries<z.core.$ZodType>(schema.shape).flatMap(([name, part]) => {
    const place = `${path}/${name}`
    const isAsked = !z.core.safeParse(part, undefined).success
    return [line(place, isAsked, optionsIn(part)), ...describedBySchema(part, place)]
  })
}

function optionsIn(schema: z.core.$ZodType): readonly unknown[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return optionsIn(schema.unwrap())
  }
  if (schema instanceof z.ZodEnum) return schema.options
  if (schema instanceof z.ZodLiteral) return [...schema.values]
  return schema instanceof z.ZodBoolean ? [true, false] : []
}

/** What the editor asks for. */
export function describedByFields(fields: readonly Field[], path = ''): Described {
  return fields.flatMap((field) => {
    const place = `${path}/${field.name}`
    if (field.widget === 'hidden') return [line(place, true, [field.default])]
    const isAsked = 'required' in field && field.required === true
    const options =
      field.widget === 'select' && 'options' in field && Array.isArray(field.options)
        ? field.options.map((each: unknown) => valueOf(each))
        : []
    return [line(place, isAsked, options), ...describedByFields(partsOf(field), place)]
  })
}

/** The fields of which a field consists, or each entry of it. */
export function partsOf(field: Field): readonly Field[] {
  const parts: unknown = 'fields' in field ? field.fields : undefined
  return isFields(parts) ? parts : []
}

function isFields(value: unknown): value is Field[] {
  return Array.isArray(value)
}

function valueOf(option: unknown): unknown {
  return typeof option === 'object' && option !== null && 'value' in option ? option.value : option
}

function line(place: string, isAsked: boolean, options: readonly unknown[]): string {
  const choice = options.length === 0 ? '' : ` ${JSON.stringify(options)}`
  return `${place}${choice}${isAsked ? '!' : ''}`
}
