import type { Publication } from '../document/library.ts'
import type { Place, Problem } from '../document/problems.ts'
import type { NodeOf } from '../document/vocabulary.ts'
import { partsOf } from '../document/walk.ts'

/** Some words of a publication, where they stand, and in which language. */
export interface Words {
  words: string
  lang: string
  place: Place
}

/**
 * All words of a publication that a file of it shows, in reading order. Words that the site puts
 * there, or that stand in front matter, have the place of the file.
 */
export function* everyWords({ tree, file, data }: Publication): Generator<Words> {
  yield* wordsIn(tree, { file, line: 1, column: 1 }, data.lang)
}

function* wordsIn(nodes: readonly NodeOf[], near: Place, lang: string): Generator<Words> {
  for (const node of nodes) {
    const place = node.place ?? near
    const inside = node.type === 'phrase' || node.type === 'passage' ? node.lang : lang
    for (const words of ownWords(node)) yield { words, lang: inside, place }
    yield* wordsIn(partsOf(node), place, inside)
  }
}

/** The words that a node has beside those of the nodes inside it. */
function ownWords(node: NodeOf): string[] {
  switch (node.type) {
    case 'figure':
      return [node.picture.alt, node.caption, node.credit].filter((each) => each !== undefined)
    case 'noteMark':
      return [node.mark]
    case 'documentLink':
      return [node.details]
    case 'table':
      return [node.caption]
    case 'commitments':
      return [node.planTitle]
    case 'titleBlock':
      return [node.title, node.kind]
    case 'notice':
      return [node.heading]
    case 'facts':
      return node.items.map(({ term }) => term)
    case 'note':
      return [node.mark, node.title]
    default:
      return 'value' in node ? [node.value] : []
  }
}

/**
 * The characters of a publication that a format cannot write, each once, as errors.
 * @param format in words, such as 'PDF'
 * @param unknown the characters of some words in a language that the format lacks
 * @param mend what the writer can do
 */
export function characterProblems(
  publication: Publication,
  format: string,
  unknown: (words: string, lang: string) => Iterable<string>,
  mend: string,
): Problem[] {
  const problems = new Map<string, Problem>()
  for (const { words, lang, place } of everyWords(publication)) {
    for (const character of unknown(words, lang)) {
      if (problems.has(character)) continue
      const what = `“${character}” (${codePoint(character)}) cannot be written as ${format}.`
      problems.set(character, { level: 'error', ...place, what, mend })
    }
  }
  return [...problems.values()]
}

/** Such as U+4E2D. */
export const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
