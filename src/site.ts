import { parse } from 'yaml'
// Taken in at build, because pages that are made on request have no content folder to read.
import facts from '../content/site.yaml?raw'
import { directionOf } from './document/languages.ts'
import * as schemas from './document/schemas.ts'

/** The facts of content/site.yaml. Errors in it are reported by `npm run check` and the loader. */
export const site = schemas.site.parse(parse(facts))

/** The attributes of a part that is not in the language of the site; none for one that is. */
export function inLanguage(lang: string): { lang?: string; dir?: 'ltr' | 'rtl' } {
  if (lang === site.lang) return {}
  return { lang, dir: directionOf(lang) }
}
