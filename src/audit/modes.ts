import type { Page } from '@playwright/test'

/** A way in which somebody reads the site. */
export interface Mode {
  name: string
  /** As the accessibility statement says it. */
  words?: string
  width?: number
  height?: number
  colorScheme?: 'light' | 'dark'
  forcedColors?: 'active' | 'none'
  contrast?: 'more' | 'no-preference'
  /** A style sheet that the reader brings along. */
  readerStyle?: string
}

/** The values of WCAG 2.2, success criterion 1.4.12. */
const textSpacing = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }
`

export const wide: Mode = { name: 'wide', words: 'in a wide window' }
export const narrow: Mode = {
  name: '320 px',
  words: 'in a window of 320 pixels',
  width: 320,
  height: 640,
}
export const dark: Mode = { name: 'dark', words: 'in dark colours', colorScheme: 'dark' }
export const forcedColours: Mode = {
  name: 'forced colours',
  words: 'in the colours of the reader’s own device',
  forcedColors: 'active',
}
export const moreContrast: Mode = {
  name: 'more contrast',
  words: 'with more contrast',
  contrast: 'more',
}
export const spaced: Mode = {
  name: 'text spacing',
  words: 'with wider spacing of lines, words and letters',
  readerStyle: textSpacing,
}
export const spacedNarrow: Mode = {
  ...narrow,
  name: 'text spacing at 320 px',
  readerStyle: textSpacing,
}
/** 1280 × 1024 at 400 %: the width and the height of WCAG 2.2, success criterion 1.4.10. */
export const zoomed: Mode = { name: '320 × 256 px', words: 'at 400%', width: 320, height: 256 }
/** WCAG 2.2, success criterion 1.4.4. */
export const largeText: Mode = {
  name: 'text at 200 %',
  words: 'with text of twice the size',
  readerStyle: 'html { font-size: 200% !important }',
}

/** The ways in which every page is read. The first is that of rules that name none. */
export const modes: readonly Mode[] = [
  wide,
  narrow,
  dark,
  forcedColours,
  moreContrast,
  spaced,
  zoomed,
  largeText,
]

/**
 * Shows a page that is already loaded in another mode, without a new request.
 *
 * @param page the page, which keeps nothing of the mode it was in before
 * @param mode what is not given is as on a wide, light screen
 */
export async function enter(page: Page, mode: Mode): Promise<void> {
  await prepare(page, mode)
  // The site's policy blocks a <style> that is not its own, as it should, but not a reader's own
  // sheet, and neither does it block this.
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets = [sheet]
    window.scrollTo(0, 0)
  }, mode.readerStyle ?? '')
}

/** The part of a mode that holds before a page is loaded too: the screen and what is preferred. */
export async function prepare(page: Page, mode: Mode): Promise<void> {
  await page.setViewportSize({ width: mode.width ?? 1280, height: mode.height ?? 800 })
  await page.emulateMedia({
    media: 'screen',
    colorScheme: mode.colorScheme ?? 'light',
    forcedColors: mode.forcedColors ?? 'none',
    contrast: mode.contrast ?? 'no-preference',
    // Colours and places are measured at rest.
    reducedMotion: 'reduce',
  })
}
