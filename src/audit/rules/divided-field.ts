import { all } from '../in-page/dom.ts'
import { fieldsIn, isTyped, type Field } from '../in-page/forms/fields.ts'
import { namedGroupOf } from '../in-page/structure/groups.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const dividedField: PageRule = {
  id: 'divided-field',
  level: 'error',
  criteria: ['1.3.1', '3.3.2'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F82',
  meets:
    'A number or a date is divided into several fields, and nothing tells what they are together.',
  mend: 'Use one field; or put the parts into a <fieldset> with a <legend>.',
  *find(): Iterable<FaultyElement> {
    const holders = new Set(fieldsIn().flatMap((field) => field.parentElement ?? []))
    for (const holder of holders) {
      const parts = all<Field>(':scope > input', holder).filter(
        (field) => isTyped(field) && isShort(field),
      )
      const [element] = parts
      if (!element || parts.length < 2) continue
      if (parts.some((part) => namedGroupOf(part) ?? part.getAttribute('aria-describedby')))
        continue
      const isJoined = parts.some((part) => /^\s*[-–/).(]/.test(part.nextSibling?.nodeValue ?? ''))
      if (isJoined)
        yield { element, detail: `${parts.length} short fields stand together without a name.` }
    }
  },
}

function isShort(field: Field): boolean {
  const most = Number(field.getAttribute('maxlength') ?? field.getAttribute('size') ?? Infinity)
  return most > 0 && most <= 4
}
