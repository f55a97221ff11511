import { isSeen } from '../in-page/dom.ts'
import { companyOf, fieldsIn, seenLabelOf, type Field } from '../in-page/forms/fields.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const requiredByColour: PageRule = {
  id: 'required-by-colour',
  level: 'error',
  criteria: ['1.4.1', '3.3.2'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F81',
  meets: 'Only the colour of the label tells which fields must be filled in.',
  mend: 'Write “required” into the label, or put a mark beside it and explain it.',
  *find(): Iterable<FaultyElement> {
    for (const field of fieldsIn()) {
      if (!isRequired(field) || !isSeen(field)) continue
      const label = field.labels?.[0]
      if (!label || /[*✱]|required|must|mandatory|needed/i.test(seenLabelOf(field))) continue
      const others = companyOf(field).filter((other) => !isRequired(other) && isSeen(other))
      const marked = others.filter((other) => other.labels?.[0] && isSeen(other.labels[0]))
      if (marked.length === 0) continue
      // Optional fields that say so leave no doubt about the rest.
      if (marked.every((other) => /optional/i.test(seenLabelOf(other)))) continue
      const isByColour = marked.every(
        (other) => other.labels?.[0] && differsInColourOnly(label, other.labels[0]),
      )
      if (isByColour) yield { element: label, detail: `“${seenLabelOf(field)}” must be filled in.` }
    }
  },
}

function isRequired(field: Field): boolean {
  return field.required || field.getAttribute('aria-required') === 'true'
}

function differsInColourOnly(one: Element, other: Element): boolean {
  const [a, b] = [getComputedStyle(one), getComputedStyle(other)]
  const isSame = (
    [
      'fontWeight',
      'fontStyle',
      'fontSize',
      'textDecorationLine',
      'backgroundColor',
      'backgroundImage',
      'borderStyle',
    ] as const
  ).every((name) => a[name] === b[name])
  const hasMark = [one, other].some((each) =>
    ['::before', '::after'].some(
      (part) => !['none', 'normal', '""'].includes(getComputedStyle(each, part).content),
    ),
  )
  return a.color !== b.color && isSame && !hasMark && one.children.length === 0
}
