/* `npm run check`: everything that a writer can get wrong, in seconds and without a browser. */
import { join } from 'node:path'
import { readConfiguration } from '../src/configuration.ts'
import { readLibrary } from '../src/document/library.ts'
import { describeProblem, inReadingOrder } from '../src/document/problems.ts'
import { compareParsers } from '../src/document/second-parser.ts'

const root = process.argv[2] ?? join(import.meta.dirname, '..')
const { siteUrl, now } = readConfiguration(process.env)
const { problems } = readLibrary({
  root,
  siteUrl,
  now: now ?? new Date(),
  inspect: compareParsers,
})

for (const problem of inReadingOrder(problems.all)) console.log(describeProblem(problem))
const errors = problems.errors.length
if (errors > 0) {
  console.error(`${errors} ${errors === 1 ? 'error' : 'errors'}. Nothing can be published yet.`)
  process.exitCode = 1
}
