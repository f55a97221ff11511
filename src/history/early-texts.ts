import * as z from 'zod'
import { dayInLondon, formatDay, timeInLondon } from '../document/dates.ts'
import type { Problems } from '../document/problems.ts'
import { partsOf, type PresentFiles } from './content-files.ts'
import { clearedFrom, FrontMatter, statesOf } from './front-matter.ts'

/**
 * Reports texts that are not public yet, on a branch that anybody can read. With a moment to come
 * that is a leak; of the others, only the writer knows.
 */
export function reportEarlyTexts(present: PresentFiles, now: Date, problems: Problems): void {
  for (const [name, file] of present.paths) {
    const { folder } = partsOf(name)
    if (folder !== 'press-releases' && folder !== 'action-plans') continue
    const front = new FrontMatter(present.text(name) ?? '')
    const cleared = clearedFrom(front, folder)
    if (cleared && cleared <= now) continue
    const states = statesOf(front)
    const field = (['embargoUntil', 'publishAt'] as const).find((each) => {
      const moment = moments.safeParse(states?.[each]).data
      return moment !== undefined && moment > now
    })
    if (field === undefined) {
      problems.remark(
        { file, line: front.line('state'), column: 1 },
        'Anybody can read this text here, and it is not public yet.',
        'If nobody is to see it yet, keep it on a branch of a private repository.',
      )
      continue
    }
    const moment = new Date(states?.[field] ?? now)
    const until = `${formatDay(dayInLondon(moment))} at ${timeInLondon(moment)}`
    problems.error(
      { file, line: front.line(field), column: 1 },
      field === 'embargoUntil'
        ? `This text is under embargo until ${until}, and anybody can read it here now.`
        : `This text goes out on ${until}, and anybody can read it here now.`,
      'Keep it on a branch of a private repository until then.',
    )
  }
}

const moments = z.iso.datetime({ offset: true }).transform((written) => new Date(written))
