import type { Page } from '@playwright/test'

interface Clip {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Whether a place looks the same with and without the focus: to the last pixel. */
export async function isSameWithFocus(page: Page, place: number, clip: Clip): Promise<boolean> {
  const pictures: Buffer[] = []
  for (const isOn of [true, false]) {
    await page.evaluate(
      ([at, on]) => {
        window.publicationAudit.keyboard.showFocus(at, on)
      },
      [place, isOn] as const,
    )
    pictures.push(await page.screenshot({ clip, animations: 'allow' }))
  }
  const [focused, plain] = pictures
  return focused !== undefined && plain !== undefined && focused.equals(plain)
}
