import type { Place } from './problems.ts'

/**
 * Every node that a document can have, and nothing else. Each format has a writer for each of
 * them (src/formats/writers.ts), so a node added here is a compile error in every format until
 * it can be written there.
 */
export interface NodeTypes {
  // Within a line
  text: { value: string }
  emphasis: { children: Inline[] }
  strong: { children: Inline[] }
  inlineCode: { value: string }
  break: object
  link: { address: string; children: Inline[] }
  /** Words in another language than the document's. */
  phrase: { lang: string; children: Inline[] }
  date: { date: string; value: string }
  /** The words that a note to editors hangs on, with the note's mark. */
  noteMark: { id: string; noteId: string; mark: string; about: string; children: Inline[] }
  /** Words that name a document which is published somewhere. */
  documentLink: { address: string; details: string; children: Inline[] }

  // Blocks that writers write
  paragraph: { children: Inline[] }
  heading: { depth: number; id: string; children: Inline[] }
  list: { ordered: boolean; start: number; children: NodeOf<'listItem'>[] }
  listItem: { children: Block[] }
  blockquote: { children: Block[] }
  code: { value: string }
  thematicBreak: object
  passage: { lang: string; children: Block[] }
  figure: { picture: Picture; caption?: string; credit?: string }
  table: { caption: string; rowHeaders: boolean; header: Cell[]; rows: Cell[][] }
  quotation: { id: string; attribution: Attribution; children: Block[] }
  /** A plan's actions as a release announces them: the commitments' words and the way to the plan. */
  commitments: { plan: string; planTitle: string; children: NodeOf<'commitment'>[] }
  commitment: { id: string; children: Block[] }

  // Blocks that are put around what writers write (assemble.ts)
  titleBlock: { title: string; kind: string; details: Inline[][] }
  /** The ways to the parts of a long publication. */
  contents: { id: string; items: ContentsItem[] }
  /** Something that must be read first: a withdrawal, a correction. */
  notice: { heading: string; children: Block[] }
  section: {
    id: string
    depth: number
    variant: SectionVariant
    heading: Inline[]
    children: Block[]
  }
  facts: { items: Fact[] }
  timeline: { children: NodeOf<'timelineStep'>[] }
  timelineStep: { when: Inline[]; workedOut: boolean; children: Block[] }
  note: { id: string; mark: string; title: string; backs: NoteBack[]; children: Block[] }
}

export type NodeType = keyof NodeTypes

/** One node type, or the union of several; distributive, so that `type` tells which. */
export type NodeOf<T extends NodeType = NodeType> = {
  [K in T]: { type: K; place?: Place } & NodeTypes[K]
}[T]

export type Inline = NodeOf<
  | 'text'
  | 'emphasis'
  | 'strong'
  | 'inlineCode'
  | 'break'
  | 'link'
  | 'phrase'
  | 'date'
  | 'noteMark'
  | 'documentLink'
>
export type Block = NodeOf<
  | 'paragraph'
  | 'heading'
  | 'list'
  | 'blockquote'
  | 'code'
  | 'thematicBreak'
  | 'passage'
  | 'figure'
  | 'table'
  | 'quotation'
  | 'commitments'
  | 'titleBlock'
  | 'contents'
  | 'notice'
  | 'section'
  | 'facts'
  | 'timeline'
  | 'note'
>

/** `alt` is empty when the picture is decorative. */
export interface Picture {
  src: string
  alt: string
  width: number
  height: number
}
export interface Cell {
  children: Inline[]
}
/** Who speaks, in the words of the release, with the parts that are a name and a role. */
export interface Attribution {
  words: Inline[]
  personId: string
  name: string
  roleAsStated: string
}
export interface Fact {
  term: string
  description: Inline[]
}
/** The way to one part, with the words of its heading, and to the parts in it. */
export interface ContentsItem {
  id: string
  words: Inline[]
  items: ContentsItem[]
}
/** A way back from a note to the words that it hangs on. */
export interface NoteBack {
  markId: string
  label: string
}
export type SectionVariant = 'plain' | 'action' | 'notes' | 'aside'

/** What a writer may type in angle brackets. `content` says what stands between the two tags. */
export const elements = {
  Quotation: { level: 'block', content: 'blocks' },
  Actions: { level: 'block', content: 'actions' },
  Action: { level: 'block', content: 'blocks' },
  Figure: { level: 'block', content: 'nothing' },
  Table: { level: 'block', content: 'table' },
  KnownIssues: { level: 'block', content: 'nothing' },
  HowTested: { level: 'block', content: 'nothing' },
  Passage: { level: 'both', content: 'blocks' },
  NoteMark: { level: 'inline', content: 'words' },
  DocumentLink: { level: 'inline', content: 'words' },
} as const

export type ElementName = keyof typeof elements
