import { momentOf } from './changes.ts'
import { formatDay } from './dates.ts'
import type { ActionStatus, Update } from './schemas.ts'

export type Progress = Extract<Update, { type: 'progress' }>

/** How far an action is; derived from the newest progress entry and never typed a second time. */
export interface ActionProgress {
  status: ActionStatus
  /** The status and its date, or since when nothing has been published, in words. */
  words: string
  entries: Progress[]
}

/**
 * @param announced the date of the plan, as year-month-day.
 * @param updates the progress entries of the plan, in any order.
 */
export function progressOf(
  action: string,
  announced: string,
  updates: readonly Progress[],
): ActionProgress {
  const entries = updates
    .filter((update) => update.action === action)
    .toSorted((a, b) => momentOf(a).getTime() - momentOf(b).getTime())
  const newest = entries.at(-1)
  if (!newest) {
    const since = formatDay(announced)
    return {
      status: 'announced',
      words: `Announced. No update has been published here since ${since}.`,
      entries,
    }
  }
  const status = newest.status.charAt(0).toUpperCase() + newest.status.slice(1)
  return {
    status: newest.status,
    words: `${status} (${formatDay(newest.on)}): ${newest.summary}`,
    entries,
  }
}
