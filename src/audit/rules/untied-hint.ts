import { descriptionOf, isSeen, nameOf, wordsOf } from '../in-page/dom.ts'
import { fieldsIn, isTyped, type Field } from '../in-page/forms/fields.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const HINT = /\b(hint|help|note|info|description|example|format|instructions?)\b/i

export const untiedHint: PageRule = {
  id: 'untied-hint',
  level: 'manual',
  criteria: ['1.3.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/aria/ARIA1',
  meets: 'A hint stands beside the field, and is not heard when the field has the focus.',
  mend: 'Give the hint an id, and name it in aria-describedby of the field.',
  *find(): Iterable<FaultyElement> {
    for (const field of fieldsIn()) {
      if (!isTyped(field) && field.localName !== 'select') continue
      const heard = `${nameOf(field)} ${descriptionOf(field)}`.toLowerCase()
      const hint = hintsOf(field).find((element) => !heard.includes(wordsOf(element).toLowerCase()))
      if (hint) yield { element: field, detail: `“${wordsOf(hint)}” is not tied to it.` }
    }
  },
}

/** @returns short texts between the label and the field, or right behind the field */
function hintsOf(field: Field): Element[] {
  const [label] = field.labels ?? []
  const near = [field.nextElementSibling, between(label, field)]
  return near.flatMap((element) => {
    if (!element || !/^(p|span|small|div|em|i)$/.test(element.localName) || !isSeen(element))
      return []
    if (
      element.querySelector('input, select, textarea, button, a, label, p') ||
      element.matches('[role=alert], [role=status]')
    )
      return []
    const words = wordsOf(element)
    const isShort = words.length > 8 && words.length < 250
    const isHint =
      element === near[1] ||
      HINT.test(element.className) ||
      /\b(for example|e\.g\.|must|at least|format|such as)\b/i.test(words)
    return isShort && isHint ? [element] : []
  })
}

function between(label: HTMLLabelElement | undefined, field: Field): Element | null {
  if (!label || label.contains(field)) return null
  const before = field.previousElementSibling
  return before && before !== label && label.nextElementSibling === before ? before : null
}
