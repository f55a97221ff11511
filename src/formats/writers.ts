import type { Publication } from '../document/library.ts'
import type { Problem } from '../document/problems.ts'
import type { Site } from '../document/schemas.ts'
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

/** What a format may use besides the publication. */
export interface FormatContext {
  /** The site's origin, with no slash at its end, for links that must work outside the site. */
  siteUrl: string
  /** What content/site.yaml says. */
  site: Site
  /** The bytes of a picture of the site, by its address, such as /images/tower.png. */
  readPicture: (src: string) => Uint8Array<ArrayBuffer>
}

/** A file that has pages, and how many. */
export interface Paged {
  body: string | Uint8Array
  pages: number
}
export type Body = string | Uint8Array | Paged

/** What the tree of a publication becomes. */
export interface Format<Written extends Body | Promise<Body> = Body | Promise<Body>> {
  /** In words, such as 'plain text'. */
  name: string
  /** What follows the publication's address without its last slash, such as '.txt'. */
  ending: string
  /**
   * What a writer must change before it can be written. It costs so little that `npm run check`
   * asks it of every publication.
   */
  problems?: (publication: Publication, context: FormatContext) => Problem[]
  /** @throws {ContentError} when a writer must change something before it can be written. */
  write: (publication: Publication, context: FormatContext) => Written
}
