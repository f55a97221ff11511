import { all, isHeard, nameOf } from '../dom.ts'
import { oncePerRun } from '../looks/once.ts'

/** A heading as assistive technology meets it. */
export interface Heading {
  readonly element: HTMLElement
  readonly level: number
  readonly name: string
}

/** @returns the headings in the order of the document */
export const headingsOfPage = oncePerRun((): Heading[] =>
  all('h1, h2, h3, h4, h5, h6, [role=heading]')
    .filter((element) => isHeard(element))
    .filter((element) => (element.getAttribute('role') ?? 'heading') === 'heading')
    .map((element) => ({ element, level: levelOf(element), name: nameOf(element) })),
)

function levelOf(element: Element): number {
  const said = Number(element.getAttribute('aria-level'))
  return said > 0 ? said : Number(/^h([1-6])$/.exec(element.localName)?.[1] ?? 2)
}

/** @returns the words between a heading and the next one, or the end of the page */
export function wordsUnder(heading: Heading, next: Heading | undefined): string {
  const range = document.createRange()
  range.setStartAfter(heading.element)
  if (next) range.setEndBefore(next.element)
  else range.setEndAfter(document.body.lastChild ?? document.body)
  const part = range.cloneContents()
  for (const hidden of part.querySelectorAll('script, style, template')) hidden.remove()
  return part.textContent.replace(/\s+/g, ' ').trim()
}
