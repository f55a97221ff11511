import { nameOf } from '../in-page/dom.ts'
import { fieldsIn } from '../in-page/forms/fields.ts'
import { bare, isPlaceholder } from '../in-page/structure/vague-words.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const labelSaysNothing: PageRule = {
  id: 'label-says-nothing',
  level: 'error',
  criteria: ['2.4.6'],
  source: 'https://www.w3.org/WAI/standards-guidelines/act/rules/cc0f0a/',
  meets: 'The label does not tell what belongs into the field.',
  mend: 'Write as the label what people should fill in.',
  *find(): Iterable<FaultyElement> {
    for (const element of fieldsIn()) {
      const name = nameOf(element)
      const words = bare(name)
      if (name === '') continue
      const detail = `The label is “${name}”.`
      const isChoice = element.type === 'radio' || element.type === 'checkbox'
      // A title such as “Title: Ms” is a true label; “Test” may be one of a laboratory.
      const isTrue = /^(title|test|form|document|text)$/.test(words)
      if (isPlaceholder(name) && !isTrue) yield { element, detail }
      else if (
        !isChoice &&
        /^(menu|enter|type here|here|write|value|required|optional|\W*|\d+)$/.test(words)
      )
        yield { element, detail, level: 'manual' }
    }
  },
}
