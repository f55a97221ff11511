import { all, isRendered, squeeze } from '../in-page/dom.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const breakAsParagraph: PageRule = {
  id: 'break-as-paragraph',
  level: 'warn',
  criteria: [],
  source: 'https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-br-element',
  meets: 'Paragraphs that are parted by line breaks are one long paragraph to a screen reader.',
  mend: 'Put each paragraph into a <p>, and make room with margins.',
  *find(): Iterable<FaultyElement> {
    const holders = new Set<Element>()
    for (const element of all('br + br')) {
      const { parentElement: holder, previousElementSibling: before } = element
      if (!holder || holders.has(holder) || !before || !isRendered(holder)) continue
      if (element.closest('pre, address, [contenteditable]')) continue
      const between = document.createRange()
      between.setStartAfter(before)
      between.setEndBefore(element)
      if (squeeze(between.toString()) !== '') continue
      holders.add(holder)
      yield { element, detail: 'Two line breaks follow each other.' }
    }
  },
}
