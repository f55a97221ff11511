import { isSeen, squeeze } from '../dom.ts'

/** @returns the lines of words that are rendered, in order */
export function lines(): string[] {
  return document.body.innerText.split('\n').map(squeeze).filter(Boolean)
}

/** Watches what changes in the page. */
export class Changes {
  readonly #observer: MutationObserver
  #records: MutationRecord[] = []

  constructor() {
    this.#observer = new MutationObserver((records) => {
      this.#records.push(...records)
    })
    this.#observer.observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: [
        'class',
        'style',
        'hidden',
        'open',
        'aria-expanded',
        'aria-invalid',
        'aria-hidden',
      ],
    })
  }

  /** @returns what changed since the last call, each element once */
  take(): { elements: Element[]; texts: Element[]; replaced: Element[] } {
    const records = [...this.#records, ...this.#observer.takeRecords()]
    this.#records = []
    const elements = new Set<Element>()
    const texts = new Set<Element>()
    const added = new Set<Element>()
    const removed = new Set<Element>()
    for (const { target, type, addedNodes, removedNodes } of records) {
      const element = target instanceof Element ? target : target.parentElement
      if (!element?.isConnected) continue
      elements.add(element)
      if (type !== 'attributes') texts.add(element)
      if (type === 'characterData' || addedNodes.length > 0) added.add(element)
      if (type === 'characterData' || removedNodes.length > 0) removed.add(element)
    }
    const replaced = [...added].filter((element) => removed.has(element))
    return { elements: [...elements], texts: [...texts], replaced }
  }

  end(): void {
    this.#observer.disconnect()
  }
}

/** @returns the innermost of some elements whose rendered words hold a line; the body when none does */
export function holderOf(line: string, elements: readonly Element[]): Element {
  const holders = elements
    .flatMap((element) => [element, ...element.querySelectorAll('*')])
    .filter((element) => squeeze(element.textContent).includes(line))
  return holders.findLast(isSeen) ?? holders.at(-1) ?? elements[0] ?? document.body
}

/** @returns lines of the second list that are not in the first */
export function fresh(before: readonly string[], after: readonly string[]): string[] {
  const known = new Set(before)
  return after.filter((line) => !known.has(line))
}
