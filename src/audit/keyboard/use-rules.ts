import type { RuleFacts } from '../rule.ts'

const W3C = 'https://www.w3.org/WAI/WCAG22'
const APG = 'https://www.w3.org/WAI/ARIA/apg/patterns'

/** The rules that using the controls of a page answers, with keys and with a pointer. */
export const useRules: readonly RuleFacts[] = [
  {
    id: 'keys-ignored',
    level: 'error',
    criteria: ['2.1.1'],
    source: `${W3C}/Techniques/failures/F54`,
    meets: 'The keyboard comes here, but Enter and Space do nothing, where a click does something.',
    mend: 'Use a real button, or do on keydown what is done on click.',
  },
  {
    id: 'space-ignored',
    level: 'warn',
    criteria: ['2.1.1'],
    source: `${APG}/button/`,
    meets: 'It is called a button, and does not answer to Space as buttons do.',
    mend: 'Use a real button, or leave the role away where it is a link.',
  },
  {
    id: 'character-shortcut',
    level: 'error',
    criteria: ['2.1.4'],
    source: `${W3C}/Techniques/failures/F99`,
    meets: 'A single character does something, so speech and tremor set things off by mistake.',
    mend: 'Ask for Ctrl or Alt with it, or let people turn the shortcut off or change it.',
  },
  {
    id: 'pointer-down',
    level: 'error',
    criteria: ['2.5.2'],
    source: `${W3C}/Understanding/pointer-cancellation.html`,
    meets: 'It acts as soon as it is touched, so nobody can slide off to undo a slip.',
    mend: 'Act on click, which comes when the finger or button goes up again in the same place.',
  },
  {
    id: 'dragging-only',
    level: 'error',
    criteria: ['2.5.7'],
    source: `${W3C}/Understanding/dragging-movements.html`,
    meets: 'It can only be moved by dragging, which many hands and tools cannot do.',
    mend: 'Put buttons beside it that move it by a click.',
  },
  {
    id: 'gesture-only',
    level: 'manual',
    criteria: ['2.5.1'],
    source: `${W3C}/Understanding/pointer-gestures.html`,
    meets: 'It answers to swipes or to several fingers, and there is no button beside it.',
    mend: 'Put buttons beside it that do the same by a tap.',
  },
  {
    id: 'dialogue-not-focused',
    level: 'error',
    criteria: ['2.4.3'],
    source: `${W3C}/Techniques/failures/F85`,
    meets: 'A box opens over the page, and the focus stays behind it, far away.',
    mend: 'Put the focus into the box when it opens, as showModal() of <dialog> does.',
  },
  {
    id: 'dialogue-leaks',
    level: 'warn',
    criteria: ['2.4.3'],
    source: `${APG}/dialog-modal/`,
    meets: 'Tab leads out of the open box to what lies under it.',
    mend: 'Use <dialog> with showModal(), which keeps the focus inside.',
  },
  {
    id: 'dialogue-escape',
    level: 'warn',
    criteria: ['2.1.1'],
    source: `${APG}/dialog-modal/`,
    meets: 'Escape does not close the box that lies over the page.',
    mend: 'Use <dialog> with showModal(), or close the box on Escape.',
  },
  {
    id: 'focus-lost',
    level: 'warn',
    criteria: ['2.4.3'],
    source: `${APG}/dialog-modal/`,
    meets: 'When the box is closed the focus is nowhere, and people start again at the top.',
    mend: 'Put the focus back on the button that opened the box.',
  },
  {
    id: 'hover-only',
    level: 'error',
    criteria: ['2.1.1', '1.4.13'],
    source: `${W3C}/Techniques/failures/F54`,
    meets:
      'Something shows when the pointer rests here, and never for people who use the keyboard.',
    mend: 'Show it on focus too, with :focus or :focus-within, or by a button.',
  },
  {
    id: 'hover-content',
    level: 'error',
    criteria: ['1.4.13'],
    source: `${W3C}/Techniques/failures/F95`,
    meets: 'What shows when the pointer rests here cannot be read with an enlarged screen.',
    mend: 'Let it stay while the pointer is on it, and put it away on Escape.',
  },
]
