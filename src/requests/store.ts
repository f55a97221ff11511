import { randomUUID } from 'node:crypto'
import type { Kysely, Selectable } from 'kysely'
import type { Database } from './database.ts'
import { newReference } from './reference.ts'
import { submissionKey, type Submission } from './submission.ts'
import type { NotesTable, RequestsTable, Tables } from './tables.ts'

export type StoredRequest = Selectable<RequestsTable>
export type StoredNote = Selectable<NotesTable>

/** What somebody who asks is told. */
export interface Receipt {
  readonly reference: string
  /** The day in London by which an answer is promised, such as 2016-12-02. */
  readonly dueOn: string
}

/** How long the same words, sent without a form to go by, are the same request: milliseconds. */
const SAME_WORDS = 10 * 60 * 1000

/** The requests of a database. Every method throws `DatabaseError` when it cannot be done now. */
export class RequestStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /**
   * Stores a request together with the mail that tells the team of it, or neither.
   *
   * @param submission what was sent
   * @param copy whether the person gets mail too
   * @returns the receipt, that of the first time when the same was sent before, and whether it is
   *   new. When it returns, the request is on the disk.
   */
  async submit(submission: Submission, copy = false): Promise<Receipt & { isNew: boolean }> {
    const key = submissionKey(submission)
    const receivedAt = submission.receivedAt.toISOString()
    return this.#database.run((db) =>
      db.transaction().execute(async (tx) => {
        // First of all, because a transaction that begins by reading cannot wait for its turn.
        if (submission.formId === undefined) {
          const before = new Date(submission.receivedAt.getTime() - SAME_WORDS).toISOString()
          await tx
            .updateTable('requests')
            .set({ submission_key: `${key} ${randomUUID()}` })
            .where('submission_key', '=', key)
            .where('received_at', '<', before)
            .execute()
        }
        const reference = newReference()
        const stored = await tx
          .insertInto('requests')
          .values({
            ...submission.values,
            reference,
            submission_key: key,
            received_at: receivedAt,
            due_on: submission.dueOn,
            page_title: submission.pageTitle,
            signals: submission.signals.join(),
            answered_at: null,
          })
          .onConflict((conflict) => conflict.column('submission_key').doNothing())
          .returning('reference')
          .executeTakeFirst()
        if (!stored) return { ...(await receiptFor(tx, key)), isNew: false }
        for (const kind of copy ? (['request', 'copy'] as const) : (['request'] as const)) {
          await tx.insertInto('outbox').values(newMail(kind, reference)).execute()
        }
        return { reference, dueOn: submission.dueOn, isNew: true }
      }),
    )
  }

  /** @returns the receipt of the same submission, if it was stored before. */
  async find(submission: Submission): Promise<Receipt | undefined> {
    const found = await this.#database.run((db) =>
      db
        .selectFrom('requests')
        .select(['reference', 'due_on'])
        .where('submission_key', '=', submissionKey(submission))
        .executeTakeFirst(),
    )
    return found && { reference: found.reference, dueOn: found.due_on }
  }

  async read(reference: string): Promise<StoredRequest | undefined> {
    return this.#database.run((db) =>
      db.selectFrom('requests').selectAll().where('reference', '=', reference).executeTakeFirst(),
    )
  }

  async notesOn(reference: string): Promise<StoredNote[]> {
    return this.#database.run((db) =>
      db
        .selectFrom('notes')
        .selectAll()
        .where('reference', '=', reference)
        .orderBy('written_at')
        .execute(),
    )
  }

  /** @returns the requests that nobody has answered, the one that is due first at the beginning. */
  async unanswered(): Promise<StoredRequest[]> {
    return this.#database.run((db) =>
      db
        .selectFrom('requests')
        .selectAll()
        .where('answered_at', 'is', null)
        .orderBy('due_on')
        .orderBy('received_at')
        .execute(),
    )
  }

  /** @returns all requests, the oldest first. */
  async all(): Promise<StoredRequest[]> {
    return this.#database.run((db) =>
      db.selectFrom('requests').selectAll().orderBy('received_at').orderBy('reference').execute(),
    )
  }

  /** @returns whether there is such a request. The first moment counts when it is said twice. */
  async markAnswered(reference: string, at: Date): Promise<boolean> {
    const changed = await this.#database.run((db) =>
      db
        .updateTable('requests')
        .set((expression) => ({
          answered_at: expression.fn.coalesce(
            'answered_at',
            expression.val<string | null>(at.toISOString()),
          ),
        }))
        .where('reference', '=', reference)
        .executeTakeFirst(),
    )
    return changed.numUpdatedRows > 0n
  }

  /** Takes the mark of possible spam off. @returns whether there is such a request. */
  async markNotSpam(reference: string): Promise<boolean> {
    const changed = await this.#database.run((db) =>
      db
        .updateTable('requests')
        .set({ signals: '' })
        .where('reference', '=', reference)
        .executeTakeFirst(),
    )
    return changed.numUpdatedRows > 0n
  }

  async addNote(reference: string, text: string, at: Date): Promise<void> {
    await this.#database.run((db) =>
      db
        .insertInto('notes')
        .values({ id: randomUUID(), reference, written_at: at.toISOString(), text })
        .execute(),
    )
  }
}

async function receiptFor(tx: Kysely<Tables>, key: string): Promise<Receipt> {
  const { reference, due_on } = await tx
    .selectFrom('requests')
    .select(['reference', 'due_on'])
    .where('submission_key', '=', key)
    .executeTakeFirstOrThrow()
  return { reference, dueOn: due_on }
}

/** Times of mail are the clock's own, also where SITE_NOW says another: mail is sent in real time. */
function newMail(kind: 'request' | 'copy', reference: string): Tables['outbox'] {
  const now = new Date().toISOString()
  return {
    id: `${kind}-${reference}`,
    kind,
    reference,
    created_at: now,
    attempts: 0,
    next_attempt_at: now,
    leased_until: null,
    last_error: null,
    sent_at: null,
  }
}
