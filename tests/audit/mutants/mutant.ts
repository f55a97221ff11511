/** The pages of our site that barriers are put into. */
export const grounds = ['/', 'release', 'plan', 'note', 'form', 'refused', 'search'] as const
export type Ground = (typeof grounds)[number]

/** One barrier that is put into one of our own pages. */
export interface Mutant {
  /** In kebab case; also the name of its file. */
  readonly kind: string
  /** The success criterion of level A or AA that the page fails with it. */
  readonly criterion: string
  readonly on: Ground
  /**
   * Runs in the browser, by itself: nothing of this file is known there but the page, and `first`,
   * `style` and `script` of `in-browser.ts`.
   */
  readonly inject: () => void
}
