import { Problems, type Problem } from '../document/problems.ts'
import { reportChangedUpdates } from './changed-updates.ts'
import { PresentFiles } from './content-files.ts'
import { ContentHistory } from './content-history.ts'
import { reportEarlyTexts } from './early-texts.ts'
import { reportGoneActions } from './gone-actions.ts'
import { reportGoneAddresses, type PresentSite } from './gone-addresses.ts'
import { Renames } from './renames.ts'
import { openRepository } from './repository.ts'
import { reportSilentEdits } from './silent-edits.ts'
import { findBase, isInPublic } from './surroundings.ts'

export interface HistoryOptions {
  /** The folder that holds content/; its repository may begin further up. */
  root: string
  /** The moment at which the site is published. */
  now: Date
  /** The revision to compare with; found out when left out. */
  base?: string | undefined
  current: PresentSite
  /** `publicBranches` of content/site.yaml: the branches that anybody can read. */
  publicBranches: readonly string[]
  /** The variables of the process; GitHub Actions tells in them what a run is for. */
  environment?: Readonly<Record<string, string | undefined>>
}

/**
 * What the git history says against the present content: public words that were changed while
 * nothing says so, addresses that are gone, texts that anybody can read too early. Without history,
 * one remark says so.
 */
export function historyProblems({
  root,
  now,
  base: given,
  current,
  publicBranches,
  environment = process.env,
}: HistoryOptions): Problem[] {
  const problems = new Problems()
  const place = { file: 'content', line: 1, column: 1 }
  const what = 'There is no git history here, so changes of public texts cannot be compared.'
  const repository = openRepository(root)
  if (!repository) {
    problems.remark(place, what, 'Run it in a git checkout; `git status` says what is in the way.')
    return problems.all
  }
  const present = new PresentFiles(root)
  if (isInPublic(publicBranches, repository.branch, environment)) {
    reportEarlyTexts(present, now, problems)
  }
  if (repository.isShallow) {
    const mend = 'Fetch the rest: `git fetch --unshallow`; in GitHub Actions, `fetch-depth: 0`.'
    problems.remark(place, what.replace('no', 'only a part of the'), mend)
    return problems.all
  }
  const base = findBase(repository, given, environment)
  if ('missing' in base) {
    const report = given === undefined ? 'remark' : 'error'
    problems[report](
      place,
      `There is no revision ${base.missing} here, so changes of public texts cannot be compared.`,
      'Fetch it: `git fetch origin`; in GitHub Actions, `fetch-depth: 0`.',
    )
    return problems.all
  }
  const history = new ContentHistory(repository, base.commit)
  const renames = new Renames(current.redirects)
  const comparison = { repository, base, history, present, renames, now }
  reportSilentEdits(comparison, problems)
  reportChangedUpdates(comparison, problems)
  reportGoneAddresses(comparison, current, problems)
  reportGoneActions(comparison, problems)
  return problems.all
}
