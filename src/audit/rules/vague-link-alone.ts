import { contextOf, linksOfPage } from '../in-page/structure/links.ts'
import { bare, isVagueLink } from '../in-page/structure/vague-words.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const vagueLinkAlone: PageRule = {
  id: 'vague-link-alone',
  level: 'error',
  criteria: ['2.4.4'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F63',
  meets: 'Neither the link nor the words that belong to it tell where it leads.',
  mend: 'Put the link into the sentence that it belongs to, or let its own words say where it leads.',
  *find(): Iterable<FaultyElement> {
    for (const link of linksOfPage()) {
      if (!isVagueLink(link.name) || /[\p{L}\p{N}]{2}/u.test(contextOf(link))) continue
      // “Back”, “Start” and “Details” are often understood from the place of the link in a sequence.
      const isStep =
        !/^(?:(?:please )?(?:click|tap|press|read|see|find|learn|download|view).* ?(?:here|more|now|this)|here|this|more|link|this (?:page|link|site))$/.test(
          bare(link.name),
        ) || link.element.closest('nav, [role=navigation]') !== null
      const detail = `The link says “${link.name}”, and nothing stands in its paragraph, item or cell.`
      yield isStep
        ? { element: link.element, detail, level: 'manual' }
        : { element: link.element, detail }
    }
  },
}
