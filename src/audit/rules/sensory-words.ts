import { all, isSeen, nameOf } from '../in-page/dom.ts'
import { blocksOfPage } from '../in-page/looks/blocks.ts'
import { sensoryWordsIn } from '../in-page/words/senses.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const sensoryWords: PageRule = {
  id: 'sensory-words',
  level: 'manual',
  criteria: ['1.3.3', '1.4.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F14',
  meets: 'Who does not see the place, the shape or the colour cannot tell what is meant.',
  mend: 'Name the thing by its words or its heading, or link to it; say the place only beside that.',
  *find(): Iterable<FaultyElement> {
    const blocks = blocksOfPage().filter(
      ({ element }) => !element.closest('pre, code, figcaption, nav, button, option'),
    )
    let columns: boolean | undefined
    let names: string[] | undefined
    for (const { element, words } of blocks) {
      if (
        !/\b(?:left|right|colou?r|red|green|blue|yellow|orange|purple|pink|gr[ae]y|black|white|amber|brown|turquoise|round|square|circular|rectangular|triang\w+|oval|\w+-shaped|large|big|small|bigger|smaller|larger|hear)\b/i.test(
          words,
        )
      )
        continue
      columns ??= hasColumns()
      names ??= namesOfControls()
      const found = sensoryWordsIn(words, columns)
      const [first] = found
      if (first === undefined || isNamed(first, words, names)) continue
      yield { element, detail: `It says “${first}”.` }
    }
  },
}

/** Whether anything floats, is put somewhere, or stands in columns. */
function hasColumns(): boolean {
  return all('body *')
    .slice(0, 2_000)
    .some((element) => {
      const { float, position, display, flexDirection } = getComputedStyle(element)
      if (float !== 'none' || position === 'absolute') return isSeen(element)
      const isRow =
        display.includes('grid') || (display.includes('flex') && flexDirection.startsWith('row'))
      return isRow && element.children.length > 1 && isSeen(element)
    })
}

function namesOfControls(): string[] {
  return all('button, a[href], input, select, textarea, [role=button], h1, h2, h3, caption')
    .slice(0, 300)
    .map((element) => nameOf(element).toLowerCase())
    .filter((name) => name.length > 2)
}

/** Whether the sentence says the name of something on the page, besides its place. */
function isNamed(found: string, words: string, names: readonly string[]): boolean {
  // “The menu on the right” is under the heading “Menu”.
  const said = ` ${found.toLowerCase()} `
  if (names.some((name) => name.length > 3 && said.includes(` ${name} `))) return true
  if (said.includes(' navigation ') && document.querySelector('nav')) return true
  const at = words.indexOf(found)
  const near = words.slice(Math.max(0, at - 40), at + found.length + 40).replace(found, ' … ')
  return names.some((name) => {
    const place = near.toLowerCase().indexOf(name)
    return place !== -1 && /[A-Z“"‘']/.test(near.charAt(place)) && place > 0
  })
}
