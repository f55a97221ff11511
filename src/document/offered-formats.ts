interface OfferedFormat {
  /** What follows the address of the page without its last slash. */
  ending: string
  /** What it is, for readers; with `kind` where there are others like it. */
  words: string
  kind?: string
  /** What it is for. */
  use: string
  /** How it is checked, after “Made by machine”. */
  checked: string
}

/**
 * What each release and plan can be had as besides its page, in the order in which it is offered:
 * screen-reader users prefer Word to PDF by more than five to one (WebAIM, Screen Reader User
 * Survey 9), so Word comes first. It brings no format with it, so that pages can use it.
 */
export const offered = [
  {
    ending: '.docx',
    words: 'Word document',
    use: 'For Word, Pages, Google Docs or LibreOffice, to read, enlarge, annotate or read aloud. Headings, lists, tables and languages are marked, so that a screen reader finds its way.',
    checked: 'checked by program: words, headings, lists, tables, languages',
  },
  {
    ending: '.pdf',
    words: 'PDF',
    use: 'For printing and keeping, set in 12 point on A4. It is tagged to the standard PDF/UA-1, so that a screen reader can read it in order.',
    checked: 'checked by program: words, PDF/UA-1',
  },
  {
    ending: '-large-print.pdf',
    words: 'Large-print PDF, 18 point',
    use: 'For reading on paper with low vision. Everything is in 18 point at least, page numbers and notes too, without italics or underlining.',
    checked: 'checked by program: words, PDF/UA-1',
  },
  {
    ending: '-giant-print.pdf',
    words: 'Giant-print PDF, 24 point',
    use: 'The same in 24 point at least.',
    checked: 'checked by program: words, PDF/UA-1',
  },
  {
    ending: '-single-file.html',
    words: 'Web page in one file, with display settings',
    use: 'One file to keep or to send, which opens in any browser and needs no connection. You can choose the size, the spacing, the font and the colours in it.',
    checked: 'checked by program: words, each display setting',
  },
  {
    ending: '.epub',
    words: 'EPUB, for e-readers',
    use: 'For e-readers, telephones and DAISY players that take EPUB: headings and notes are linked, and the text fits any screen.',
    checked: 'checked by program: words, EPUB 3.3',
  },
  {
    ending: '.brf',
    words: 'Braille, contracted',
    kind: 'BRF',
    use: 'Unified English Braille, grade 2, 40 cells by 25 lines, for a braille display or an embosser.',
    checked: 'not proofread by a braille reader',
  },
  {
    ending: '-uncontracted.brf',
    words: 'Braille, uncontracted',
    kind: 'BRF',
    use: 'The same in grade 1, letter by letter.',
    checked: 'not proofread by a braille reader',
  },
  {
    ending: '.pef',
    words: 'Braille, contracted',
    kind: 'PEF',
    use: 'The same pages as the contracted BRF, in the Portable Embosser Format, which does not depend on the country of the device.',
    checked: 'not proofread by a braille reader',
  },
  {
    ending: '.odt',
    words: 'OpenDocument text',
    kind: 'ODT',
    use: 'For LibreOffice and other word processors. It has the same structure as the Word document.',
    checked: 'checked by program: words, headings, lists, tables, languages',
  },
  {
    ending: '.txt',
    words: 'Plain text',
    use: 'For any program and any braille display.',
    checked: 'checked by program: words',
  },
  {
    ending: '.md',
    words: 'Markdown',
    use: 'Text with simple marks for headings and lists, for programs and for people who quote.',
    checked: 'checked by program: words',
  },
] as const satisfies readonly OfferedFormat[]

/** The id of the list of formats, which the page of a release or a plan has below its text. */
export const FORMATS_ID = 'formats'

export type OfferedEnding = (typeof offered)[number]['ending']

/**
 * @param address of a release or a plan, such as /press-releases/a-slug/
 * @returns what it can be had as, besides its page
 */
export function offeredFormats(address: string): { words: string; address: string }[] {
  const stem = address.slice(0, -1)
  return offered.map((format) => ({ words: nameOf(format), address: stem + format.ending }))
}

/** The name of a format, such as 'Braille, contracted (BRF)'. */
export function nameOf({ words, kind }: OfferedFormat, size?: string): string {
  const details = [kind, size].filter((detail) => detail !== undefined)
  return details.length === 0 ? words : `${words} (${details.join(', ')})`
}
