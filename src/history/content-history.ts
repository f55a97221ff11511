import { lenientText, nameOf } from './content-files.ts'
import type { Repository } from './repository.ts'

/** What a file was from a commit on. */
export interface Revision {
  commit: string
  at: Date
  path: string
  /** The id of what it held; undefined when it was gone. */
  blob: string | undefined
  /** What names the file that git takes for its successor. */
  renamedTo?: string | undefined
}

/** A revision with what it held. */
export interface FileVersion {
  /** undefined for what is not committed yet. */
  commit: string | undefined
  at: Date
  path: string
  /** undefined when the file was gone. */
  text: string | undefined
}

/**
 * What the files of content/ were over time, up to a commit. Reading all of it is one call of git;
 * what files held is read when it is asked for.
 */
export class ContentHistory {
  /** The revisions of each file, oldest first, by what names it. */
  readonly revisions = new Map<string, Revision[]>()
  readonly #repository: Repository
  readonly #commits = new Map<string, number>()

  /** @param tip the newest commit that counts */
  constructor(repository: Repository, tip: string) {
    this.#repository = repository
    // A clock that was wrong must not make what came later older than what came before.
    let latest = 0
    for (const { id, at, changes } of repository.commits(tip)) {
      latest = Math.max(latest, at.getTime())
      this.#commits.set(id, this.#commits.size)
      for (const { path, blob, renamedTo } of changes) {
        const name = nameOf(path)
        if (name === undefined) continue
        const successor = renamedTo === undefined ? undefined : nameOf(renamedTo)
        this.#add(name, {
          commit: id,
          at: new Date(latest),
          path,
          blob,
          ...(successor !== undefined && successor !== name && { renamedTo: successor }),
        })
      }
    }
  }

  #add(name: string, revision: Revision): void {
    const revisions = this.revisions.get(name)
    const last = revisions?.at(-1)
    if (!revisions || !last) this.revisions.set(name, [revision])
    // A move between folders goes and comes in one commit.
    else if (last.commit !== revision.commit) revisions.push(revision)
    else if (last.blob === undefined) revisions.splice(-1, 1, revision)
  }

  /** What a file was at the end; undefined when it was not there. */
  last(name: string): Revision | undefined {
    const last = this.revisions.get(name)?.at(-1)
    return last?.blob === undefined ? undefined : last
  }

  /** Whether a file was there once a commit of this history was made. */
  wasThere(name: string, commit: string): boolean {
    const until = this.#commits.get(commit) ?? -1
    const revisions = this.revisions.get(name) ?? []
    return (
      revisions.findLast((each) => (this.#commits.get(each.commit) ?? 0) <= until)?.blob !==
      undefined
    )
  }

  /** All versions of some files, oldest first. */
  versions(names: Iterable<string>): Map<string, FileVersion[]> {
    const wanted = [...names].map((name) => [name, this.revisions.get(name) ?? []] as const)
    const blobs = this.#read(wanted.flatMap(([, revisions]) => revisions))
    return new Map(
      wanted.map(([name, revisions]) => [
        name,
        revisions.map(({ commit, at, path, blob }) => ({ commit, at, path, text: blobs(blob) })),
      ]),
    )
  }

  /** What some files held at the end, of those that were there. */
  lastTexts(names: Iterable<string>): Map<string, string> {
    const wanted = [...names].flatMap((name) => {
      const revision = this.last(name)
      return revision ? [{ name, revision }] : []
    })
    const blobs = this.#read(wanted.map(({ revision }) => revision))
    return new Map(wanted.map(({ name, revision }) => [name, blobs(revision.blob) ?? '']))
  }

  #read(revisions: readonly Revision[]): (blob: string | undefined) => string | undefined {
    const bytes = this.#repository.read(
      revisions.map(({ blob }) => blob).filter((blob) => blob !== undefined),
    )
    return (blob) => {
      const found = blob === undefined ? undefined : bytes.get(blob)
      return found && lenientText(found)
    }
  }
}
