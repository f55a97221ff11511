import { all, isHeard, nameOf, squeeze } from '../in-page/dom.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const sameNameTwoFrames: PageRule = {
  id: 'same-name-two-frames',
  level: 'error',
  criteria: ['4.1.2'],
  source: 'https://www.w3.org/WAI/standards-guidelines/act/rules/4b1c6c/',
  meets: 'Two frames with different pages have the same name.',
  mend: 'Name each frame after what only its own page is about.',
  *find(): Iterable<FaultyElement> {
    const known = new Map<string, string>()
    for (const frame of framesIn(document)) {
      const name = nameOf(frame).toLowerCase()
      const page = contentOf(frame)
      const other = known.get(name)
      if (name !== '' && other !== undefined && page !== undefined && other !== page) {
        const element =
          frame.ownerDocument === document
            ? frame
            : (document.querySelector('iframe[srcdoc]') ?? document.body)
        const isAdvert = /advert|\bads?\b/.test(name)
        if (!isAdvert)
          yield { element, detail: `“${nameOf(frame)}” is also the name of another frame.` }
      }
      if (page !== undefined) known.set(name, other ?? page)
    }
  },
}

/** The frames of a page and of pages inside its frames, one step deep. */
function framesIn(page: Document): HTMLIFrameElement[] {
  return all<HTMLIFrameElement>('iframe', page)
    .filter(isHeard)
    .flatMap((frame) => {
      const inside = frame.srcdoc === '' ? null : frame.contentDocument
      return [frame, ...(inside ? all<HTMLIFrameElement>('iframe', inside) : [])]
    })
}

/** What a frame shows, to be compared: two addresses may lead to the same page. */
function contentOf(frame: HTMLIFrameElement): string | undefined {
  try {
    const text = squeeze(frame.contentDocument?.body.textContent)
    return text === '' ? undefined : text
  } catch {
    return frame.src
  }
}
