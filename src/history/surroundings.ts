import { existsSync, readFileSync } from 'node:fs'
import * as z from 'zod'
import type { Repository } from './repository.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * What GitHub Actions tells of the event that a run is for
 * (https://docs.github.com/en/webhooks/webhook-events-and-payloads).
 */
const event = z.object({
  before: z.string().optional(),
  repository: z
    .object({
      private: z.boolean().optional(),
      visibility: z.string().optional(),
      default_branch: z.string().optional(),
    })
    .optional(),
})

function readEvent(environment: Environment): z.infer<typeof event> {
  const file = environment.GITHUB_EVENT_PATH
  if (environment.GITHUB_ACTIONS !== 'true' || !file || !existsSync(file)) return {}
  try {
    return event.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // It says nothing that is needed in every case.
    return {}
  }
}

/** What the public branch held before what is to be checked. */
export interface Base {
  commit: string
  /**
   * Whether it is the public branch itself that goes on from there. Words that were changed earlier,
   * and that nothing has told of, then stand in its history only.
   */
  isPublicBranch: boolean
}

/**
 * Finds the commit that the present content is compared with.
 * @param given a name for it, which decides
 * @returns or the name of what should be here, and is not.
 */
export function findBase(
  repository: Repository,
  given: string | undefined,
  environment: Environment,
): Base | { missing: string } {
  const branchPoint = (name: string): Base | { missing: string } => {
    const tip = repository.commitOf(name)
    const commit = tip === undefined ? undefined : repository.mergeBase(repository.head, tip)
    return commit === undefined ? { missing: name } : { commit, isPublicBranch: false }
  }
  if (given !== undefined) {
    const commit = repository.commitOf(given)
    return commit === undefined ? { missing: given } : { commit, isPublicBranch: false }
  }
  if (environment.GITHUB_ACTIONS === 'true') {
    const target = environment.GITHUB_BASE_REF
    if (target) return branchPoint(`origin/${target}`)
    const { before, repository: { default_branch } = {} } = readEvent(environment)
    const isPublic = [undefined, environment.GITHUB_REF_NAME].includes(default_branch)
    // For a new branch it is all zeros, which is no commit.
    const commit = before === undefined || !isPublic ? undefined : repository.commitOf(before)
    if (commit !== undefined) return { commit, isPublicBranch: true }
  }
  const isThere = (name: string) => repository.commitOf(name) !== undefined
  const remote = ['origin/HEAD', 'origin/main', 'origin/master'].find(isThere)
  if (remote !== undefined) return branchPoint(remote)
  const local = ['refs/heads/main', 'refs/heads/master'].find(isThere)
  const point = local === undefined ? undefined : branchPoint(local)
  if (point && 'commit' in point && point.commit !== repository.head) return point
  return { commit: repository.head, isPublicBranch: true }
}

/**
 * Whether anybody can read what is checked: it stands on, or is to be merged into, a branch that
 * the site says is public, or GitHub says that the whole repository is.
 * @param publicBranches names of branches; `all` stands for every one
 * @param branch the one that is checked out
 */
export function isInPublic(
  publicBranches: readonly string[],
  branch: string | undefined,
  environment: Environment,
): boolean {
  if (publicBranches.includes('all')) return true
  const names = [branch]
  if (environment.GITHUB_ACTIONS === 'true') {
    const { repository } = readEvent(environment)
    if (repository?.private === false || repository?.visibility === 'public') return true
    const { GITHUB_HEAD_REF, GITHUB_REF_NAME, GITHUB_BASE_REF } = environment
    names.push(GITHUB_HEAD_REF, GITHUB_REF_NAME, GITHUB_BASE_REF)
  }
  return names.some((name) => name !== undefined && publicBranches.includes(name))
}
