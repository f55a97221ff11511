import type { Kind } from './drafts.ts'
import { document, organisation, person, topic } from './entries.ts'
import { format } from './made-format.ts'
import { note } from './note.ts'
import { plan } from './plan.ts'
import { release } from './release.ts'
import { change, correction, progress } from './updates.ts'
import { withdrawal } from './withdrawal.ts'

/** Everything that can be begun, by the word that asks for it. */
export const kinds: Readonly<Record<string, Kind>> = {
  release,
  plan,
  progress,
  change,
  correction,
  withdrawal,
  format,
  note,
  person,
  organisation,
  topic,
  document,
}

/** What `update` can be: it asks which. */
export const kindsOfUpdate = ['progress', 'change'] as const
