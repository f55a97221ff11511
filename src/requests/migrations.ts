import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Each step, once and for ever: what a server may have done already is not changed, another step is
 * added. Every statement says `if not exists`, because two servers can begin at the same moment and
 * SQLite has no lock for that.
 */
export const migrations: Record<string, Migration> = {
  '2026-11-24-requests': { up: createTables },
}

const contentColumns = [
  'received_at',
  'due_on',
  'page',
  'page_title',
  'format',
  'other_format',
  'assistive_technology',
  'details',
  'name',
  'email',
  'telephone',
  'postal_address',
  'signals',
] as const

async function createTables({ schema }: Kysely<unknown>): Promise<void> {
  let requests = schema
    .createTable('requests')
    .ifNotExists()
    .addColumn('reference', 'text', (column) => column.primaryKey())
    .addColumn('submission_key', 'text', (column) => column.notNull().unique())
    .addColumn('answered_at', 'text')
  for (const name of contentColumns) {
    requests = requests.addColumn(name, 'text', (column) => column.notNull())
  }
  await requests.execute()
  await schema
    .createIndex('requests_open')
    .ifNotExists()
    .on('requests')
    .columns(['answered_at', 'due_on'])
    .execute()
  await schema
    .createTable('notes')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('reference', 'text', (column) =>
      column.notNull().references('requests.reference').onDelete('cascade'),
    )
    .addColumn('written_at', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .execute()
  await schema
    .createTable('outbox')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('reference', 'text', (column) =>
      column.references('requests.reference').onDelete('cascade'),
    )
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('next_attempt_at', 'text', (column) => column.notNull())
    .addColumn('leased_until', 'text')
    .addColumn('last_error', 'text')
    .addColumn('sent_at', 'text')
    .execute()
  await schema
    .createIndex('outbox_unsent')
    .ifNotExists()
    .on('outbox')
    .columns(['sent_at', 'next_attempt_at'])
    .execute()
  await schema
    .createTable('tallies')
    .ifNotExists()
    .addColumn('month', 'text', (column) => column.notNull())
    .addColumn('format', 'text', (column) => column.notNull())
    .addColumn('asked', 'integer', (column) => column.notNull())
    .addColumn('answered', 'integer', (column) => column.notNull())
    .addColumn('in_time', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('tallies_key', ['month', 'format'])
    .execute()
}
