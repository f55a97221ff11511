import type { Probe } from '../probe.ts'
import { useRules } from '../use/use-rules.ts'
import { useFaults } from '../use/use-stage.ts'

/** Uses the page: waits, fills in fields, sends forms and presses buttons. */
export const use: Probe = { rules: useRules, run: useFaults }
