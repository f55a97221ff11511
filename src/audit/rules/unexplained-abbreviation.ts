import { all, isSeen, squeeze, wordsOf } from '../in-page/dom.ts'
import { blockOf } from '../in-page/looks/blocks.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

/** Known better by their letters than by their words. */
const known =
  /^(?:UK|GB|US|USA|EU|UN|BBC|ITV|NHS|MP|MPs|VAT|PIN|ID|TV|PC|DVD|CD|SMS|GPS|PDF|HTML|CSS|URL|FAQ|FAQs|CSV|ODT|ODS|EPUB|BCE|BC|AD|am|pm|[kKMG]B|k?m|cm|mm|kg|mph|GMT|BST|UTC|No\.?|St\.?|Dr\.?|Mr\.?|Mrs\.?|Ms\.?)$/

export const unexplainedAbbreviation: PageRule = {
  id: 'unexplained-abbreviation',
  level: 'warn',
  criteria: ['3.1.4'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/general/G97',
  meets: 'Who does not know the short form cannot find out what it stands for.',
  mend: 'Write the full words where it comes first, with the short form in brackets.',
  *find(): Iterable<FaultyElement> {
    const seen = new Set<string>()
    for (const element of all('abbr, acronym')) {
      const term = squeeze(element.textContent)
      if (term === '' || known.test(term) || seen.has(term) || !isSeen(element)) continue
      seen.add(term)
      const title = squeeze(element.title || element.getAttribute('aria-label'))
      if (title !== '' && title !== term) continue
      if (isInWords(term, element) || isLinked(element)) continue
      yield { element, detail: `“${term}” is not spelled out where it comes first.` }
    }
  },
}

/** Whether “Long Form (LF)” or “LF (Long Form)” stands there, or a definition of it anywhere. */
function isInWords(term: string, element: Element): boolean {
  const text = wordsOf(blockOf(element))
  const escaped = RegExp.escape(term)
  if (
    new RegExp(
      String.raw`\p{L}{2,}[\s’']+(?:\p{L}+\s+)?[(\[“‘"]+\s*${escaped}\s*s?[)\]”’"]`,
      'u',
    ).test(text)
  )
    return true
  if (new RegExp(String.raw`${escaped}\s*[(\[–—:,]\s*\p{L}+[\s-]+\p{L}+`, 'u').test(text))
    return true
  return all('dt, dfn').some((each) => squeeze(each.textContent) === term)
}

function isLinked(element: Element): boolean {
  return element.closest('a[href], dfn, dt, th') !== null
}
