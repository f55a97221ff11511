import { isNode, LineCounter, parseDocument, type Document } from 'yaml'
import * as z from 'zod'
import { pressRelease } from '../document/schemas.ts'
import { publicFrom } from '../document/states.ts'

type Path = readonly (string | number)[]

/**
 * The front matter of a file, read leniently: what today's checks would refuse was right once.
 * Whatever cannot be read is simply not there.
 */
export class FrontMatter {
  /** The fields by name. */
  readonly fields: Readonly<Record<string, unknown>>
  /** Lines of the file that it and its two fences take. */
  readonly lines: number
  /** The front matter as it is written, without its fences. */
  readonly source: string
  readonly #document: Document
  readonly #counter = new LineCounter()

  constructor(text: string) {
    const found = /^---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|$)/s.exec(text)
    this.source = found?.[1] ?? ''
    this.lines = found ? this.source.split('\n').length + 1 : 0
    this.#document = parseDocument(this.source, {
      lineCounter: this.#counter,
      uniqueKeys: false,
      logLevel: 'silent',
    })
    this.fields = record.safeParse(this.#values()).data ?? {}
  }

  #values(): unknown {
    try {
      return this.#document.toJS()
    } catch {
      // An alias without its anchor.
      return undefined
    }
  }

  /** The line of the file on which a value begins; of its nearest parent where it is not written. */
  line(...path: Path): number {
    for (let length = path.length; length > 0; length--) {
      const node = this.#document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return this.#counter.linePos(node.range[0]).line + 1
    }
    return 1
  }
}

export const record = z.record(z.string(), z.unknown())

const { state, published, publishAt, embargoUntil } = pressRelease.shape
/** Only what decides when a publication is public. */
const states = z.object({ state, published, publishAt, embargoUntil })

/** The states of a release or a plan; undefined when they cannot be read. */
export function statesOf(front: FrontMatter): z.infer<typeof states> | undefined {
  return states.safeParse(front.fields).data
}

/**
 * The moment from which a text may be public by its own front matter.
 * Notes and pages have no state: they are public once they are there.
 * @param folder the folder of content/ that it stands in
 */
export function clearedFrom(front: FrontMatter, folder: string): Date | undefined {
  if (folder !== 'press-releases' && folder !== 'action-plans') return new Date(0)
  const found = statesOf(front)
  return found && publicFrom(found)
}

/** The ids in a list of the front matter, such as `notes` or, with their `id`, `actions`. */
export function idsIn(front: FrontMatter, field: string): string[] {
  const entry = z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)])
  const list = z.array(entry).safeParse(front.fields[field])
  return list.data ?? []
}
