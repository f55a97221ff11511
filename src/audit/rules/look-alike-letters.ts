import { isHeard } from '../in-page/dom.ts'
import { textsOfPage } from '../in-page/looks/blocks.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

/** Letters of other scripts that look Latin; `µ` and `Ω` of units, and letters of formulas, do not. */
const LOOK_ALIKE = /[аеорсухіјѕԁһԛԝАВЕКМНОРСТУХІЈЅοϲρνιυκΑΒΕΖΗΙΚΜΝΟΡΤΥΧ]/u
const STYLED = /[\u{1D400}-\u{1D7FF}\u{1F130}-\u{1F189}\u{24B6}-\u{24E9}]{3,}/u

export const lookAlikeLetters: PageRule = {
  id: 'look-alike-letters',
  level: 'error',
  criteria: ['1.1.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F71',
  meets:
    'The word only looks right: it is made of letters of another script, and is read out wrongly.',
  mend: 'Write the word with the letters of its own script.',
  *find(): Iterable<FaultyElement> {
    for (const { element, words } of textsOfPage()) {
      if (!isHeard(element) || element.closest('code, math, [role=img], [role=math]')) continue
      const word = words.split(/[^\p{L}\p{M}]+/u).find(isMixed) ?? STYLED.exec(words)?.[0]
      if (word !== undefined)
        yield { element, detail: `“${word}” mixes letters of several scripts or styles.` }
    }
  },
}

function isMixed(word: string): boolean {
  if (word.length < 3 || !LOOK_ALIKE.test(word)) return false
  const scripts = [/\p{Script=Latin}/u, /\p{Script=Greek}/u, /\p{Script=Cyrillic}/u]
  return scripts.filter((script) => script.test(word)).length > 1
}
