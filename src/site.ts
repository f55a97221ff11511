import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type * as z from 'zod'
import * as schemas from './document/schemas.ts'
import { inWords } from './document/nodes.ts'

// Errors in these files are reported by `npm run check` and the loader.
const read = <T>(name: string, schema: z.ZodType<T>): T =>
  schema.parse(parse(readFileSync(`content/${name}.yaml`, 'utf8')))

/** The facts of content/site.yaml. */
export const site = read('site', schemas.site)

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

/** The publishers of a publication as words. */
export const publishersInWords = (from: readonly string[]): string =>
  inWords(from.map((id) => nameOf('organisations', id)))

/** The attributes of a part that is not in the language of the site; none for one that is. */
export function inLanguage(lang: string): { lang?: string; dir?: 'ltr' | 'rtl' } {
  if (lang === site.lang) return {}
  return { lang, dir: new Intl.Locale(lang).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr' }
}
