import { all, isSeen, roleOf } from '../in-page/dom.ts'
import { listenersOf } from '../in-page/dom.ts'
import type { PageRule } from '../rule.ts'

const NATIVE =
  'a[href], area[href], button, input, select, textarea, summary, audio, video, iframe, object, embed, [contenteditable]'
/** Roles of text and of structure: nothing that people operate. */
const STATIC = [
  '',
  'paragraph',
  'heading',
  'listitem',
  'list',
  'img',
  'figure',
  'generic',
  'cell',
  'article',
]

/** An element that Tab stops at, and that does nothing. */
export const needlessFocus: PageRule = {
  id: 'needless-focus',
  level: 'warn',
  criteria: ['2.4.3'],
  source: 'https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/',
  meets:
    'Tab stops at something that cannot be operated, which costs time and raises a false hope.',
  mend: 'Take tabindex="0" away: people read text without it.',
  *find() {
    for (const element of all('[tabindex="0"]')) {
      if (element.matches(NATIVE) || !isSeen(element) || isScrolled(element)) continue
      if (!STATIC.includes(roleOf(element)) || isListening(element)) continue
      if (element.hasAttribute('aria-describedby') || element.hasAttribute('aria-haspopup'))
        continue
      // Help that shows on focus needs the focus.
      if (element.matches('[title], [class*=tip]') || element.querySelector('[role=tooltip]'))
        continue
      yield { element }
    }
  },
}

function isScrolled(element: Element): boolean {
  const { overflowX, overflowY } = getComputedStyle(element)
  return /auto|scroll/.test(overflowX + overflowY)
}

function isListening(element: Element): boolean {
  return listenersOf(element).length > 0 || getComputedStyle(element).cursor === 'pointer'
}
