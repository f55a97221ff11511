import {
  dayInLondon,
  formatDay,
  formatDayWithWeekday,
  timeInLondon,
} from '../src/document/dates.ts'
import type { Due, Schedule, Waiting } from '../src/document/schedule.ts'
import type { ActionReport, PlanReport } from '../src/document/stale-plans.ts'
import type { StatedDate } from '../src/document/schemas.ts'

const inLondon = (moment: Date): string =>
  `${formatDayWithWeekday(dayInLondon(moment))} at ${timeInLondon(moment)}`

const dueInWords = ({ moment, what, file }: Due): string => `${inLondon(moment)}: ${what} (${file})`

const waitingInWords = ({ title, file, why }: Waiting): string => `“${title}”: ${why} (${file})`

/** A heading with its lines, or one sentence when there are none. */
const part = (heading: string, none: string, lines: readonly string[]): string =>
  lines.length === 0 ? none : [`${heading}:`, ...lines.map((line) => `  ${line}`)].join('\n')

/** What is to come, what waits and what is to be read again, for a terminal. */
export function scheduleInWords({ due, waiting, reviews }: Schedule, now: Date): string {
  const next = due.filter(({ moment }) => moment > now)
  const overdue = reviews.filter(({ moment }) => moment <= now)
  return [
    `It is ${inLondon(now)} in London; all times are London’s.`,
    part('Goes out next', 'Nothing goes out by itself.', next.map(dueInWords)),
    ...(waiting.length > 0
      ? [part('Does not go out by itself', '', waiting.map(waitingInWords))]
      : []),
    part(
      'To be read through again',
      'Nothing is overdue for review.',
      overdue.map(
        ({ moment, title, file }) =>
          `since ${formatDayWithWeekday(dayInLondon(moment))}: “${title}” (${file})`,
      ),
    ),
  ].join('\n\n')
}

/** What has become due since a moment, for a terminal. */
export function sinceInWords(became: readonly Due[], since: Date): string {
  const from = inLondon(since)
  return part(`Due since ${from}`, `Nothing has become due since ${from}.`, became.map(dueInWords))
}

/** The report of plans, for a terminal. */
export function plansInWords(plans: readonly PlanReport[]): string {
  if (plans.length === 0) return 'No action plan is public.'
  return ['What this site has published of each plan:', ...plans.map(planInWords)].join('\n\n')
}

function planInWords(plan: PlanReport): string {
  const { title, file, nextUpdateDue, isUpdateLate, actions } = plan
  return [
    `Action plan “${title}” (${file})`,
    `  ${silence(plan, plan.published)}`,
    ...(isUpdateLate && nextUpdateDue
      ? [`  The next update was due ${dateInWords(nextUpdateDue)}: it has not come.`]
      : []),
    ...actions.map((action) => `  ${actionInWords(action, plan.published)}`),
  ].join('\n')
}

function actionInWords(action: ActionReport, published: string): string {
  const { number, title, status, due, isLate } = action
  const late = isLate && due ? ` It was due ${dateInWords(due)}: that day has passed.` : ''
  return `Action ${number}, ${title}: ${status}. ${silence(action, published)}${late}`
}

function silence(
  { lastUpdate, daysSince }: Pick<PlanReport, 'lastUpdate' | 'daysSince'>,
  published: string,
): string {
  const ago = `${daysSince.toLocaleString('en-GB')} ${daysSince === 1 ? 'day' : 'days'} ago`
  return lastUpdate === undefined
    ? `No update has been published since ${formatDay(published)}, ${ago}.`
    : `The last update is of ${formatDay(lastUpdate)}, ${ago}.`
}

function dateInWords({ asStated, date, inferred }: StatedDate): string {
  if (date === undefined) return `“${asStated}”`
  return `“${asStated}” (${formatDayWithWeekday(date)}${inferred ? ', worked out' : ''})`
}
