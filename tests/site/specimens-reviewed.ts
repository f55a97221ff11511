import type { Answer } from '../../src/audit/answers.ts'
import { narrow } from '../../src/audit/modes.ts'

/** What a person has looked at in the specimens, which have what the real content has not. */
export const specimensReviewed: readonly Answer[] = [
  {
    rule: 'axe/color-contrast',
    where: /^pre > code$|> caption$|^a\[href\$="nowhere\.example\/"\]$/,
    mode: narrow.name,
    reason:
      'The caption of a table that is wider than the screen, a link in it, and a long line of code ' +
      'are out of sight until their region is scrolled.',
    link: 'https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md',
    date: '2026-11-27',
  },
  {
    rule: 'axe/color-contrast',
    where: /^#(first|third)-specimen > p$/,
    reason:
      'The mark of a note takes clicks over the full stop that follows it, so that a finger can ' +
      'hit it (WCAG 2.5.8). Nothing is painted there, and the same words elsewhere pass.',
    link: 'https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md',
    date: '2026-11-27',
  },
]
