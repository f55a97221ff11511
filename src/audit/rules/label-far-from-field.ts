import { all, boxesOf, isSeen } from '../in-page/dom.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

/** Of the field's own text; about a fifth of a line. */
const MOST_EM = 16

export const labelFarFromField: PageRule = {
  id: 'label-far-from-field',
  level: 'warn',
  criteria: [],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/general/G162',
  meets: 'At high zoom the label and its field are never on the screen together.',
  mend: 'Put the label directly above or beside its field.',
  *find(): Iterable<FaultyElement> {
    for (const label of all<HTMLLabelElement>('label')) {
      const field = label.control
      if (!field || !isSeen(label) || !isSeen(field)) continue
      const words = textBox(label)
      if (!words) continue
      const box = field.getBoundingClientRect()
      const across = Math.max(box.left - words.right, words.left - box.right, 0)
      const down = Math.max(box.top - words.bottom, words.top - box.bottom, 0)
      const em = Number.parseFloat(getComputedStyle(field).fontSize)
      const distance = Math.hypot(across, down)
      if (distance <= MOST_EM * em) continue
      yield { element: label, detail: `They stand ${Math.round(distance)} px apart.` }
    }
  },
}

function textBox(
  label: Element,
): { left: number; right: number; top: number; bottom: number } | undefined {
  const walker = document.createTreeWalker(label, NodeFilter.SHOW_TEXT)
  const boxes: DOMRect[] = []
  while (walker.nextNode()) {
    const { currentNode: node } = walker
    if (node instanceof Text && /\S/.test(node.data)) boxes.push(...boxesOf(node))
  }
  if (boxes.length === 0) return undefined
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
    top: Math.min(...boxes.map(({ top }) => top)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  }
}
