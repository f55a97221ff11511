import {
  barOnPaper,
  contrastInState,
  flashes,
  lostOnPaper,
  movesForLong,
  paintedTextContrast,
  textLostWhenLettersDouble,
} from '../looks/facts.ts'
import { letterFaults } from '../looks/letters.ts'
import { motionFaults } from '../looks/motion.ts'
import { measureContrast } from '../looks/pixel-contrast.ts'
import { printFaults } from '../looks/print.ts'
import { enter, wide } from '../modes.ts'
import type { Probe, ProbeTools } from '../probe.ts'
import type { Fault } from '../rule.ts'

/** The share of letters that may run into a picture before somebody has to look. */
const PALE = 0.08

/** Everything of the looks of a page that needs the browser driven, with one load for all. */
export const looksProbe: Probe = {
  rules: [
    contrastInState,
    paintedTextContrast,
    textLostWhenLettersDouble,
    movesForLong,
    flashes,
    lostOnPaper,
    barOnPaper,
  ],
  // In this order: each step may leave more changed than the one before.
  run: async (tools) => {
    const moving = await motionFaults(tools)
    await enter(tools.page, wide)
    const painted = await paintedFaults(tools)
    const printed = await printFaults(tools)
    const pale = await tools.page.evaluate(() => window.publicationAudit.looks.paleStates())
    const inState = pale.map(({ isPassing, ...place }) => ({
      rule: contrastInState.id,
      ...place,
      ...(isPassing ? { level: 'manual' as const } : {}),
    }))
    return [...moving, ...painted, ...printed, ...inState, ...(await letterFaults(tools))]
  },
}

async function paintedFaults({ page, cdp }: ProbeTools): Promise<Fault[]> {
  const verdicts = await measureContrast(page, cdp, null)
  return verdicts
    .filter(({ enough, pale }) => enough === 'fails' || (enough === 'unclear' && pale > PALE))
    .map(({ selector, snippet, ratio, enough, pale }) => ({
      rule: paintedTextContrast.id,
      selector,
      snippet,
      detail:
        enough === 'fails'
          ? `Most of its letters have a contrast of ${ratio.toFixed(2)}:1.`
          : `${Math.round(100 * pale)} % of its letters run into the picture.`,
      ...(enough === 'fails' ? {} : { level: 'manual' as const }),
    }))
}
