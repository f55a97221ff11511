import type { NodeOf } from '../../document/vocabulary.ts'
import { everyNode } from '../../document/walk.ts'
import { w, type Xml } from './markup.ts'

/* Where the links of a Word document lead: to places in it, and to addresses. */

/** The places of a document that ways within it lead to. */
export class Bookmarks {
  readonly #names = new Map<string, string>()
  #count = 0

  constructor(tree: readonly NodeOf[]) {
    const taken = new Set<string>()
    for (const node of everyNode(tree)) {
      if (!('id' in node)) continue
      const name = bookmarkName(node.id, taken)
      taken.add(name.toLowerCase())
      this.#names.set(node.id, name)
    }
  }

  nameOf(id: string): string | undefined {
    return this.#names.get(id)
  }

  around(id: string, content: readonly Xml[]): Xml[] {
    const name = this.nameOf(id)
    if (name === undefined) return [...content]
    const number = (this.#count += 1)
    return [w('bookmarkStart', { id: number, name }), ...content, w('bookmarkEnd', { id: number })]
  }
}

/** Word's names have at most 40 letters, digits and `_`, begin with a letter, and ignore case. */
function bookmarkName(id: string, taken: ReadonlySet<string>): string {
  const plain = id.replace(/[^A-Za-z0-9]+/g, '_').replace(/^(?![A-Za-z])/, 'p')
  const whole = plain.slice(0, 40)
  for (let number = 2, name = whole; ; number += 1) {
    if (!taken.has(name.toLowerCase())) return name
    name = `${plain.slice(0, 34)}_${number}`
  }
}

/** An address, and what a part of the package calls the relationship to it. */
export interface Link {
  id: string
  address: string
}

/** The addresses that a part of the package links to, each once. */
export class Addresses {
  readonly #ids = new Map<string, string>()

  idOf(address: string): string {
    const escaped = escapedAddress(address)
    const id = this.#ids.get(escaped) ?? `link${this.#ids.size + 1}`
    this.#ids.set(escaped, id)
    return id
  }

  get all(): Link[] {
    return [...this.#ids].map(([address, id]) => ({ id, address }))
  }
}

/** Word calls a document damaged when an address in it is not one by RFC 3986. */
const escapedAddress = (address: string): string =>
  (URL.parse(address)?.href ?? address).replace(/[\s"<>\\^`{|}]/g, encodeURIComponent)
