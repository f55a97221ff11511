import { narrow } from '../../src/audit/modes.ts'

/** Something that axe could not decide, and that a person has looked at. */
export interface Reviewed {
  rule: string
  /** Fits the elements, as axe writes their selectors. */
  where: RegExp
  /** The only mode in which it is undecided; every mode when left out. */
  mode?: string
  reason: string
  /** Where the limit of axe, or the rule itself, is described. */
  link: string
}

export const reviewed: Reviewed[] = [
  {
    rule: 'label-content-name-mismatch',
    where: /^#mark-/,
    reason:
      'The visible label of a note’s mark is a sign such as *, which nobody says to a voice ' +
      'control; the criterion leaves signs out.',
    link: 'https://www.w3.org/WAI/WCAG22/Understanding/label-in-name.html',
  },
  {
    rule: 'color-contrast',
    where: /(^|> )t[dh]\b/,
    mode: narrow.name,
    reason:
      'Cells of a table that is wider than the screen are out of sight until its region is ' +
      'scrolled. In the wide modes axe sees the same cells, in the same colours, and passes them.',
    link: 'https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md',
  },
  {
    rule: 'color-contrast',
    where: /^pre > code$|> caption$|^a\[href\$="nowhere\.example\/"\]$/,
    mode: narrow.name,
    reason:
      'The same of the caption of such a table, of a link in it, and of a long line of code. Only ' +
      'the specimens have them.',
    link: 'https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md',
  },
  {
    rule: 'color-contrast',
    where: /^#(first|third)-specimen > p$/,
    reason:
      'The mark of a note takes clicks over the full stop that follows it, so that a finger can ' +
      'hit it (WCAG 2.5.8). Nothing is painted there, and the same words elsewhere pass.',
    link: 'https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md',
  },
  {
    rule: 'hidden-content',
    where: /^\.trap$/,
    reason:
      'The field that only programs fill in is hidden from everybody. Without styles it is shown, ' +
      'with a label that says to leave it empty; tests/site/form.test.ts looks at that.',
    link: 'https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md',
  },
]
