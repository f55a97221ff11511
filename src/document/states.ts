import { dayInLondon } from './dates.ts'
import type { PressRelease } from './schemas.ts'

type States = Pick<PressRelease, 'state' | 'published' | 'publishAt' | 'embargoUntil'>

/**
 * Whether the public may see a publication at a moment: it is published (or was, and is now
 * withdrawn), or it is ready and its time has come; its day has come in London; no embargo holds.
 */
export function isPublic(
  { state, published, publishAt, embargoUntil }: States,
  now: Date,
): boolean {
  const cleared =
    state === 'published' || state === 'withdrawn' || (state === 'ready' && publishAt !== undefined)
  const due = (moment: string | undefined) =>
    moment === undefined || Date.parse(moment) <= now.getTime()
  return cleared && published <= dayInLondon(now) && due(publishAt) && due(embargoUntil)
}
