import { all, isHeard, isSeen, nameOf, squeeze } from '../dom.ts'
import { oncePerRun } from '../looks/once.ts'

/** A link with what a person knows it by. */
export interface Link {
  readonly element: HTMLAnchorElement
  /** The accessible name. */
  readonly name: string
  /** The `href` as it is written. */
  readonly written: string
}

/** @returns the links that assistive technology meets, in the order of the document */
export const linksOfPage = oncePerRun((): Link[] =>
  all<Element>('a[href]')
    .filter((element) => element instanceof HTMLAnchorElement)
    .filter(isHeard)
    .map((element) => ({
      element,
      name: nameOf(element),
      written: element.getAttribute('href') ?? '',
    })),
)

/** @returns the links that are also in sight */
export function seenLinks(): Link[] {
  return linksOfPage().filter(({ element }) => isSeen(element))
}

const CONTEXT = 'p, li, td, th, dd, dt, blockquote, figcaption, caption, label, summary'

/**
 * The words around a link that software can tie to it: of its paragraph, list item, cell or
 * sentence (WCAG 2.2, "programmatically determined link context"). Other links in it are no context.
 */
export function contextOf({ element, name }: Link): string {
  const described = (element.getAttribute('aria-describedby') ?? '')
    .split(/\s+/)
    .map((id) => squeeze(document.getElementById(id)?.textContent))
  const holder = element.closest(CONTEXT)
  const inside = holder ? wordsWithout(holder, element) : wordsBeside(element)
  const item = holder?.parentElement?.closest('li, td')
  const outer = item ? wordsWithout(item, element) : ''
  return squeeze([...described, inside, outer, headersOf(element)].join(' ')).replace(name, ' ')
}

function wordsWithout(holder: Element, link: Element): string {
  const copy: string[] = []
  const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { parentElement } = walker.currentNode
    if (parentElement && !link.contains(parentElement) && !parentElement.closest('script, style'))
      copy.push(walker.currentNode.nodeValue ?? '')
  }
  return copy.join(' ')
}

/** Words in the line of a link that no element of text holds. */
function wordsBeside(link: Element): string {
  const words: string[] = []
  for (const step of ['previousSibling', 'nextSibling'] as const) {
    for (let at = link[step]; at; at = at[step]) {
      if (at instanceof Element) {
        if (!getComputedStyle(at).display.startsWith('inline')) break
        if (at.localName === 'br' || at.localName === 'a') break
      }
      words.push(at.textContent ?? '')
    }
  }
  return words.join(' ')
}

function headersOf(link: Element): string {
  const cell = link.closest('td')
  const table = cell?.closest('table')
  if (!cell || !table || table.matches('[role=presentation], [role=none]')) return ''
  const row = all('th', cell.parentElement ?? undefined).map((th) => th.textContent)
  const head = table.rows[0]?.cells[cell.cellIndex]
  return [...row, head?.localName === 'th' ? head.textContent : ''].join(' ')
}

/** @returns the address without what follows `#`, to compare places */
export function placeOf(link: HTMLAnchorElement): string {
  return link.href.replace(/#.*$/, '').replace(/\/(index\.html?)?$/, '')
}

/** @returns each link whose name an earlier link has too, after that earlier one */
export function pairsOfNames(): [first: Link, other: Link][] {
  const known = new Map<string, Link>()
  return linksOfPage().flatMap((link): [Link, Link][] => {
    const name = link.name.toLowerCase()
    if (name === '' || /^(#|javascript:)/i.test(link.written)) return []
    const first = known.get(name)
    if (first) return [[first, link]]
    known.set(name, link)
    return []
  })
}

/** Whether the words around two links are the same, so that nothing tells them apart. */
export function isSameContext(one: Link, other: Link): boolean {
  const holders = [one, other].map(({ element }) => element.closest('p, li, td, dd, div, section'))
  return holders[0] === holders[1] || contextOf(one) === contextOf(other)
}
