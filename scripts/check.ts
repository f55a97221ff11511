/* `npm run check`: everything that a writer can get wrong, in seconds and without a browser. */
import { join } from 'node:path'
import { readConfiguration } from '../src/configuration.ts'
import { readLibrary } from '../src/document/library.ts'
import { describeProblem, inReadingOrder, withoutRepeats } from '../src/document/problems.ts'
import { compareParsers } from '../src/document/second-parser.ts'

const root = process.argv[2] ?? join(import.meta.dirname, '..')
const { siteUrl, now = new Date() } = readConfiguration(process.env)

const today = readLibrary({ root, siteUrl, now, inspect: compareParsers })
// What is scheduled must not break the build when its moment comes.
const later = today.moments.map((moment) => readLibrary({ root, siteUrl, now: moment }))

const problems = withoutRepeats(
  inReadingOrder([today, ...later].flatMap((library) => library.problems.all)),
)
for (const problem of problems) console.log(describeProblem(problem))
const errors = problems.filter(({ level }) => level === 'error').length
if (errors > 0) {
  console.error(`${errors} ${errors === 1 ? 'error' : 'errors'}. Nothing can be published yet.`)
  process.exitCode = 1
}
