import type { ExpressionBuilder, Kysely } from 'kysely'
import { dayInLondon, momentInLondon } from '../document/dates.ts'
import type { Database } from './database.ts'
import { daysAfter } from './due-date.ts'
import type { Mail } from './outbox.ts'
import type { StoredNote, StoredRequest } from './store.ts'
import type { Tables } from './tables.ts'
import { tally, type Tally } from './tally.ts'

/** Days after its answer for which a request is kept. */
export const RETENTION = 90
/** How many requests are deleted in one transaction, so that nobody waits long for their turn. */
const BATCH = 200

const counted = ['received_at', 'due_on', 'format', 'signals', 'answered_at'] as const

/**
 * Counting, keeping and deleting what requests hold. Every method throws `DatabaseError` when it
 * cannot be done now.
 */
export class Records {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** @returns the counts of all requests, those that were deleted too; possible spam is not counted */
  async tallies(): Promise<Tally[]> {
    return this.#database.run((db) => {
      // One moment for both, so that a request that is being deleted counts once. It only reads,
      // which SQLite lets everybody do at any time.
      const transaction =
        this.#database.kind === 'postgres'
          ? db.transaction().setIsolationLevel('repeatable read')
          : db.transaction()
      return transaction.execute(async (tx) => {
        const kept = await tx.selectFrom('requests').select(counted).execute()
        const deleted = await tx.selectFrom('tallies').selectAll().execute()
        return [...deleted, ...tally(kept)]
      })
    })
  }

  /** @returns every note, the oldest first. */
  async notes(): Promise<StoredNote[]> {
    return this.#database.run((db) =>
      db.selectFrom('notes').selectAll().orderBy('written_at').execute(),
    )
  }

  /** @returns mail about one request, or all mail; the oldest first. */
  async mail(reference?: string): Promise<Mail[]> {
    return this.#database.run((db) =>
      db
        .selectFrom('outbox')
        .selectAll()
        .$if(reference !== undefined, (query) => query.where('reference', '=', reference ?? ''))
        .orderBy('created_at')
        .orderBy('id')
        .execute(),
    )
  }

  /** Takes the mark of an answer off again. @returns whether there is such a request. */
  async markUnanswered(reference: string): Promise<boolean> {
    const changed = await this.#database.run((db) =>
      db
        .updateTable('requests')
        .set({ answered_at: null })
        .where('reference', '=', reference)
        .executeTakeFirst(),
    )
    return changed.numUpdatedRows > 0n
  }

  /**
   * What is past its retention: answered 90 days ago or earlier, counted in London.
   *
   * @returns references that can be deleted, and those that wait for their mail to be sent
   */
  async past(now: Date): Promise<{ deletable: string[]; unsent: string[] }> {
    const rows = await this.#database.run((db) =>
      db
        .selectFrom('requests')
        .select(['reference', (where) => where.exists(unsentMail(where)).as('is_unsent')])
        .where('answered_at', '<', keptFrom(now))
        .orderBy('answered_at')
        .execute(),
    )
    const named = (isUnsent: boolean) =>
      rows.filter((row) => Boolean(row.is_unsent) === isUnsent).map(({ reference }) => reference)
    return { deletable: named(false), unsent: named(true) }
  }

  /**
   * Deletes what is past its retention and keeps its counts. Unanswered requests are never deleted,
   * and none whose mail has not been sent.
   *
   * @param onStep told after each transaction how many are gone
   * @returns how many were deleted
   */
  async purge(now: Date, onStep: (gone: number) => void = () => undefined): Promise<number> {
    for (let gone = 0; ;) {
      const batch = await this.#database.run((db) =>
        db.transaction().execute(async (tx) => {
          const past = tx
            .selectFrom('requests')
            .select('reference')
            .where('answered_at', '<', keptFrom(now))
            .where((where) => where.not(where.exists(unsentMail(where))))
            .limit(BATCH)
          const deleted = await tx
            .deleteFrom('requests')
            .where('reference', 'in', past)
            .returning(counted)
            .execute()
          await addTallies(tx, tally(deleted))
          return deleted.length
        }),
      )
      gone += batch
      onStep(gone)
      if (batch < BATCH) return gone
    }
  }

  /** Deletes a request with its notes and mail, and keeps its count. @returns whether it was there. */
  async erase(reference: string): Promise<boolean> {
    return this.#database.run((db) =>
      db.transaction().execute(async (tx) => {
        const deleted = await tx
          .deleteFrom('requests')
          .where('reference', '=', reference)
          .returning(counted)
          .execute()
        await addTallies(tx, tally(deleted))
        return deleted.length > 0
      }),
    )
  }

  /** Writes nothing, in a way that fails where nothing can be written. */
  async tryToWrite(): Promise<void> {
    await this.#database.run((db) =>
      db.updateTable('tallies').set({ asked: 0 }).where('month', '=', 'none').execute(),
    )
  }
}

/** @returns the requests in which somebody gave an e-mail address; capitals make no difference */
export function requestsOf(email: string, requests: readonly StoredRequest[]): StoredRequest[] {
  const wanted = email.trim().toLowerCase()
  return wanted === '' ? [] : requests.filter((each) => each.email.toLowerCase() === wanted)
}

/** The moment from which answers are kept: what was answered 90 days ago goes, whatever the hour. */
function keptFrom(now: Date): string {
  return momentInLondon(daysAfter(dayInLondon(now), 1 - RETENTION)).toISOString()
}

function unsentMail(request: ExpressionBuilder<Tables, 'requests'>) {
  return request
    .selectFrom('outbox')
    .select('outbox.id')
    .whereRef('outbox.reference', '=', 'requests.reference')
    .where('outbox.sent_at', 'is', null)
}

async function addTallies(tx: Kysely<Tables>, tallies: readonly Tally[]): Promise<void> {
  for (const each of tallies) {
    await tx
      .insertInto('tallies')
      .values(each)
      .onConflict((conflict) =>
        conflict.columns(['month', 'format']).doUpdateSet((sum) => ({
          asked: sum('tallies.asked', '+', sum.ref('excluded.asked')),
          answered: sum('tallies.answered', '+', sum.ref('excluded.answered')),
          in_time: sum('tallies.in_time', '+', sum.ref('excluded.in_time')),
        })),
      )
      .execute()
  }
}
