import type { Nodes, Root } from 'mdast'
import type { ContentFile } from '../document/content-files.ts'
import type { GlossaryEntry } from '../document/schemas.ts'
import { readFrontMatter, type ProseField } from './front-matter.ts'
import { Prose } from './prose.ts'
import { addTree, everyNodeOf, isEnglish } from './read-tree.ts'
import { unmarkedIn, wronglyMarked } from './remarks/unmarked-languages.ts'

/** A file of content/ as the sub-editor reads it. */
export interface Manuscript {
  /** The text of the whole file; remarks stand at its characters. */
  text: string
  /** The body as remark reads it. */
  tree: Root
  /** Every node of the tree, parents before children. */
  nodes: readonly Nodes[]
  /** Its English words; none when it is in another language. */
  prose: Prose
  /** The fields of its front matter that are prose. */
  fields: readonly ProseField[]
  /** What to say of words whose language is not marked, or wrongly; the prose is without them. */
  languages: readonly Remark[]
  /** The day that it is dated, such as 2016-11-25. */
  dated: string | undefined
  glossary: readonly GlossaryEntry[]
}

/** What the sub-editor says of a place, without changing a word. */
export interface Remark {
  /** A character of the file, counted from 0. */
  at: number
  /** What a reader meets there, in one sentence. */
  what: string
  /** What to write instead, in one sentence. */
  mend: string
}

/** Looks for one kind of weakness. */
export type Reader = (manuscript: Manuscript) => Iterable<Remark>

/** @param tree the body as remark reads it, with places as they are in the file. */
export function readManuscript(
  { text, frontMatter, frontMatterOffset }: ContentFile,
  tree: Root,
  glossary: readonly GlossaryEntry[],
): Manuscript {
  const offset = text.split('\n', frontMatterOffset).join('\n').length + 1
  const { lang, dated, fields } = readFrontMatter(frontMatter, offset)
  const prose = new Prose(text)
  if (isEnglish(lang)) {
    for (const { words, from } of fields) prose.add('field', [{ words, from }])
  }
  addTree(tree, lang, prose)
  // First of all: the readers of English must not see what is none.
  const languages = [...unmarkedIn(prose), ...wronglyMarked(tree, lang)]
  return { text, tree, nodes: [...everyNodeOf(tree)], prose, fields, languages, dated, glossary }
}
