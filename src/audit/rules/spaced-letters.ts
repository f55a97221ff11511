import { isHeard } from '../in-page/dom.ts'
import { blocksOfPage } from '../in-page/looks/blocks.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const SPACED =
  /(?:^|[\s([“"])((?:\p{L}[ \u00a0\u2002-\u200a\u3000]{1,3}){3,}\p{L})(?=$|[\s.,!?)\]”"])/u
const SPACED_HAN =
  /^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][\s\u3000]+)+[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u

export const spacedLetters: PageRule = {
  id: 'spaced-letters',
  level: 'error',
  criteria: ['1.3.2'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F32',
  meets:
    'The word is parted by blanks or line breaks, so it is read letter by letter, and never found.',
  mend: 'Write the word as one, and space it with letter-spacing or writing-mode.',
  *find(): Iterable<FaultyElement> {
    for (const { element, texts } of blocksOfPage()) {
      if (!isHeard(element) || element.closest('code, pre, math, kbd')) continue
      const text = texts.map(({ node }) => node.nodeValue ?? '').join('\n')
      const word = SPACED.exec(text)?.[1]
      if (word !== undefined && !isRow(word)) yield { element, detail: `It is written “${word}”.` }
      else if (isByLine(element))
        yield { element, detail: 'Each letter stands in a line of its own.' }
      // A family name and a given name of one sign each are written so too.
      else if (SPACED_HAN.test(text.trim()))
        yield { element, level: 'manual', detail: `It is written “${text.trim()}”.` }
    }
  },
}

/** Whether letters are a list of letters: A B C D, or all the same. */
function isRow(word: string): boolean {
  const codes = Array.from(
    word.replace(/\s/g, '').toLowerCase(),
    (letter) => letter.codePointAt(0) ?? 0,
  )
  return codes.every(
    (code, place) => place === 0 || code === (codes[place - 1] ?? 0) + 1 || code === codes[0],
  )
}

function isByLine(element: Element): boolean {
  const breaks = [...element.children].filter(({ localName }) => localName === 'br')
  if (breaks.length < 2) return false
  const parts = [...element.childNodes]
    .filter((node) => node instanceof Text)
    .map((node) => node.data.trim())
  const written = parts.filter((part) => part !== '')
  return (
    written.length >= 3 &&
    written.every((part) => /^\p{L}$/u.test(part)) &&
    !isRow(written.join(''))
  )
}
