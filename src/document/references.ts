import type { Attachments } from './attachments.ts'
import type { Place } from './problems.ts'
import type {
  AuditResult,
  GlossaryEntry,
  KnownIssue,
  MentionedDocument,
  NoteToEditors,
  Organisation,
  Person,
  Site,
  Topic,
} from './schemas.ts'
import type { NodeOf, Picture } from './vocabulary.ts'

/** The YAML files of content/, and the pictures of content/images/: what publications refer to. */
export interface Registers {
  people: ReadonlyMap<string, Person>
  organisations: ReadonlyMap<string, Organisation>
  documents: ReadonlyMap<string, MentionedDocument>
  /** Where a value of content/documents.yaml stands. */
  placeInDocuments: (...path: PropertyKey[]) => Place
  attachments: Attachments
  topics: ReadonlyMap<string, Topic>
  glossary: readonly GlossaryEntry[]
  knownIssues: readonly KnownIssue[]
  /** What content/audit.yaml says; undefined when no audit has been recorded. */
  auditResult: AuditResult | undefined
  site: Site
  /** @returns undefined when content/images/ has no such picture. */
  picture: (src: string) => Pick<Picture, 'width' | 'height'> | undefined
}

/** What the text of a document may refer to by id. */
export interface References extends Registers {
  notes: ReadonlyMap<string, NoteToEditors>
  plans: ReadonlyMap<string, PlanCommitments>
  /** Whether there is such a file but it cannot be read: that is reported once, at the file. */
  isUnread: (kind: string, id: string) => boolean
}

/** The part of a plan that a release shows: the words of its commitments stand once, in the plan. */
export interface PlanCommitments {
  title: string
  commitments: readonly NodeOf<'commitment'>[]
}
