import type { Fault } from '../../rule.ts'
import { all, isRendered, nameOf } from '../dom.ts'
import { faultAt } from './faults.ts'
import { visitedStops } from './judge-walk.ts'

/** Stops before the content from which on a way past them is worth its place. */
const MANY = 5

let link: HTMLAnchorElement | undefined
let target: Element | null = null

/** @returns whether there is a link past the head of the page that can be tried, and faults without trying */
export function judgeSkipLink(): { isToTry: boolean; faults: Fault[] } {
  const stops = visitedStops()
  const main = document.querySelector('main, [role=main]')
  const before = main ? stops.filter((stop) => isBefore(stop, main)).length : 0
  const place = stops.slice(0, 4).findIndex(isSkipLink)
  const found = stops[place]
  if (!(found instanceof HTMLAnchorElement)) {
    const isWanted = main !== null && before >= MANY
    return {
      isToTry: false,
      faults: isWanted
        ? [faultAt('skip-link', main, `There are ${before} stops before the content.`, 'warn')]
        : [],
    }
  }
  link = found
  const id = decodeURIComponent(found.hash.slice(1))
  target = document.getElementById(id) ?? document.getElementsByName(id)[0] ?? null
  const inside = all(`[href^="#"]`, found.parentElement ?? document)
  if (!target && inside.length > 0) {
    return {
      isToTry: false,
      faults: [faultAt('skip-link', found, `Nothing on the page is called “${id}”.`)],
    }
  }
  if (target && !isRendered(target) && target.getClientRects().length === 0) {
    return { isToTry: false, faults: [faultAt('skip-link', found, `“${id}” is hidden.`)] }
  }
  found.focus()
  return { isToTry: true, faults: [] }
}

/** Judges where Tab goes after the link was followed. */
export function judgeLanding(): Fault[] {
  const now = document.activeElement
  const landing = target
  if (!link || !landing || !now || now === document.body) return []
  // After the last stop of all the focus comes round to the first.
  if (!visitedStops().some((stop) => stop !== link && !isBefore(stop, landing))) return []
  const main = document.querySelector('main, [role=main]')
  const isShort = main !== null && isBefore(landing, main) && isBefore(now, main)
  if (now === link || isShort || isBefore(now, landing)) {
    return [
      faultAt(
        'skip-link',
        link,
        `The next Tab goes to “${nameOf(now).slice(0, 40)}”, before the content.`,
      ),
    ]
  }
  return []
}

function isSkipLink(element: Element): boolean {
  if (!(element instanceof HTMLAnchorElement) || element.hash.length < 2) return false
  const isHere = element.href.split('#')[0] === location.href.split('#')[0]
  return (
    isHere && /\b(skip|jump|go|straight|direct)\b.*|main content|to content/i.test(nameOf(element))
  )
}

function isBefore(one: Element, other: Element): boolean {
  return (
    (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
    !one.contains(other)
  )
}
