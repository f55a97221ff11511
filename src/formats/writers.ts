import type { Publication } from '../document/library.ts'
import type { Inline, NodeOf, NodeType } from '../document/vocabulary.ts'

/**
 * A format's writer for every node of the vocabulary. The type is the point: a node without a
 * writer does not compile, so no format can lose one in silence. A format whose parts of a line
 * differ from its blocks has a table for `Inline['type']` and one for `BlockType`.
 */
export type Writers<Out, Types extends NodeType = NodeType> = {
  [T in Types]: (node: NodeOf<T>) => Out
}
export type BlockType = Exclude<NodeType, Inline['type']>

/** Writes a node with the writer for its type. */
export function write<Types extends NodeType, T extends Types, Out>(
  writers: Writers<Out, Types>,
  node: NodeOf<T>,
): Out {
  return writers[node.type](node)
}

/** What the tree of a publication becomes, as text. */
export interface Format {
  /** In words, such as 'plain text'. */
  name: string
  extension: string
  /** @param siteUrl the site's origin, for links that must work outside the site. */
  write: (publication: Publication, siteUrl: string) => string
}

/** Work that is done later, when the tree that it was taken from is no longer kept. */
export type Later = () => Uint8Array

/** What it becomes, as text, as bytes or as bytes to come; such a format may name the site. */
export interface AnyFormat<Body = string | Uint8Array | Later> extends Omit<Format, 'write'> {
  /** @throws {ContentError} when a writer must change something before it can be written. */
  write: (publication: Publication, siteUrl: string, siteName: string) => Body
}

/** The name of a language in English, such as 'Welsh' for cy. */
export function languageInEnglish(lang: string): string {
  return new Intl.DisplayNames(['en-GB'], { type: 'language' }).of(lang) ?? lang
}
