import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { site as schema } from './document/schemas.ts'

/** The facts of content/site.yaml; their errors are reported by `npm run check` and the loader. */
export const site = schema.parse(parse(readFileSync('content/site.yaml', 'utf8')))
