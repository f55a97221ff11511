import { squeeze, wordsOf } from '../in-page/dom.ts'
import { headingsOfPage } from '../in-page/structure/headings.ts'
import { isKin, tellingWords } from '../in-page/structure/pictures.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const titleDoesNotFit: PageRule = {
  id: 'title-does-not-fit',
  level: 'manual',
  criteria: ['2.4.2'],
  source: 'https://www.w3.org/WAI/standards-guidelines/act/rules/c4a8a4/',
  meets: 'The title may speak of something else than the page, so a tab or a bookmark misleads.',
  mend: 'Begin the title with the words of the main heading.',
  *find(): Iterable<FaultyElement> {
    const element = document.querySelector('title')
    const words = tellingWords(squeeze(document.title))
    if (!element || words.length === 0) return
    const main = headingsOfPage().find(({ level }) => level === 1)
    const heading = tellingWords(main?.name ?? '')
    const text = tellingWords(wordsOf(document.body).slice(0, 20_000))
    const said = (others: readonly string[], by: readonly string[]): number =>
      others.filter((word) => by.some((other) => isKin(word, other))).length
    const shared = Math.max(
      said(words, heading) / words.length,
      ...document.title.split(/\s[-–—|:·•]\s/).map((part) => {
        const own = tellingWords(part)
        return own.length === 0 ? 0 : said(own, heading) / own.length
      }),
      said(heading, words) / Math.max(1, heading.length),
    )
    if (heading.length > 0 && shared <= 0.5)
      yield {
        element,
        detail: `The title is “${document.title}”, the heading “${main?.name ?? ''}”.`,
      }
    else if (heading.length === 0 && text.length > 5 && missesPoint(words, text))
      yield { element, detail: `Few words of “${document.title}” are on the page.` }
    else if (main && isSiteAlone(document.title, main.name))
      yield {
        element,
        detail: `“${document.title}” is only the end of the heading “${main.name}”.`,
      }
  },
}

/** Whether some words of a short title are on the page, and the first, which says most, is not. */
function missesPoint(words: readonly string[], text: readonly string[]): boolean {
  const [first, ...others] = words
  if (first === undefined || others.length === 0 || others.length > 3) return false
  const isThere = (word: string): boolean => text.some((other) => isKin(word, other))
  return !isThere(first) && others.some(isThere)
}

/** Whether the title is the name of the site that the heading ends with: nothing of this page. */
function isSiteAlone(title: string, heading: string): boolean {
  return heading.length > title.length * 1.6 && heading.toLowerCase().endsWith(title.toLowerCase())
}
