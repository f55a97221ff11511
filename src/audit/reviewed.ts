import type { Answer } from './answers.ts'
import { narrow } from './modes.ts'

/** What a person has looked at on this site, where the audit cannot decide by itself. */
export const reviewed: readonly Answer[] = [
  {
    rule: 'axe/label-content-name-mismatch',
    where: /^#mark-/,
    reason:
      'The visible label of a note’s mark is a sign such as *, which nobody says to a voice ' +
      'control; the criterion leaves signs out.',
    link: 'https://www.w3.org/WAI/WCAG22/Understanding/label-in-name.html',
    date: '2026-11-27',
  },
  {
    rule: 'axe/color-contrast',
    where: /(^|> )t[dh]\b|(^|> )time\b/,
    mode: narrow.name,
    reason:
      'Cells of a table that is wider than the screen are out of sight until its region is ' +
      'scrolled. In the wide modes axe sees the same cells, in the same colours, and passes them.',
    link: 'https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md',
    date: '2026-11-27',
  },
  {
    rule: 'axe/hidden-content',
    where: /^\.trap$/,
    reason:
      'The field that only programs fill in is hidden from everybody. Without styles it is shown, ' +
      'with a label that says to leave it empty; tests/site/form.test.ts looks at that.',
    link: 'https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md',
    date: '2026-11-27',
  },
  {
    rule: 'accesslint/keyboard-accessible/focus-order',
    where: /section\[aria-label/,
    reason:
      'A table that may be wider than the screen is scrolled inside a region with a name, which ' +
      'takes the focus so that keys can scroll it, as axe-core asks for.',
    link: 'https://dequeuniversity.com/rules/axe/4.11/scrollable-region-focusable',
    date: '2026-11-27',
  },
  {
    rule: 'html-validate/wcag/h32',
    pages: /-single-file\.html$/,
    where: /details > form$/,
    reason:
      'The settings of a single file take effect at once, with style alone: there is nothing to ' +
      'send, and the form is of the method “dialog”, which sends nothing.',
    link: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H32',
    date: '2026-11-27',
  },
  {
    rule: 'nu/markup',
    pages: /-single-file\.html$/,
    where: /^line 16, column 7$/,
    reason:
      'The checker does not compute the hash of a style sheet, and takes one that a policy allows ' +
      'by its hash for forbidden. tests/site/single-file.test.ts opens the file and sees its styles.',
    link: 'https://github.com/validator/validator/issues',
    date: '2026-11-27',
  },
]
