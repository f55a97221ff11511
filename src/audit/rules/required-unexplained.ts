import { all, isSeen, wordsOf } from '../in-page/dom.ts'
import { fieldsIn, seenLabelOf } from '../in-page/forms/fields.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const requiredUnexplained: PageRule = {
  id: 'required-unexplained',
  level: 'warn',
  criteria: ['3.3.2'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H90',
  meets: 'A star stands for something, and nothing says for what.',
  mend: 'Write “required” (or “optional”) into the label, or explain the star before the first field.',
  *find(): Iterable<FaultyElement> {
    const starred = fieldsIn().find(
      (field) => isSeen(field) && /[*✱﹡]\s*:?$/.test(seenLabelOf(field)),
    )
    if (!starred) return
    const root = starred.form ?? document.body
    const words = `${wordsOf(root)} ${all('p, legend, h2, div', document)
      .slice(0, 200)
      .filter((each) => each.children.length < 4)
      .map(wordsOf)
      .join(' ')}`
    const isTold =
      /\*[^.]{0,60}(?:required|mandatory|must|needed|compulsory)|(?:required|mandatory|must be filled|compulsory|asterisk|star)[^.]{0,60}\*|\basterisk\b/i.test(
        words,
      )
    if (isTold || /\(required\)/i.test(words)) return
    yield { element: starred }
  },
}
