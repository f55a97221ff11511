import { narrow } from './modes.ts'

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
    rule: 'hidden-content',
    where: /^\.trap$/,
    reason:
      'The field that only programs fill in is hidden from everybody. Without styles it is shown, ' +
      'with a label that says to leave it empty; tests/site/form.test.ts looks at that.',
    link: 'https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md',
  },
]
