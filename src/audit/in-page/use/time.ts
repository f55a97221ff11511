import type { Fault } from '../../rule.ts'
import { all, isSeen, nameOf } from '../dom.ts'
import { isWaiting, letPass } from '../clock.ts'
import { faultAt } from '../keyboard/faults.ts'
import { Changes, fresh, holderOf, lines } from './changes.ts'
import { spy, takeTries } from './spy.ts'

const MINUTES = 5 * 60_000
/** What is set up within the first second was never there to be read. */
const SETTLING = 1_000
const MOST_LOOKS = 40
const MOVING =
  '[role=timer], [role=log], [role=status], [role=alert], [role=progressbar], [role=marquee], progress, time, output'
const control =
  /\b(?:pause|stop|turn off|switch off|extend|more time|stay|keep me|continue|still (?:here|there)|do not refresh|no refresh|cancel)\b/i
/** What tells of the moment only. */
const passing =
  /^(?:please wait|loading|saving|sending|searching|one moment|wait)\b|^[\d\s:.,/%-]*$/i

/** Lets five minutes pass, and looks at what the page does with them. */
export async function judgeTime(): Promise<Fault[]> {
  const loads = takeTries()
  const opened = (window.auditCalls ?? []).filter(({ name }) => name === 'open')
  const faults: Fault[] =
    opened.length > 0
      ? [faultAt('popup-on-load', document.documentElement, `It opens “${opened[0]?.what ?? ''}”.`)]
      : []
  spy()
  if (!isWaiting() && loads.length === 0) return faults
  await letPass(SETTLING)
  const early = takeTries()
  const before = lines()
  const changes = new Changes()
  const known = new Set(before)
  let hasControl = offersControl()
  let looks = 0
  await letPass(MINUTES, () => {
    if (looks >= MOST_LOOKS) return
    looks += 1
    lines().forEach((line) => known.add(line))
    hasControl ||= offersControl()
  })
  const after = lines()
  const { elements, replaced } = changes.take()
  changes.end()

  const left = [...early, ...takeTries()]
  const gone = left.find(({ kind }) => kind !== 'dialogue')
  const isAsked = left.some(
    ({ kind, what }) => kind === 'dialogue' && /more time|stay|extend|continue|expire/i.test(what),
  )
  if (gone && !hasControl && !isAsked)
    faults.push(
      faultAt('time-limit', document.documentElement, `It goes to “${gone.what}” by itself.`),
    )

  // These are there to change.
  const changed = replaced.filter((element) => isSeen(element) && !element.closest(MOVING))
  const added = fresh(before, after).filter((line) => !passing.test(line))
  const lost = fresh(after, [...known]).filter((line) => !passing.test(line))
  const first = lost[0]
  if (first !== undefined && added.length === 0 && changed.length === 0 && !hasControl)
    faults.push(
      faultAt(
        'vanishing-words',
        holderOf(first, elements),
        `“${first.slice(0, 60)}” goes by itself.`,
        first.split(' ').length < 4 ? 'manual' : undefined,
      ),
    )
  else if (first !== undefined && changed[0] && !hasControl)
    faults.push(
      faultAt('changes-by-itself', changed[0], `“${first.slice(0, 60)}” is replaced by itself.`),
    )
  return faults
}

function offersControl(): boolean {
  return all('button, input, select, a[href], [role=button]')
    .slice(0, 200)
    .some((element) => control.test(nameOf(element)) && isSeen(element))
}
