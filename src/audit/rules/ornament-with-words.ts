import { isHeard } from '../in-page/dom.ts'
import { isSpacer, picturesOfPage } from '../in-page/structure/pictures.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const ornamentWithWords: PageRule = {
  id: 'ornament-with-words',
  level: 'warn',
  criteria: ['1.1.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F39',
  meets: 'A picture that shows nothing is read out, or words about it are lost.',
  mend: 'Leave the alt of an ornament empty; take away the role where the picture says something.',
  *find(): Iterable<FaultyElement> {
    for (const element of picturesOfPage()) {
      const alt = element.getAttribute('alt')?.trim() ?? ''
      if (alt === '') continue
      if (element.matches('[role=presentation], [role=none], [aria-hidden=true]'))
        yield { element, detail: `It is marked as an ornament, and its alt says “${alt}”.` }
      else if (isDot(element) && isHeard(element) && !element.closest('a, button'))
        yield { element, detail: `It shows nothing, and its alt says “${alt}”.`, level: 'error' }
    }
  },
}

/** One pixel is no picture, however large it is drawn; a thin line may be a rule with a meaning. */
function isDot(picture: HTMLImageElement): boolean {
  const { naturalWidth, naturalHeight } = picture
  return isSpacer(picture) && (naturalWidth * naturalHeight <= 1 || picture.offsetHeight <= 2)
}
