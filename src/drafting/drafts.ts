import type { Inventory } from './inventory.ts'
import type { Answers, Question } from './questions.ts'
import { Refusal } from './refusal.ts'

/** A kind of draft: what must be known for it, and what is written then. */
export interface Kind {
  /** What it makes, in a sentence. */
  readonly about: string
  readonly questions: readonly Question[]
  /** @throws {Refusal} when the answers do not go together */
  readonly draft: (answers: Answers, inventory: Inventory) => Draft
}

/** What is to be written, the most important file first. */
export interface Draft {
  readonly files: readonly DraftFile[]
  /** What to do next, in sentences. */
  readonly next: readonly string[]
}

export interface DraftFile {
  /** Its path from the root. */
  readonly file: string
  readonly text: string
  /** The text that it has now; undefined for a new file. */
  readonly was?: string
}

/**
 * An existing file with another text.
 * @throws {Refusal} when it cannot be changed by program
 */
export function changed(
  file: string,
  change: (text: string) => string,
  { textOf }: Inventory,
): DraftFile {
  const was = textOf(file)
  try {
    return { file, was, text: change(was) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new Refusal(`${file}: ${error.message}`, '', 1)
  }
}

export const lookAndCommit =
  'Look at it with `npm run dev`, run `npm run check`, and commit the file.'
