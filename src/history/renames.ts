import { movedAddresses, newAddress } from '../document/moved-addresses.ts'
import { nameOfPage, partsOf } from './content-files.ts'
import type { Line } from './words.ts'

/**
 * Which publications had another id once. Only the redirects can say so: what git takes for a renamed
 * file may be another text that looks like it.
 */
export class Renames {
  readonly #names = new Map<string, string>()
  readonly #addresses: ReadonlyMap<string, string>

  /**
   * @param redirects the new address of each page by its old one. One that leads to another kind of
   * publication, or to any other page, is no new id. That none begins at a page that is still there,
   * and none leads to another one, is checked where they are read.
   */
  constructor(redirects: ReadonlyMap<string, string>) {
    this.#addresses = movedAddresses(redirects)
    for (const [from, to] of redirects) {
      const [before, now] = [nameOfPage(from), nameOfPage(to)]
      if (before === undefined || now === undefined) continue
      if (partsOf(before).folder === partsOf(now).folder) this.#names.set(before, now)
    }
  }

  /** What names a publication now. */
  nameNow(name: string): string {
    return this.#names.get(name) ?? name
  }

  /** Names put together that name the same publication, by what names it now. */
  together(names: Iterable<string>): Map<string, string[]> {
    return Map.groupBy(names, (name) => this.nameNow(name))
  }

  /** Words with the new addresses in them: a link that leads to the same page says the same. */
  wordsNow(lines: readonly Line[]): Line[] {
    return lines.map((line) => ({
      ...line,
      words: line.words.replace(address, (found) => newAddress(this.#addresses, found) ?? found),
    }))
  }
}

/** An address of this site as it stands among words, without query and fragment. */
const address = /(?<=^|[\s(])\/[^\s()?#]+/g
