import { all, isSeen, squeeze } from '../in-page/dom.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const PARTS = ['::before', '::after']
/** Their letters are the names of pictures. */
const ICON_FONT = /icon|symbol|awesome|glyph|material/i

export const wordsFromStyle: PageRule = {
  id: 'words-from-style',
  level: 'error',
  criteria: ['1.3.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F87',
  meets:
    'Words that the style sheet writes are lost to whoever reads without it, and cannot be selected or searched.',
  mend: 'Write the words into the page itself.',
  *find(): Iterable<FaultyElement> {
    const written = squeeze(document.body.textContent).toLowerCase()
    for (const element of all('*', document.body)) {
      for (const part of PARTS) {
        const style = getComputedStyle(element, part)
        if (style.content === 'none' || style.content === 'normal') continue
        if (style.display === 'none' || ICON_FONT.test(style.fontFamily)) continue
        const { words, hasOther } = wordsIn(style.content)
        if (!/\p{L}{2}/u.test(words) || !isSeen(element)) continue
        // What stands in the page too, such as the heading of a column, is not lost.
        if (written.includes(words.toLowerCase())) continue
        const detail = `${part} writes “${words}”.`
        yield hasOther ? { element, detail, level: 'manual' } : { element, detail }
      }
    }
  },
}

/** The strings of a computed `content`, and whether counters or pictures stand beside them. */
function wordsIn(content: string): { words: string; hasOther: boolean } {
  // An alternative text follows the slash.
  const shown = content.replace(/\s\/\s*"(?:[^"\\]|\\.)*"$/, '')
  const strings = shown.match(/"(?:[^"\\]|\\.)*"/g) ?? []
  const words = squeeze(strings.map((text) => text.slice(1, -1)).join(''))
  return { words, hasOther: /counters?\(|url\(|image/.test(shown) }
}
