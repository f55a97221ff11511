import { formatDay } from '../document/dates.ts'
import type { Piece } from './excerpt.ts'
import type { Result } from './index-in-browser.ts'

/** An element of results; words are set as text, never as markup. */
function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value)
  made.append(...children)
  return made
}

/** @param href an address of this site. */
export const link = (href: string, words: string): HTMLAnchorElement =>
  element('a', { href }, words)

export const paragraph = (words: string): HTMLParagraphElement => element('p', {}, words)

/** One result: its title as a heading, its kind and date, an excerpt, and the parts it is in. */
export function resultItem(result: Result): HTMLLIElement {
  const { address, title, kind, date, lang, summary, parts } = result
  const inItsLanguage: Record<string, string> =
    lang === document.documentElement.lang ? {} : { lang, dir: 'auto' }
  const details =
    date === '' ? [kind] : [`${kind}, `, element('time', { datetime: date }, formatDay(date))]
  const words = result.excerpt.length === 0 ? [summary] : result.excerpt.map(piece)
  const item = element(
    'li',
    {},
    element('h3', inItsLanguage, link(address, title)),
    element('p', { class: 'details' }, ...details),
    element('p', inItsLanguage, ...words),
  )
  const ways = parts.map((part) => {
    const way = link(`${address}#${encodeURIComponent(part.id)}`, part.title)
    // Parts of two publications can have the same title.
    way.setAttribute('aria-label', `${part.title}, in ${title}`)
    return element('li', inItsLanguage, way)
  })
  if (ways.length > 0) item.append(element('ul', { class: 'parts' }, ...ways))
  return item
}

const piece = ({ words, marked }: Piece): Node | string =>
  marked ? element('mark', {}, words) : words

/**
 * The part of the page with the results. It is not in the page before there are any, because text
 * browsers would show it.
 */
export function resultsPart(items: readonly HTMLLIElement[]): {
  part: HTMLElement
  list: HTMLOListElement
  more: HTMLButtonElement
} {
  const list = element('ol', { class: 'listing results' }, ...items)
  const more = element('button', { type: 'button' }, 'Show more results')
  const inside = element('div', {}, list)
  return { part: element('section', {}, element('h2', {}, 'Results'), inside), list, more }
}

/** What somebody can try who has found nothing. */
export function helpPart(): HTMLElement {
  const ideas = [
    'Check the spelling, or search for fewer words.',
    'Search for the name of a person or a body that the text may have.',
    'Look through the list of everything below.',
  ]
  const list = element('ul', {}, ...ideas.map((idea) => element('li', {}, idea)))
  return element('section', {}, element('h2', {}, 'What you can try'), list)
}

/** @param way what leads on from an answer that may not be the one that was hoped for. */
export const wayOn = (way: HTMLAnchorElement): HTMLElement => element('p', { class: 'onward' }, way)
