/* `npm run check`: everything that a writer can get wrong, in seconds and without a browser. */
import { join } from 'node:path'
import { readConfiguration } from '../src/configuration.ts'
import { readLibrary, type Publication } from '../src/document/library.ts'
import {
  describeProblem,
  inReadingOrder,
  withoutRepeats,
  type Problem,
} from '../src/document/problems.ts'
import { compareParsers } from '../src/document/second-parser.ts'
import { pictureProblems } from '../src/formats/social-picture-words.ts'

const root = process.argv[2] ?? join(import.meta.dirname, '..')
const { siteUrl, now = new Date() } = readConfiguration(process.env)

const found: Problem[] = []
const publish = (publication: Publication) => found.push(...pictureProblems(publication))
const today = readLibrary({ root, siteUrl, now, publish, inspect: compareParsers })
// What is scheduled must not break the build when its moment comes.
const later = today.moments.map((moment) => readLibrary({ root, siteUrl, now: moment, publish }))
found.push(...[today, ...later].flatMap((library) => library.problems.all))

const problems = withoutRepeats(inReadingOrder(found))
for (const problem of problems) console.log(describeProblem(problem))
const errors = problems.filter(({ level }) => level === 'error').length
if (errors > 0) {
  console.error(`${errors} ${errors === 1 ? 'error' : 'errors'}. Nothing can be published yet.`)
  process.exitCode = 1
}
