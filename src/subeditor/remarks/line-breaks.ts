import type { Reader } from '../manuscript.ts'
import { linesOf } from '../source-lines.ts'

/** An address or a verse has shorter lines. */
const LONG_LINE = 70

/** Line breaks that stand for the end of a paragraph: nobody can jump from one to the next (WCAG 1.3.1). */
export const lineBreaks: Reader = function* ({ nodes, text }) {
  for (const node of nodes) {
    if (node.type !== 'paragraph') continue
    const breaks = node.children.filter(({ type }) => type === 'break')
    for (const each of breaks) {
      const at = each.position?.start.offset ?? 0
      const end = each.position?.end.offset ?? 0
      const lines = linesOf(node, text)
      const isEnd = (place: number) => lines.findIndex((line) => line.at >= place)
      const next = lines[isEnd(end)]
      const before = lines[isEnd(end) - 1]
      if (!next || !before) continue
      const isDoubled = next.words === '' || before.words === ''
      const isParagraph =
        /[.!?]["”’)]*$/.test(before.words) &&
        before.words.length > LONG_LINE &&
        next.words.length > LONG_LINE
      if (!isDoubled && !isParagraph) continue
      yield {
        at,
        what: 'A line break stands where a paragraph ends.',
        mend: 'Take the break out and leave a line empty.',
      }
      break
    }
  }
}
