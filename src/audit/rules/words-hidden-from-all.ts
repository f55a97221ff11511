import { all, isSeen, squeeze, wordsOf } from '../in-page/dom.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const FOR_EARS =
  /(^|[-_\s])(sr|screen-?readers?|visually|visual)[-_]?(only|hidden|text|hide)?($|[-_\s])|^(visuallyhidden|sronly|screenreader|hidden-text|for-screen-readers?|offscreen|off-screen)$/i
const VAGUE = /^(read|learn|see|find out|show|view|get)?\s*(more|details|here|this|info|all)\W*$/i

export const wordsHiddenFromAll: PageRule = {
  id: 'words-hidden-from-all',
  level: 'warn',
  criteria: ['2.4.4'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/css/C7',
  meets: 'The words are hidden so that screen readers do not say them either.',
  mend: 'Hide them from eyes alone: clip-path: inset(50%) on an absolute box of 1 px.',
  *find(): Iterable<FaultyElement> {
    for (const element of all('body *')) {
      const words = squeeze(element.textContent)
      if (words === '' || element.closest('[aria-hidden="true"], template, script, style')) continue
      const style = getComputedStyle(element)
      const isHidden = style.display === 'none' || style.visibility === 'hidden'
      if (!isHidden || element.hidden) continue
      const parent = element.parentElement
      if (!parent || !isSeen(parent)) continue
      if (isMeantForEars(element)) {
        yield { element, detail: `Its class says that “${short(words)}” is for screen readers.` }
        continue
      }
      const link = element.closest('a[href], button')
      if (link && VAGUE.test(wordsOf(link)) && !link.hasAttribute('aria-label')) {
        const detail = `What is left of the name is “${wordsOf(link)}”.`
        yield { element, detail, level: 'manual' }
      }
    }
  },
}

function isMeantForEars({ classList }: Element): boolean {
  return [...classList].some((name) => FOR_EARS.test(name) && !/^(visual|screen)$/i.test(name))
}

function short(words: string): string {
  return words.length > 60 ? `${words.slice(0, 59)}…` : words
}
