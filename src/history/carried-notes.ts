import { partsOf } from './content-files.ts'
import type { ContentHistory } from './content-history.ts'
import { FrontMatter, idsIn } from './front-matter.ts'
import { publicVersions, type PublicVersion } from './versions.ts'

/**
 * Since when a public text has carried each note: before that, nobody has read the note, whatever
 * was committed.
 * @param now what is to come is not public
 * @returns the moments by the id of the note; a note that no public text carried has none
 */
export function carriedSince(history: ContentHistory, now: Date): Map<string, Date> {
  const since = new Map<string, Date>()
  const records = [...history.revisions.keys()].filter((name) =>
    ['press-releases', 'action-plans'].includes(partsOf(name).folder),
  )
  for (const [name, files] of history.versions(records)) {
    for (const { text, since: from } of publicVersions(name, files, now)) {
      for (const id of idsIn(new FrontMatter(text), 'notes')) {
        const known = since.get(id)
        if (!known || from < known) since.set(id, from)
      }
    }
  }
  return since
}

/** The versions that were there at a moment or later, the first of them as if it came then. */
export function versionsSince(versions: readonly PublicVersion[], moment: Date): PublicVersion[] {
  return versions
    .filter((_, index) => {
      const next = versions[index + 1]
      return !next || next.since > moment
    })
    .map((version) => (version.since < moment ? { ...version, since: moment } : version))
}
