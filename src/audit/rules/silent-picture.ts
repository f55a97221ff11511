import { all, isRendered, nameOf } from '../in-page/dom.ts'
import { fileOf, mayHoldContent } from '../in-page/structure/pictures.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const silentPicture: PageRule = {
  id: 'silent-picture',
  level: 'manual',
  criteria: ['1.1.1'],
  source: 'https://www.w3.org/WAI/standards-guidelines/act/rules/e88epe/',
  meets: 'A picture of some size is silent: if it says anything, those who do not see it miss it.',
  mend: 'Write what it says in the alt or the name; leave a true ornament to the style sheet.',
  *find(): Iterable<FaultyElement> {
    for (const element of all<Element>('img, svg, canvas')) {
      if (element.parentElement?.closest('svg') || !isRendered(element)) continue
      if (!isSilent(element) || !mayHoldContent(element)) continue
      if (element instanceof HTMLCanvasElement && !holdsDetail(element)) continue
      if (element instanceof SVGElement && all('path, text, image, use', element).length < 3)
        continue
      const file = fileOf(element)
      yield { element, detail: file === '' ? 'It has no text alternative.' : `It shows ${file}.` }
    }
  },
}

function isSilent(element: Element): boolean {
  // Without alt at all it is the fault of another rule.
  if (element instanceof HTMLImageElement && !element.hasAttribute('alt')) return false
  const isHidden = element.closest('[aria-hidden=true], [role=none], [role=presentation]') !== null
  return isHidden || nameOf(element) === ''
}

/** Whether a canvas shows more than an even shape: many rows in which the paint begins and ends often. */
function holdsDetail(canvas: HTMLCanvasElement): boolean {
  if (canvas.textContent.trim() !== '' || canvas.width * canvas.height > 4_000_000) return false
  const pixels = readPixels(canvas)
  if (!pixels) return true
  let changes = 0
  for (let at = 7; at < pixels.length; at += 4) {
    if ((pixels[at] ?? 0) > 127 !== (pixels[at - 4] ?? 0) > 127) changes += 1
  }
  return changes > 4 * canvas.height
}

function readPixels(canvas: HTMLCanvasElement): Uint8ClampedArray | undefined {
  try {
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d')
    copy?.drawImage(canvas, 0, 0)
    return copy?.getImageData(0, 0, canvas.width, canvas.height).data
  } catch {
    return undefined
  }
}
