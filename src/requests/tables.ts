/*
 * The tables, as SQLite and PostgreSQL both have them. Moments are text in UTC with milliseconds,
 * as `Date.toISOString` writes them, and days are text such as 2016-12-02: both sort as they are.
 */

export interface Tables {
  requests: RequestsTable
  notes: NotesTable
  outbox: OutboxTable
  tallies: TalliesTable
}

/** What people asked for. A field that was left empty is an empty text. */
export interface RequestsTable {
  reference: string
  /** What makes the same request the same: see `submissionKey`. */
  submission_key: string
  received_at: string
  /** The day in London by which an answer was promised. */
  due_on: string
  page: string
  /** The title of the page, where the address was one of this site. */
  page_title: string
  format: string
  other_format: string
  assistive_technology: string
  details: string
  name: string
  email: string
  telephone: string
  postal_address: string
  /** Why it may be spam, with commas between; empty when nothing speaks for that. */
  signals: string
  answered_at: string | null
}

/** What the team wrote down about a request. */
export interface NotesTable {
  id: string
  reference: string
  written_at: string
  text: string
}

/** Mail to be sent, and that was sent. What it says is made from the request when it is sent. */
export interface OutboxTable {
  /** Also the name in the Message-ID, so that a mail that is sent twice is known as one. */
  id: string
  kind: 'request' | 'copy' | 'digest'
  /** The request that it is about; none for a digest. */
  reference: string | null
  created_at: string
  attempts: number
  next_attempt_at: string
  /** Until when a server has it for itself. */
  leased_until: string | null
  last_error: string | null
  sent_at: string | null
}

/** What is left of requests that were deleted: how many, and nothing about anybody. */
export interface TalliesTable {
  /** Such as 2016-11. */
  month: string
  format: string
  asked: number
  answered: number
  in_time: number
}
