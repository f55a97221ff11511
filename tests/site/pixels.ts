import type { Page } from '@playwright/test'

/**
 * Compares a part of the page with the focus in it and without.
 *
 * @param page shows both pictures, in the browser that took them
 * @param focused a PNG
 * @param plain a PNG of the same place
 * @returns how many pixels differ with a contrast of 3:1 or more
 */
export function clearlyDifferentPixels(
  page: Page,
  focused: Buffer,
  plain: Buffer,
): Promise<number> {
  const pictures = [focused, plain].map((picture) => picture.toString('base64'))
  return page.evaluate(async (encoded) => {
    const [one, other] = await Promise.all(encoded.map(luminances))
    if (!one || !other) return 0
    return one.filter((luminance, place) => {
      const [dark, light] = [luminance, other[place] ?? 0].sort((a, b) => a - b)
      return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05) >= 3
    }).length

    async function luminances(base64: string): Promise<number[]> {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d')
      if (!context) return []
      context.drawImage(picture, 0, 0)
      const { data } = context.getImageData(0, 0, picture.width, picture.height)
      return Array.from({ length: data.length / 4 }, (_, pixel) => {
        const [red = 0, green = 0, blue = 0] = data.slice(pixel * 4, pixel * 4 + 3)
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
      })
    }

    /** Relative luminance as WCAG 2.2 defines it. */
    function linear(channel: number): number {
      const share = channel / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    }
  }, pictures)
}
