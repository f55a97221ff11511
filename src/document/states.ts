import { momentInLondon } from './dates.ts'
import type { PressRelease } from './schemas.ts'

type States = Pick<PressRelease, 'state' | 'published' | 'publishAt' | 'embargoUntil'>

/**
 * The moment from which the public may see a publication: it is published (or was, and is now
 * withdrawn), or it is ready and has a time; its day has come in London; no embargo holds.
 * @returns undefined when it is not cleared, whatever the time.
 */
export function publicFrom({
  state,
  published,
  publishAt,
  embargoUntil,
}: States): Date | undefined {
  const cleared =
    state === 'published' || state === 'withdrawn' || (state === 'ready' && publishAt !== undefined)
  if (!cleared) return undefined
  const moments = [publishAt, embargoUntil].filter((moment) => moment !== undefined)
  return new Date(
    Math.max(momentInLondon(published).getTime(), ...moments.map((each) => Date.parse(each))),
  )
}

/** Whether the public may see a publication at a moment. */
export function isPublic(states: States, now: Date): boolean {
  const from = publicFrom(states)
  return from !== undefined && from <= now
}
