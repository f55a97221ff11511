import { formatDayWithWeekday, dayInLondon, timeInLondon } from './dates.ts'
import { paragraph, text } from './nodes.ts'
import type { ActionPlan, PressRelease } from './schemas.ts'
import { publicFrom } from './states.ts'
import type { Block } from './vocabulary.ts'

type States = Pick<
  PressRelease | ActionPlan,
  'state' | 'published' | 'publishAt' | 'embargoUntil' | 'withdrawn'
>

/** A moment as press officers say it. @returns such as 'Tuesday 1 December 2026 at 00:01 in London' */
export function momentInWords(moment: Date): string {
  return `${formatDayWithWeekday(dayInLondon(moment))} at ${timeInLondon(moment)} in London`
}

/**
 * What a preview says at the top of a text that is not public, in every format: a copy that is
 * passed on must not be taken for the published one.
 * @param more sentences about what else in it is not public yet.
 * @returns nothing when all of it is public at the moment.
 */
export function previewNotice(states: States, now: Date, more: readonly string[]): Block[] {
  const from = publicFrom(states)
  const hidden = from === undefined || from > now
  const sentences = [...(hidden ? [stateInWords(states, from)] : []), ...more]
  if (sentences.length === 0) return []
  return [
    {
      type: 'notice',
      heading: hidden ? 'Preview: this text is not public' : 'Preview: parts are not public',
      children: sentences.map((sentence) => paragraph(text(sentence))),
    },
  ]
}

function stateInWords({ state, embargoUntil }: States, from: Date | undefined): string {
  if (from !== undefined) {
    const embargo = embargoUntil === undefined ? '' : 'It is under embargo. '
    return `${embargo}It goes out on ${momentInWords(from)}.`
  }
  switch (state) {
    case 'draft':
      return 'It is a draft. No time is set for it to go out.'
    case 'in-review':
      return 'It is in review. No time is set for it to go out.'
    default:
      return 'It is ready, but no time is set for it to go out.'
  }
}
