import { momentOf } from './changes.ts'
import { dayInLondon } from './dates.ts'
import { progressOf, type Progress } from './plan-progress.ts'
import { readFronts } from './schedule.ts'
import { actionPlan, update } from './schemas.ts'
import type { ActionPlan, ActionStatus, StatedDate } from './schemas.ts'
import { isPublic } from './states.ts'

/** What has been published of an action, and for how long nothing has. */
export interface ActionReport {
  /** Its place in the plan, counted from 1. */
  number: number
  id: string
  title: string
  status: ActionStatus
  /** The day of the newest progress entry; undefined when there is none. */
  lastUpdate: string | undefined
  /** Days since then, or since the plan was published. */
  daysSince: number
  due: StatedDate | undefined
  /** Whether its due date has passed and it is not done. */
  isLate: boolean
}

export interface PlanReport {
  id: string
  title: string
  file: string
  published: string
  lastUpdate: string | undefined
  daysSince: number
  nextUpdateDue: StatedDate | undefined
  /** Whether that date has passed and nothing has been published since. */
  isUpdateLate: boolean
  /** The most neglected first. */
  actions: ActionReport[]
}

const ended: readonly ActionStatus[] = ['done', 'done differently', 'stopped']

/**
 * Which promises nobody has said anything about, of all plans that are public.
 * @param root the folder that holds content/
 * @param leftOut is filled with the files that have errors
 * @returns the most neglected plan first
 */
export function readStalePlans(root: string, now: Date, leftOut: string[]): PlanReport[] {
  const progress = [...readFronts(root, 'updates', update, leftOut)]
    .map(({ value }) => value)
    .filter((value) => value.type === 'progress')
    .filter((value) => momentOf(value) <= now)
  return [...readFronts(root, 'action-plans', actionPlan, leftOut)]
    .filter(({ value }) => value.state !== 'withdrawn' && isPublic(value, now))
    .map(({ id, file, value }) => {
      const entries = progress.filter(({ plan }) => plan === id)
      return { id, file, ...planReport(value, entries, dayInLondon(now)) }
    })
    .toSorted((a, b) => b.daysSince - a.daysSince)
}

function planReport(
  plan: ActionPlan,
  entries: readonly Progress[],
  today: string,
): Omit<PlanReport, 'id' | 'file'> {
  const { title, published, nextUpdateDue } = plan
  const lastUpdate = newestOf(entries)
  const actions = plan.actions.map((action, index) => {
    const own = progressOf(action.id, published, entries)
    const last = newestOf(own.entries)
    return {
      number: index + 1,
      id: action.id,
      title: action.title,
      status: own.status,
      lastUpdate: last,
      daysSince: daysBetween(last ?? published, today),
      due: action.due,
      // What is ongoing has begun and has no end, so that no date can be missed any more.
      isLate: hasPassed(action.due, today) && ![...ended, 'ongoing'].includes(own.status),
    }
  })
  return {
    title,
    published,
    lastUpdate,
    daysSince: daysBetween(lastUpdate ?? published, today),
    nextUpdateDue,
    isUpdateLate:
      hasPassed(nextUpdateDue, today) && (lastUpdate ?? '') < (nextUpdateDue?.date ?? ''),
    actions: actions.toSorted(
      (a, b) =>
        neglect(b) - neglect(a) || Number(b.isLate) - Number(a.isLate) || a.number - b.number,
    ),
  }
}

/** Nobody waits for news of what has ended. */
const neglect = ({ status, daysSince }: ActionReport): number =>
  ended.includes(status) ? -1 : daysSince

const newestOf = (entries: readonly Progress[]): string | undefined =>
  entries
    .map(({ on }) => on)
    .toSorted()
    .at(-1)

const hasPassed = (date: StatedDate | undefined, today: string): boolean =>
  date?.date !== undefined && date.date < today

function daysBetween(from: string, to: string): number {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / 86_400_000)
}
