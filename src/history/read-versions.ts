import { addressOf, partsOf, PresentFiles, nameOf } from './content-files.ts'
import { ContentHistory } from './content-history.ts'
import { differenceOf, type Difference } from './difference.ts'
import { openRepository } from './repository.ts'
import { publicVersions, type PublicVersion } from './versions.ts'

/** A public version of a publication, and how it differs from the one before. */
export interface Version extends PublicVersion {
  /** Empty for the first one. */
  difference: Difference[]
}

export interface VersionOptions {
  /** The folder that holds content/; its repository may begin further up. */
  root: string
  /** The moment at which the site is published. */
  now: Date
  /** Whether the working tree counts as the newest version, as it does in `npm run dev`. */
  withUncommitted?: boolean
}

/**
 * The public versions of each release, plan and note that has had more than one, newest first, by
 * its address. They are read from what the branch that is checked out held, commit by commit.
 * @returns undefined where there is no git history, or only a part of it.
 */
export function readVersions({
  root,
  now,
  withUncommitted = false,
}: VersionOptions): Map<string, Version[]> | undefined {
  const repository = openRepository(root)
  if (!repository || repository.isShallow) return undefined
  const history = new ContentHistory(repository, repository.head)
  const uncommitted = new Set(
    withUncommitted ? repository.changedSince(repository.head).map(nameOf) : [],
  )
  const present = uncommitted.size > 0 ? new PresentFiles(root) : undefined
  const names = [...history.revisions].flatMap(([name, { length }]) => {
    const isRecord = !['updates', 'pages'].includes(partsOf(name).folder)
    return isRecord && (length > 1 || uncommitted.has(name)) ? [name] : []
  })
  const found = new Map<string, Version[]>()
  for (const [name, files] of history.versions(names)) {
    const path = present?.paths.get(name)
    if (path !== undefined && uncommitted.has(name)) {
      files.push({ commit: undefined, at: now, path, text: present?.text(name) })
    }
    const versions = publicVersions(name, files, now)
    const address = addressOf(name)
    if (versions.length < 2 || address === undefined) continue
    const whole = versions.map((version, index) => ({
      ...version,
      difference: differenceOf(versions[index - 1]?.words ?? version.words, version.words),
    }))
    found.set(address, whole.toReversed())
  }
  return found
}
