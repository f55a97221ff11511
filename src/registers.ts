import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type * as z from 'zod'
import * as schemas from './document/schemas.ts'

// Errors in these files are reported by `npm run check` and the loader.
const read = <T>(name: string, schema: z.ZodType<T>): T =>
  schema.parse(parse(readFileSync(`content/${name}.yaml`, 'utf8')))

const registers = {
  people: read('people', schemas.people),
  organisations: read('organisations', schemas.organisations),
}
export const topics = read('topics', schemas.topics)

/** The name of a person or a body, or the title of a topic. */
export function nameOf(register: 'people' | 'organisations' | 'topics', id: string): string {
  const name = register === 'topics' ? topics[id]?.title : registers[register][id]?.name
  return name ?? id
}
