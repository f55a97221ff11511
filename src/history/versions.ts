import { partsOf } from './content-files.ts'
import type { FileVersion } from './content-history.ts'
import { clearedFrom, FrontMatter } from './front-matter.ts'
import { sameWords, wordsOf, type Line } from './words.ts'

/** Words that the public could read, from a moment until the next version. */
export interface PublicVersion {
  /** The commit that brought the words; undefined for what is not committed. */
  commit: string | undefined
  /** From when the public could read them. */
  since: Date
  /** The file that held them, as a path from the project's root. */
  path: string
  /** All of that file. */
  text: string
  words: Line[]
}

/**
 * The versions of a publication that the public has read, oldest first. A version was public when
 * it was cleared by its own front matter before the next one came; what was written, embargoed or
 * taken back in between is none. Versions with the same words are one.
 * @param name what names the file, which says whether it has a state
 * @param files what the file was over time, oldest first
 * @param now no version is younger; what is to come is none
 */
export function publicVersions(
  name: string,
  files: readonly FileVersion[],
  now: Date,
): PublicVersion[] {
  const { folder } = partsOf(name)
  const versions: PublicVersion[] = []
  files.forEach(({ commit, at, path, text }, index) => {
    if (text === undefined) return
    const cleared = clearedFrom(new FrontMatter(text), folder)
    const next = files[index + 1]
    const until = next && next.at < now ? next.at : now
    if (!cleared || cleared > until) return
    const words = wordsOf(text)
    const before = versions.at(-1)
    if (before && sameWords(before.words, words)) return
    const since = new Date(Math.min(Math.max(at.getTime(), cleared.getTime()), now.getTime()))
    versions.push({ commit, since, path, text, words })
  })
  return versions
}
