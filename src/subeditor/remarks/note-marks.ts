import type { Reader } from '../manuscript.ts'

/** Behind a word: *, †, ‡, a raised digit that is no power of a unit, or a number in brackets. */
const mark =
  /(?<=[\p{L}\p{N}.,;:!?’”)])(?:\*{1,3}|[†‡]{1,3}|(?<!\b(?:[kcm]?m|ft|in|mi))[¹²³⁴⁵⁶⁷⁸⁹⁰]+|(?<=\S)\s?\[\^?\d{1,3}\])(?![\p{L}\p{N}*])/gu

/** Marks of notes that a writer typed: they lead nobody to a note. */
export const noteMarks: Reader = function* ({ prose }) {
  for (const { 0: written, index } of prose.text.matchAll(mark)) {
    const sign = written.trim()
    yield {
      at: prose.placeOf(index + written.length - sign.length),
      what: `The mark ${sign} leads to no note.`,
      mend: 'Write the note in content/notes-to-editors/ and put <NoteMark note="its-id"> and </NoteMark> round the words, or take the mark out.',
    }
  }
}
