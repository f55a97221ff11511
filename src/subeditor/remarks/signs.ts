import type { Reader, Remark } from '../manuscript.ts'
import { linesOf } from '../source-lines.ts'

/** The same sign five times, as a rule, a gap to fill in or a leader. */
const row = /(?<sign>[^\p{L}\p{N}\s\uFFFC])\k<sign>{4,}/gu
/** Not a skin tone behind one, which belongs to it. */
const emojiRow = /\p{RGI_Emoji}(?:\s?(?![\u{1F3FB}-\u{1F3FF}])\p{RGI_Emoji})+/gv
/** Quicker to look for, and in every emoji. */
const pictograph = /[\p{Extended_Pictographic}\p{Regional_Indicator}\u20E3]/u
/** Letters that are made for formulas, and look bold, slanted or scripted. */
const disguised =
  /[\u{1D400}-\u{1D7FF}\uFF21-\uFF3A\uFF41-\uFF5A\u24B6-\u24E9](?: ?[\u{1D400}-\u{1D7FF}\uFF21-\uFF3A\uFF41-\uFF5A\u24B6-\u24E9])+/gu
const gap = /[\u00A0\u2000-\u200A\t]{2,}/g

/** Signs that are drawn with, and not read. */
export const signs: Reader = function* ({ prose, nodes, text }) {
  const found = (pattern: RegExp, say: (signs: string) => Omit<Remark, 'at'>): Remark[] =>
    [...prose.text.matchAll(pattern)].map(({ 0: signs, index }) => ({
      at: prose.placeOf(index),
      ...say(signs),
    }))
  yield* found(row, (signs) => ({
    what: `A row of signs is typed (“${signs.slice(0, 10)}”), which some screen readers read out one by one.`,
    mend: 'Take it out; write --- between empty lines for a break between two parts.',
  }))
  const emoji = pictograph.test(prose.text) ? emojiRow : /(?!)/g
  yield* found(emoji, (signs) => ({
    what: `Emoji stand in a row (“${signs}”); a screen reader says the whole name of each.`,
    mend: 'Say in words what they are to say; one emoji at the end of a sentence is enough.',
  }))
  yield* found(disguised, (letters) => ({
    what: `“${letters}” is written in letters that are made for formulas; screen readers spell them or say nothing.`,
    mend: `Write “${letters.normalize('NFKC')}”; put ** or * round it to stress it.`,
  }))
  yield* found(gap, () => ({
    what: 'Spaces are typed in a row to push words apart.',
    mend: 'Write one space, or a table where the words are columns.',
  }))
  for (const node of nodes) {
    const at = node.position?.start.offset ?? 0
    if (node.type === 'code' && !node.lang && isDrawing(node.value)) {
      yield {
        at,
        what: 'A drawing is made of characters, which a screen reader reads out one by one (WCAG 1.1.1).',
        mend: 'Say what it shows in words, or show a picture with alternative text.',
      }
    }
    if (node.type !== 'paragraph') continue
    const quoted = linesOf(node, text).find(({ words }) => /^(?:\\>|&gt;)/.test(words))
    if (!quoted) continue
    yield {
      at: quoted.at,
      what: 'A line begins with a typed >, which a screen reader reads as “greater than”.',
      mend: 'Take the backslash before it out to quote a text, or put what a person said between <Quotation …> and </Quotation>.',
    }
  }
}

/** Whether most of what is seen is neither a letter nor a digit, in three lines or more. */
function isDrawing(code: string): boolean {
  const seen = code.replace(/\s/g, '')
  const letters = seen.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  return code.trimEnd().split('\n').length > 2 && seen.length > 12 && letters < seen.length / 3
}
