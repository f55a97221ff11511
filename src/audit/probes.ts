import type { Probe } from './probe.ts'
import { keyboard } from './probes/keyboard.ts'
import { looksProbe } from './probes/looks.ts'
import { use } from './probes/use.ts'

/** Every probe that drives a page, those that leave it as it was first. */
export const probes: readonly Probe[] = [looksProbe, keyboard, use]
