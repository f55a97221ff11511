import { all, isHeard, nameOf, wordsOf } from '../in-page/dom.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const CONTROLS =
  'a[href], button, summary, input[type=submit], input[type=button], input[type=reset], [role=button], [role=link], [role=tab], [role=menuitem], [role=checkbox], [role=radio], [role=switch], [role=option]'

export const nameWithoutLabel: PageRule = {
  id: 'name-without-label',
  level: 'error',
  criteria: ['2.5.3'],
  source: 'https://www.w3.org/WAI/standards-guidelines/act/rules/2ee8b8/',
  meets:
    'Who speaks the words that they see does not reach the control, because its name is another.',
  mend: 'Let the accessible name begin with the words that are seen.',
  *find(): Iterable<FaultyElement> {
    for (const element of all(CONTROLS)) {
      if (
        !isHeard(element) ||
        (!/aria-label|srtext|title/.test(element.getAttributeNames().join(' ')) &&
          !hasHidden(element))
      )
        continue
      const label = wordsIn(
        element instanceof HTMLInputElement ? element.value : seenWords(element),
      )
      const name = wordsIn(nameOf(element))
      // One sign, such as × or i, is said by nobody.
      const isField = element.matches('input:not([type=submit], [type=button], [type=reset])')
      if (isField || label.join('').length < 2 || name.length === 0 || isLigature(element)) continue
      if (!` ${name.join(' ')} `.includes(` ${label.join(' ')} `))
        yield {
          element,
          detail: `It shows “${label.join(' ')}”, and its name is “${name.join(' ')}”.`,
        }
    }
  },
}

/** What is in brackets is left out, and signs count as parts of no word. */
function wordsIn(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .split(/[^\p{L}\p{N}×=+]+/u)
    .filter((word) => word !== '')
}

/** The words in sight: those moved or clipped away are left out. */
function seenWords(element: HTMLElement): string {
  const hidden = all('*', element).filter((part) => {
    const { width, height, right } = part.getBoundingClientRect()
    return width <= 1 || height <= 1 || right + scrollX <= 0
  })
  return hidden.reduce((words, part) => words.replace(wordsOf(part), ' '), wordsOf(element))
}

function hasHidden(element: Element): boolean {
  return element.childElementCount > 0
}

/** Whether a font draws the word as a picture: `search` as a lens. */
function isLigature(element: Element): boolean {
  const font = getComputedStyle(element.querySelector('i, span') ?? element).fontFamily
  return (
    /icon|symbol/i.test(font) ||
    document.querySelector('link[href*="icon" i][rel=stylesheet]') !== null
  )
}
