import { all, isHeard } from '../in-page/dom.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const laidOutByBlanks: PageRule = {
  id: 'laid-out-by-blanks',
  level: 'error',
  criteria: ['1.3.1', '1.3.2'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F34',
  meets: 'Columns that are made of blanks are read straight across, and no cell has its heading.',
  mend: 'Use a <table> for a table, and the style sheet for columns of text.',
  *find(): Iterable<FaultyElement> {
    for (const element of all('pre, p, div, td, dd, li, section, blockquote')) {
      if (
        element.closest('code, [role=img], textarea') ??
        element.querySelector('code, samp, p, div')
      )
        continue
      const keeps = /^(pre|pre-wrap|break-spaces)$/.test(getComputedStyle(element).whiteSpace)
      const text = element.textContent
      if (!keeps && !/\u00a0{2}/.test(text)) continue
      if (!isHeard(element)) continue
      const lines = linesOf(element, keeps).filter((line) => /[\p{L}\p{N}]/u.test(line))
      const split = lines.filter((line) =>
        /[\p{L}\p{N}).,”"'-](?:\t+|[ \u00a0]{2,})[\p{L}\p{N}(“"$£€]/u.test(line.trim()),
      )
      const isCode = (text.match(/[{};]|=>|<\/?\w+[ >]/g) ?? []).length > lines.length / 2
      if (split.length >= 3 && split.length / lines.length >= 0.3 && !isCode)
        yield { element, detail: `${split.length} of ${lines.length} lines have columns.` }
    }
  },
}

function linesOf(element: Element, keeps: boolean): string[] {
  if (keeps) return element.textContent.split('\n')
  const lines = ['']
  for (const node of element.childNodes) {
    if (node instanceof Element && node.localName === 'br') lines.push('')
    else lines.push(`${lines.pop() ?? ''}${(node.textContent ?? '').replace(/[ \n]+/g, ' ')}`)
  }
  return lines
}
