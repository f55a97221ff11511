/* `npm start`: builds the site when it is missing or out of date, then serves it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSite } from './build.ts'
import { inputsDigest } from './inputs.ts'

const root = join(import.meta.dirname, '..')
const builtFrom = join(root, 'dist', 'built-from.txt')
const upToDate = existsSync(builtFrom) && readFileSync(builtFrom, 'utf8') === inputsDigest(root)

if (upToDate || (await buildSite())) await import('../src/server/main.ts')
else process.exitCode = 1
