import type { Place, Problems } from './problems.ts'
import { nearest } from './problems.ts'
import type { Block } from './vocabulary.ts'
import { everyNode } from './walk.ts'

interface Link {
  from: string
  address: string
  place: Place
}

/** Remembers which addresses and fragments there are and which are linked to. */
export class LinkIndex {
  readonly #anchors = new Map<string, ReadonlySet<string>>()
  readonly #links: Link[] = []

  /** An address that has no fragments of its own to link to. */
  add(address: string): void {
    if (!this.#anchors.has(address)) this.#anchors.set(address, new Set())
  }

  /** The tree of a page: its ids must be unique, and its links are remembered. */
  addTree(address: string, tree: readonly Block[], file: string, problems: Problems): void {
    const ids = new Set<string>(['main'])
    const top: Place = { file, line: 1, column: 1 }
    for (const node of everyNode(tree)) {
      const place = node.place ?? top
      if ('id' in node) {
        if (ids.has(node.id)) {
          problems.error(
            place,
            `Two parts of the page have the id “${node.id}”.`,
            node.type === 'quotation'
              ? 'Give the second <Quotation> an `id` of its own.'
              : 'Use other words for one of the two headings, or another id.',
          )
        }
        ids.add(node.id)
      }
      if (node.type === 'link' || node.type === 'documentLink') {
        if (/^[/#]/.test(node.address)) {
          this.#links.push({ from: address, address: node.address, place })
        }
      }
      if (node.type === 'commitments') {
        this.#links.push({ from: address, address: `/action-plans/${node.plan}/`, place })
      }
    }
    this.#anchors.set(address, ids)
  }

  /** Reports every link within the site that leads nowhere. */
  check(problems: Problems): void {
    const known = [...this.#anchors.keys()]
    for (const { from, address, place } of this.#links) {
      const [path = '', fragment] = (address.startsWith('#') ? from + address : address).split('#')
      const page = path.replace(/\?.*$/, '')
      const anchors = this.#anchors.get(page)
      if (!anchors) {
        const near = nearest(page, known)
        problems.error(
          place,
          `The link ${address} leads to a page that is not there.`,
          near === undefined ? 'Look the address up on the site.' : `Did you mean ${near}?`,
        )
      } else if (fragment !== undefined && !anchors.has(fragment)) {
        const near = nearest(fragment, [...anchors])
        problems.error(
          place,
          `The page ${page} has no part with the id “${fragment}”.`,
          near === undefined
            ? 'Link to the page without the part after #.'
            : `Did you mean #${near}?`,
        )
      }
    }
  }
}
