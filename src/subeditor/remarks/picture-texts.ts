import type { Reader, Remark } from '../manuscript.ts'
import { attributeOf, isElement } from '../read-tree.ts'

const plain = (words: string): string =>
  words
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()

/** Words for a picture that a listener hears a second time in its caption (WCAG 1.1.1). */
export const pictureTexts: Reader = function* ({ nodes, fields }) {
  const wordsOf = (name: string) => fields.find((field) => field.name === name)
  const alt = wordsOf('alt')
  yield* compare(alt?.words, wordsOf('caption')?.words, alt?.from ?? 0)
  for (const node of nodes) {
    if (!isElement(node) || node.name !== 'Figure') continue
    const at = node.position?.start.offset ?? 0
    yield* compare(attributeOf(node, 'alt'), attributeOf(node, 'caption'), at)
  }
}

function* compare(alt = '', caption = '', at: number): Generator<Remark> {
  if (plain(alt) === '' || plain(alt) !== plain(caption)) return
  yield {
    at,
    what: 'The alternative text of a picture repeats its caption.',
    mend: 'Say in `alt` what the picture shows and the caption does not.',
  }
}
