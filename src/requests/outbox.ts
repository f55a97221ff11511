import { sql, type Selectable } from 'kysely'
import type { Database } from './database.ts'
import type { OutboxTable } from './tables.ts'

export type Mail = Selectable<OutboxTable>

/** Milliseconds that a server has a mail for itself: longer than any attempt to send one lasts. */
export const LEASE = 3 * 60_000

/** The mail of a database. Every method throws `DatabaseError` when it cannot be done now. */
export class Outbox {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /**
   * Takes the mail that has waited longest of those that are due, for this server alone, until it is
   * marked or the lease is over.
   */
  async take(now: Date): Promise<Mail | undefined> {
    const moment = now.toISOString()
    const lease = new Date(now.getTime() + LEASE).toISOString()
    return this.#database.run(async (db) => {
      const next = db
        .selectFrom('outbox')
        .select('id')
        .where('sent_at', 'is', null)
        .where('next_attempt_at', '<=', moment)
        .where((where) =>
          where.or([where('leased_until', 'is', null), where('leased_until', '<=', moment)]),
        )
        .orderBy('next_attempt_at')
        .limit(1)
        // Two servers would else wait for one another's row; SQLite has one writer at a time.
        .$if(this.#database.kind === 'postgres', (query) => query.forUpdate().skipLocked())
      return db
        .updateTable('outbox')
        .set({ leased_until: lease, attempts: sql<number>`attempts + 1` })
        .where('id', '=', next)
        .returningAll()
        .executeTakeFirst()
    })
  }

  async markSent(id: string, at: Date): Promise<void> {
    await this.#database.run((db) =>
      db
        .updateTable('outbox')
        .set({ sent_at: at.toISOString(), leased_until: null, last_error: null })
        .where('id', '=', id)
        .execute(),
    )
  }

  /** Puts a mail back that could not be sent. */
  async markFailed(id: string, error: string, nextAttempt: Date): Promise<void> {
    await this.#database.run((db) =>
      db
        .updateTable('outbox')
        .set({
          last_error: error,
          leased_until: null,
          next_attempt_at: nextAttempt.toISOString(),
        })
        .where('id', '=', id)
        .where('sent_at', 'is', null)
        .execute(),
    )
  }

  /** @returns the mail that has not been sent, the oldest first. */
  async unsent(): Promise<Mail[]> {
    return this.#database.run((db) =>
      db
        .selectFrom('outbox')
        .selectAll()
        .where('sent_at', 'is', null)
        .orderBy('created_at')
        .execute(),
    )
  }

  /** @returns how many milliseconds the mail that has waited longest has waited; 0 without any. */
  async longestWait(now: Date): Promise<number> {
    const oldest = await this.#database.run((db) =>
      db
        .selectFrom('outbox')
        .select('created_at')
        .where('sent_at', 'is', null)
        .orderBy('created_at')
        .limit(1)
        .executeTakeFirst(),
    )
    return oldest ? Math.max(0, now.getTime() - new Date(oldest.created_at).getTime()) : 0
  }

  /** Makes all unsent mail due at once. @returns how many there are. */
  async retryAll(now: Date): Promise<number> {
    const changed = await this.#database.run((db) =>
      db
        .updateTable('outbox')
        .set({ next_attempt_at: now.toISOString(), leased_until: null })
        .where('sent_at', 'is', null)
        .executeTakeFirst(),
    )
    return Number(changed.numUpdatedRows)
  }

  /**
   * Puts the digest of a day into the outbox, once however many servers do. An older one that could
   * not be sent gives way to it, because each is made from what is due when it is sent.
   *
   * @param day the day in London, such as 2016-11-28
   */
  async addDigest(day: string, now: Date): Promise<void> {
    const id = `digest-${day}`
    const moment = now.toISOString()
    await this.#database.run((db) =>
      db.transaction().execute(async (tx) => {
        await tx
          .insertInto('outbox')
          .values({
            id,
            kind: 'digest',
            reference: null,
            created_at: moment,
            attempts: 0,
            next_attempt_at: moment,
            leased_until: null,
            last_error: null,
            sent_at: null,
          })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute()
        await tx
          .deleteFrom('outbox')
          .where('kind', '=', 'digest')
          .where('id', '<', id)
          .where('sent_at', 'is', null)
          .execute()
      }),
    )
  }
}
