import { listenersOf } from '../in-page/dom.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const MOTION = /^(devicemotion|deviceorientation|deviceorientationabsolute)$/

export const movedByDevice: PageRule = {
  id: 'moved-by-device',
  level: 'manual',
  criteria: ['2.5.4'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F106',
  meets:
    'The page answers to shaking or tilting, which some do without meaning to and some cannot do.',
  mend: 'Offer a control for the same, and a way to turn the motion off.',
  *find(): Iterable<FaultyElement> {
    const { documentElement } = document
    const heard = [...(window.auditListeners?.get(window) ?? []), ...listenersOf(document.body)]
    const attributes = ['ondevicemotion', 'ondeviceorientation'].filter(
      (name) => typeof Reflect.get(window, name) === 'function',
    )
    const events = [...new Set([...heard.filter((type) => MOTION.test(type)), ...attributes])]
    if (events.length === 0) return
    yield { element: documentElement, detail: `A script listens to ${events.join(' and ')}.` }
  },
}
