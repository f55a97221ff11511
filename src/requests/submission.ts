import { createHash } from 'node:crypto'
import { fieldNames, type Values } from './fields.ts'

/** Why a request may be spam. It marks a request and never drops or refuses one. */
export type Signal = 'trap' | 'too-fast' | 'bad-token' | 'many-links'

/** A request that may be stored: its fields are cleaned and were found to be right. */
export interface Submission {
  readonly values: Values
  /** The title of the page, when `page` is an address of this site; otherwise empty. */
  readonly pageTitle: string
  /** What the form called itself when it was sent to the reader; none when it came without. */
  readonly formId: string | undefined
  readonly signals: readonly Signal[]
  readonly receivedAt: Date
  /** The day in London by which an answer is promised, such as 2016-12-02. */
  readonly dueOn: string
}

/**
 * What makes two submissions one request: the same form with the same words in it. Without a form
 * to go by, the words alone, and then for a while only (see the store).
 */
export function submissionKey({ values, formId }: Pick<Submission, 'values' | 'formId'>): string {
  const words = JSON.stringify(fieldNames.map((name) => values[name]))
  return `${formId ?? 'no-form'} ${createHash('sha256').update(words).digest('base64url')}`
}
