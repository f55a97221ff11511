import type { Publication } from '../document/library.ts'
import type { NodeOf, NodeType } from '../document/vocabulary.ts'

/**
 * A format's writer for every node of the vocabulary. The type is the point: a node without a
 * writer does not compile, so no format can lose one in silence.
 */
export type Writers<Out> = { [T in NodeType]: (node: NodeOf<T>) => Out }

/** Writes a node with the writer for its type. */
export function write<T extends NodeType, Out>(writers: Writers<Out>, node: NodeOf<T>): Out {
  return writers[node.type](node)
}

/** What the tree of a publication becomes. */
export interface Format {
  /** In words, such as 'plain text'. */
  name: string
  extension: string
  /** @param siteUrl the site's origin, for links that must work outside the site. */
  write: (publication: Publication, siteUrl: string) => string
}

/** The name of a language in English, such as 'Welsh' for cy. */
export function languageInEnglish(lang: string): string {
  return new Intl.DisplayNames(['en-GB'], { type: 'language' }).of(lang) ?? lang
}
