import { foreignPage } from '../in-page/words/foreign.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const pageLanguage: PageRule = {
  id: 'page-language',
  level: 'error',
  criteria: ['3.1.1'],
  source: 'https://www.w3.org/WAI/standards-guidelines/act/rules/ucwvc8/',
  meets: 'A screen reader reads the page out with the sounds of another language.',
  mend: 'Put the language that the page is written in into the lang attribute of <html>.',
  *find(): Iterable<FaultyElement> {
    const foreign = foreignPage()
    if (!foreign) return
    yield {
      element: document.documentElement,
      detail: `The page says lang="${document.documentElement.lang}"; its words are ${foreign.name}.`,
      ...(foreign.isCertain ? {} : { level: 'manual' as const }),
    }
  },
}
