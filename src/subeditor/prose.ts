import retextEnglish from 'retext-english'
import { unified } from 'unified'

/** Sentences count towards the reading age in a `text` only: a heading or a table's cell is no sentence. */
export type ProseKind = 'text' | 'heading' | 'cell' | 'label' | 'field'

/** Some words and where they begin in the file. What is no English prose has `words` undefined. */
export interface Piece {
  words: string | undefined
  from: number
}

/** A stretch of the prose, as characters of `Prose.text`. */
export interface Stretch {
  kind: ProseKind
  start: number
  end: number
}
export interface Sentence extends Stretch {
  words: number
}

/** Stands for code and for words in another language, which a sentence goes on around. */
const STAND_IN = '\uFFFC'

const english = unified().use(retextEnglish)

/**
 * The English words of a file as a person reads them, each character with its place in the file.
 * Not mdast-util-to-nlcst: after an escape, a character reference or an indented line it loses the
 * place, and it leaves tables out.
 */
export class Prose {
  /** Stretches have an empty line between them; there is none inside a stretch. */
  text = ''
  readonly stretches: Stretch[] = []
  readonly #file: string
  readonly #places: number[] = []

  /** @param file the text of the whole file. */
  constructor(file: string) {
    this.#file = file
  }

  add(kind: ProseKind, pieces: readonly Piece[]): void {
    if (pieces.every(({ words = '' }) => words.trim() === '')) return
    if (this.text !== '') this.#append('\n\n', [this.#places.at(-1) ?? 0, this.#places.at(-1) ?? 0])
    const start = this.text.length
    for (const { words, from } of pieces) {
      if (words === undefined) this.#append(STAND_IN, [from])
      else this.#append(words.replaceAll('\n', ' '), align(words, this.#file, from))
    }
    this.stretches.push({ kind, start, end: this.text.length })
  }

  /** Puts stand-ins for letters: a sentence goes on around words in another language. */
  mask(start: number, end: number): void {
    const masked = this.text.slice(start, end).replace(/[\p{L}\p{M}\p{N}]/gu, (letter) => {
      return STAND_IN.repeat(letter.length)
    })
    this.text = this.text.slice(0, start) + masked + this.text.slice(end)
  }

  /** @returns the character of the file at which a character of the prose stands. */
  placeOf(index: number): number {
    return this.#places[index] ?? 0
  }

  /** The words of the prose as the retext plug-ins read them. */
  readonly parsed = lazily(() => english.parse(this.text))

  readonly sentences = lazily((): Sentence[] => {
    const found: Sentence[] = []
    let stretch = 0
    for (const paragraph of this.parsed().children) {
      if (paragraph.type !== 'ParagraphNode') continue
      for (const sentence of paragraph.children) {
        const start = sentence.position?.start.offset
        const end = sentence.position?.end.offset
        if (sentence.type !== 'SentenceNode' || start === undefined || end === undefined) continue
        while ((this.stretches[stretch]?.end ?? Infinity) <= start) stretch += 1
        const words = sentence.children.filter(({ type }) => type === 'WordNode').length
        found.push({ kind: this.stretches[stretch]?.kind ?? 'text', start, end, words })
      }
    }
    return found
  })

  #append(words: string, places: readonly number[]): void {
    this.text += words
    this.#places.push(...places)
  }
}

function lazily<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

/** How far in the file the next character may be: past an escape or the indent of a line. */
const REACH = 12

/** Where each character of some words stands in the file, which may write them with escapes. */
function align(words: string, file: string, from: number): number[] {
  const places: number[] = []
  const reference = /&(?:#\d+|#x[\da-f]+|\w+);/iy
  let at = from
  for (let index = 0; index < words.length; index++) {
    const character = words.charAt(index)
    reference.lastIndex = at
    const written = reference.exec(file)?.[0]
    if (written !== undefined && !words.startsWith(written, index)) {
      places.push(at)
      at += written.length
      continue
    }
    const next = file.indexOf(character, at)
    if (next !== -1 && next - at <= REACH) {
      places.push(next)
      at = next + 1
    } else {
      places.push(at)
    }
  }
  return places
}
