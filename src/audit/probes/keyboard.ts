import { useRules } from '../keyboard/use-rules.ts'
import { useFaults } from '../keyboard/use-stage.ts'
import { walkRules } from '../keyboard/walk-rules.ts'
import { walkFaults } from '../keyboard/walk-stage.ts'
import type { Probe } from '../probe.ts'

/** Goes through the page with the keyboard alone, then uses what it has met there. */
export const keyboard: Probe = {
  rules: [...walkRules, ...useRules],
  run: async (tools) => {
    const walked = await walkFaults(tools)
    const isTrapped = walked.some(({ rule }) => rule === 'keyboard-trap')
    return isTrapped ? walked : [...walked, ...(await useFaults(tools))]
  },
}
