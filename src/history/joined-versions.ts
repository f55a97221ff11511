import type { ContentHistory, FileVersion } from './content-history.ts'
import type { Renames } from './renames.ts'
import { publicVersions, type PublicVersion } from './versions.ts'
import { sameWords } from './words.ts'

/**
 * What names the files of those publications that can have more than one version.
 * @param names of files that are to be looked at
 * @param isUncommitted whether a file has one more version, which is not committed
 */
export function filesWithVersions(
  names: Iterable<string>,
  history: ContentHistory,
  renames: Renames,
  isUncommitted: (name: string) => boolean = () => false,
): string[] {
  const count = (name: string) =>
    (history.revisions.get(name)?.length ?? 0) + (isUncommitted(name) ? 1 : 0)
  return [...renames.together(names).values()].flatMap((all) =>
    all.reduce((sum, name) => sum + count(name), 0) > 1 ? all : [],
  )
}

/**
 * The public versions of publications under all the ids that they had, oldest first, by what names
 * them now. A new id alone makes no version.
 * @param files what the files were over time, oldest first
 * @param now no version is younger
 */
export function joinedVersions(
  files: ReadonlyMap<string, readonly FileVersion[]>,
  renames: Renames,
  now: Date,
): Map<string, PublicVersion[]> {
  const found = new Map<string, PublicVersion[]>()
  for (const [present, names] of renames.together(files.keys())) {
    const versions = new Map(
      names.map((name) => [name, publicVersions(name, files.get(name) ?? [], now)]),
    )
    const all = [...versions.values()].flat().toSorted((a, b) => +a.since - +b.since)
    const newest = versions.get(present)?.at(-1)
    if (newest && newest !== all.at(-1)) {
      // Another text became a part of this one later than this was written.
      const ends = names.filter((name) => name !== present).map((name) => endOf(files.get(name)))
      const since = Math.min(now.getTime(), Math.max(...ends))
      all.push({ ...newest, since: new Date(since) })
    }
    found.set(present, withoutRepeats(all, renames))
  }
  return found
}

/** When a file was taken away; without end when it is still there. */
function endOf(versions: readonly FileVersion[] = []): number {
  const last = versions.at(-1)
  return last?.text === undefined ? (last?.at.getTime() ?? -Infinity) : Infinity
}

function withoutRepeats(versions: readonly PublicVersion[], renames: Renames): PublicVersion[] {
  const words = versions.map((version) => renames.wordsNow(version.words))
  return versions.filter((_, index) => {
    const before = words[index - 1]
    return !before || !sameWords(before, words[index] ?? [])
  })
}
