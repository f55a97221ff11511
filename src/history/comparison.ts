import type { ContentHistory } from './content-history.ts'
import type { PresentFiles } from './content-files.ts'
import type { Renames } from './renames.ts'
import type { Repository } from './repository.ts'
import type { Base } from './surroundings.ts'

/** What the public has, and what it would be given now. */
export interface Comparison {
  repository: Repository
  base: Base
  /** What the public branch held, up to the base. */
  history: ContentHistory
  present: PresentFiles
  renames: Renames
  now: Date
}
