import type { Attempt } from '../probe.ts'
import type { Fault } from '../rule.ts'

/** @returns faults of dialogues that come as soon as a page is loaded, before anybody touches it */
export function popupFaults(attempts: readonly Attempt[]): Fault[] {
  const first = attempts.find(({ kind }) => kind === 'dialogue')
  if (!first) return []
  const detail = `A dialogue says “${first.what.slice(0, 60)}”.`
  return [{ rule: 'popup-on-load', selector: 'html', snippet: '', detail }]
}
