import type { CDPSession, Page } from '@playwright/test'
import type { Fault, RuleFacts } from './rule.ts'

/** What a probe is given to work with. */
export interface ProbeTools {
  /** Loaded in the wide, light mode, as it comes from the server; the probe may leave it in any state. */
  readonly page: Page
  readonly cdp: CDPSession
  /** The address of the page. */
  readonly address: string
  /** Loads the page again, as if for the first time. */
  readonly reload: () => Promise<void>
  /** Attempts to leave the page, open a window or show a dialogue since the last load, in order. */
  readonly attempts: readonly Attempt[]
}

/** Something that the page tried and that the audit did not let happen. */
export interface Attempt {
  readonly kind: 'navigation' | 'window' | 'dialogue' | 'download'
  /** The address, or the words of the dialogue. */
  readonly what: string
  /** Whether the request was the page's own form being sent. */
  readonly isForm: boolean
}

/**
 * A check that drives the browser: presses keys, changes sizes, fills in forms. One probe may look
 * after several rules, when one walk through the page answers them all.
 */
export interface Probe {
  readonly rules: readonly RuleFacts[]
  readonly run: (tools: ProbeTools) => Promise<readonly Fault[]>
}
