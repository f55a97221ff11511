/* `npm run check`: everything that a writer can get wrong, in seconds and without a browser. */
import { join } from 'node:path'
import { readAttachments } from '../src/attachments/read-folder.ts'
import { readConfiguration } from '../src/configuration.ts'
import { dayInLondon } from '../src/document/dates.ts'
import { readLibrary, type Publication } from '../src/document/library.ts'
import {
  describeProblem,
  inReadingOrder,
  withoutRepeats,
  type Problem,
} from '../src/document/problems.ts'
import { compareParsers } from '../src/document/second-parser.ts'
import { formatContext } from '../src/formats/context.ts'
import { formatsOf } from '../src/formats/index.ts'
import type { FormatContext } from '../src/formats/writers.ts'

const project = join(import.meta.dirname, '..')
const root = process.argv[2] ?? project
const { siteUrl, now = new Date() } = readConfiguration(process.env)

const found: Problem[] = []
let context: FormatContext | undefined
const publish = (publication: Publication) => {
  // Not before: the library reports what is wrong with the site's facts, and publishes nothing then.
  const inContext = (context ??= formatContext(root, siteUrl))
  for (const { problems } of formatsOf(publication)) {
    found.push(...(problems?.(publication, inContext) ?? []))
  }
}
const cache = root === project ? join(root, '.cache') : undefined
const attachments = await readAttachments(root, dayInLondon(now), cache)
const today = readLibrary({ root, siteUrl, now, attachments, publish, inspect: compareParsers })
// What is scheduled must not break the build when its moment comes.
const later = today.moments.map((moment) =>
  readLibrary({ root, siteUrl, now: moment, attachments, publish }),
)
found.push(...[today, ...later].flatMap((library) => library.problems.all))

const problems = withoutRepeats(inReadingOrder(found))
for (const problem of problems) console.log(describeProblem(problem))
const errors = problems.filter(({ level }) => level === 'error').length
if (errors > 0) {
  console.error(`${errors} ${errors === 1 ? 'error' : 'errors'}. Nothing can be published yet.`)
  process.exitCode = 1
}
