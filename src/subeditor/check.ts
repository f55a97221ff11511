import { inReadingOrder, Problems, withoutRepeats, type Problem } from '../document/problems.ts'
import { readRedirects } from '../document/redirects.ts'
import { historyProblems } from '../history/check-history.ts'
import { contentProblems } from './content-problems.ts'

export interface CheckOptions {
  /** The folder that holds content/ and public/. */
  root: string
  /** The site's origin, with no slash at its end. */
  siteUrl: string
  /** The moment at which the site is published. */
  now: Date
  /** The folder in which to keep what was found in documents; nothing is kept without one. */
  cache?: string | undefined
  /** The revision of git that the public can read; what that is by itself is left to the history. */
  base?: string | undefined
  /** Whether only errors are looked for, which is quicker. */
  errorsOnly?: boolean | undefined
}

/** Everything that a writer can get wrong, in the order in which the files are read. */
export async function checkContent(options: CheckOptions): Promise<Problem[]> {
  const { root, now, base } = options
  const { problems: found, addresses, publicBranches } = await contentProblems(options)
  // What is wrong with them is among what was found.
  const redirects = readRedirects(root, new Problems()).map(({ from, to }) => [from, to] as const)
  const current = { addresses, redirects: new Map(redirects) }
  found.push(...historyProblems({ root, now, base, current, publicBranches }))
  const problems = withoutRepeats(inReadingOrder(found))
  const errors = new Set(problems.filter(({ level }) => level === 'error').map(placeInWords))
  return problems.filter(
    (problem) =>
      problem.level === 'error' || (!options.errorsOnly && !errors.has(placeInWords(problem))),
  )
}

const placeInWords = ({ file, line, column }: Problem): string => `${file}:${line}:${column}`
