import * as z from 'zod'
import { momentOf } from '../document/changes.ts'
import type { Comparison } from './comparison.ts'
import { partsOf } from './content-files.ts'
import { clearedFrom, FrontMatter, idsIn } from './front-matter.ts'

/** What is needed of an update to know what it tells of, and since when. */
const update = z.object({
  type: z.string(),
  on: z.iso.date(),
  at: z.string().optional(),
  release: z.string().optional(),
  plan: z.string().optional(),
})

/** An update of content/updates/ as far as it tells of a change. */
export interface Announcement {
  /** What names its file. */
  name: string
  /** What names the publication that it is about. */
  about: string
  moment: Date
  tellsOfWords: boolean
}

/** @returns undefined when the front matter is no update's. */
export function readAnnouncement(name: string, front: FrontMatter): Announcement | undefined {
  const { data } = update.safeParse(front.fields)
  if (!data) return undefined
  const { type, release, plan } = data
  const about = release === undefined ? `action-plans/${plan ?? ''}` : `press-releases/${release}`
  const tellsOfWords = type === 'change' || type === 'correction'
  return { name, about, moment: momentOf(data), tellsOfWords }
}

/** What the updates that are there now tell of changed words. */
export class Announcements {
  readonly #comparison: Comparison
  #found: Announcement[] | undefined

  constructor(comparison: Comparison) {
    this.#comparison = comparison
  }

  /**
   * Whether a public update, which was not there yet at a commit, tells that words were changed.
   * @param about what names the publications that it may be about
   */
  tellOf(about: readonly string[], since: string): boolean {
    const { history, renames, now } = this.#comparison
    return this.#all().some(
      (each) =>
        about.includes(renames.nameNow(each.about)) &&
        each.moment <= now &&
        !history.wasThere(each.name, since),
    )
  }

  #all(): Announcement[] {
    const { present } = this.#comparison
    return (this.#found ??= [...present.paths.keys()].flatMap((name) => {
      if (partsOf(name).folder !== 'updates') return []
      const found = readAnnouncement(name, new FrontMatter(present.text(name) ?? ''))
      return found?.tellsOfWords === true ? [found] : []
    }))
  }
}

/** What names the releases and plans that carry a note, and were public at the base, as it is now. */
export function carriersOf(noteId: string, comparison: Comparison): string[] {
  const { present, history, renames } = comparison
  const carries = (name: string) => {
    const { folder } = partsOf(name)
    if (folder !== 'press-releases' && folder !== 'action-plans') return false
    const text = present.text(name) ?? ''
    return text.includes(noteId) && idsIn(new FrontMatter(text), 'notes').includes(noteId)
  }
  const carriers = new Set([...present.paths.keys()].filter(carries))
  const names = [...history.revisions.keys()].filter((name) => carriers.has(renames.nameNow(name)))
  return [...new Set(publicAtBase(names, comparison).map((name) => renames.nameNow(name)))]
}

/** Which files were there at the base for the public to read. */
export function publicAtBase(names: readonly string[], { history, now }: Comparison): string[] {
  return [...history.lastTexts(names)].flatMap(([name, text]) => {
    const cleared = clearedFrom(new FrontMatter(text), partsOf(name).folder)
    return cleared && cleared <= now ? [name] : []
  })
}
