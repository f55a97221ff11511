import { movedAddresses, newAddress } from './moved-addresses.ts'
import type { Place, Problems } from './problems.ts'
import { nearest } from './problems.ts'
import { checkRedirects, type Redirect } from './redirects.ts'
import type { Block, NodeOf } from './vocabulary.ts'
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
  readonly #undecided = new Set<string>()
  readonly #isFile: (address: string) => boolean
  readonly #redirects: readonly Redirect[]

  /**
   * @param isFile whether public/ has a file with an address.
   * @param redirects the addresses that have moved.
   */
  constructor(isFile: (address: string) => boolean, redirects: readonly Redirect[] = []) {
    this.#isFile = isFile
    this.#redirects = redirects
  }

  /** An address whose file cannot be read: what is wrong with it is said there, not at each link. */
  addUndecided(address: string): void {
    this.#undecided.add(address)
  }

  /** An address that has no fragments of its own to link to. */
  add(address: string): void {
    if (!this.#anchors.has(address)) this.#anchors.set(address, new Set())
  }

  /**
   * The tree of a page: its ids must be unique, and its links are remembered.
   * @param around the ids of what the site puts round it
   */
  addTree(
    address: string,
    tree: readonly Block[],
    file: string,
    problems: Problems,
    around: readonly string[] = [],
  ): void {
    const ids = new Map<string, NodeOf | undefined>(
      ['main', ...around].map((id) => [id, undefined]),
    )
    const top: Place = { file, line: 1, column: 1 }
    for (const node of everyNode(tree)) {
      const place = node.place ?? top
      if ('id' in node) {
        if (ids.has(node.id)) {
          // Of two parts, the one that stands in a file can be changed.
          const first = ids.get(node.id)
          reportSameId(node.place || !first?.place ? node : first, node.id, top, problems)
        }
        ids.set(node.id, node)
      }
      if (node.type === 'link' || node.type === 'documentLink') {
        this.addLink(address, node.address, place)
      }
      if (node.type === 'commitments') {
        this.#links.push({ from: address, address: `/action-plans/${node.plan}/`, place })
      }
    }
    this.#anchors.set(address, new Set(ids.keys()))
  }

  /** A link that stands in no tree. */
  addLink(from: string, address: string, place: Place): void {
    if (/^[/#]/.test(address)) this.#links.push({ from, address, place })
  }

  /** Reports every link and redirect within the site that leads nowhere, or not straight. */
  check(problems: Problems): void {
    const known = [...this.#anchors.keys()]
    const isUndecided = (address: string) => this.#undecided.has(address)
    checkRedirects(this.#redirects, new Set(known), isUndecided, problems)
    const moved = movedAddresses(this.#redirects.map(({ from, to }) => [from, to]))
    for (const { from, address, place } of this.#links) {
      const [path = '', fragment] = (address.startsWith('#') ? from + address : address).split('#')
      const page = path.replace(/\?.*$/, '')
      const anchors = this.#anchors.get(page)
      if (isUndecided(page) || (!anchors && this.#isFile(page))) continue
      const to = anchors ? undefined : newAddress(moved, page)
      if (to !== undefined) {
        problems.error(
          place,
          `The link ${address} leads to an address that has moved.`,
          `Write ${to}${address.slice(page.length)}.`,
        )
      } else if (!anchors) {
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

function reportSameId({ type, place }: NodeOf, id: string, top: Place, problems: Problems): void {
  const what = `Two parts of the page have the id “${id}”.`
  const mends: Partial<Record<NodeOf['type'], string>> = {
    quotation: `Give the second <Quotation> an id of its own, such as id="${id}-2".`,
    heading: 'Use other words for this heading; the site itself adds parts such as “Contacts”.',
  }
  problems.error(place ?? top, what, mends[type] ?? 'Give one of the two another id.')
}
