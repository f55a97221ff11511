import { all, isHeard, squeeze } from '../in-page/dom.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const meaningTakenAway: PageRule = {
  id: 'meaning-taken-away',
  level: 'error',
  criteria: ['1.3.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F92',
  meets:
    'A role takes away what the element is: a list, a heading or a row is not heard as one any more.',
  mend: 'Remove role="presentation" or role="none".',
  *find(): Iterable<FaultyElement> {
    for (const element of all('[role=presentation], [role=none]')) {
      if (!isHeard(element) || squeeze(element.textContent) === '') continue
      const { localName } = element
      if (/^h[1-6]$/.test(localName)) yield { element, detail: 'It is a heading.' }
      else if (/^(ul|ol|dl)$/.test(localName) && isPlainList(element))
        yield { element, detail: 'It is a list.' }
      else if (
        /^(th|caption|label|blockquote|em|strong)$/.test(localName) &&
        !element.closest('table[role]')
      )
        yield { element, detail: `It is a <${localName}>.`, level: 'manual' }
    }
  },
}

/** Whether a list has items of its own, and is not the frame of tabs or a menu. */
function isPlainList(list: Element): boolean {
  const items = [...list.children].filter(({ localName }) => /^(li|dt|dd)$/.test(localName))
  const isWidget =
    list.querySelector('[role]:not([role=presentation], [role=none], [role=img])') !== null
  return (
    items.length > 1 &&
    !isWidget &&
    list.closest('[role=tablist], [role=menu], [role=menubar], [role=tree]') === null
  )
}
