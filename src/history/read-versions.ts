import { addressOf, partsOf, PresentFiles, nameOf } from './content-files.ts'
import { ContentHistory } from './content-history.ts'
import { carriedSince, versionsSince } from './carried-notes.ts'
import { differenceOf, type Difference } from './difference.ts'
import { filesWithVersions, joinedVersions } from './joined-versions.ts'
import { openRepository } from './repository.ts'
import { Renames } from './renames.ts'
import type { PublicVersion } from './versions.ts'

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
  /** The new address of each page by its old one: a publication with a new id keeps its versions. */
  redirects?: ReadonlyMap<string, string>
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
  redirects = new Map(),
}: VersionOptions): Map<string, Version[]> | undefined {
  const repository = openRepository(root)
  if (!repository || repository.isShallow) return undefined
  const history = new ContentHistory(repository, repository.head)
  const uncommitted = new Set(
    withUncommitted ? repository.changedSince(repository.head).map(nameOf) : [],
  )
  const present = uncommitted.size > 0 ? new PresentFiles(root) : undefined
  const renames = new Renames(redirects)
  const isUncommitted = (name: string) =>
    uncommitted.has(name) || (present?.paths.has(name) === true && !history.last(name))
  const records = [
    ...new Set([...history.revisions.keys(), ...(present?.paths.keys() ?? [])]),
  ].filter((name) => !['updates', 'pages'].includes(partsOf(name).folder))
  const files = history.versions(filesWithVersions(records, history, renames, isUncommitted))
  for (const [name, versions] of files) {
    const path = present?.paths.get(name)
    if (path !== undefined && isUncommitted(name)) {
      versions.push({ commit: undefined, at: now, path, text: present?.text(name) })
    }
  }
  const joined = joinedVersions(files, renames, now)
  const isNote = (name: string) => partsOf(name).folder === 'notes-to-editors'
  const carried = [...joined.keys()].some(isNote)
    ? carriedSince(history, now)
    : new Map<string, Date>()
  const found = new Map<string, Version[]>()
  for (const [name, all] of joined) {
    const address = addressOf(name)
    const versions = isNote(name) ? versionsOfNote(all, carried) : all
    if (versions.length < 2 || address === undefined) continue
    const whole = versions.map((version, index) => ({
      ...version,
      difference: differenceOf(
        renames.wordsNow((versions[index - 1] ?? version).words),
        renames.wordsNow(version.words),
      ),
    }))
    found.set(address, whole.toReversed())
  }
  return found
}

/** What of a note the public has read; under any id that it had. */
function versionsOfNote(
  versions: readonly PublicVersion[],
  carried: ReadonlyMap<string, Date>,
): PublicVersion[] {
  const ids = new Set(versions.map(({ path }) => partsOf(nameOf(path) ?? '').id))
  const moments = [...ids].flatMap((id) => carried.get(id)?.getTime() ?? [])
  return moments.length === 0 ? [] : versionsSince(versions, new Date(Math.min(...moments)))
}
