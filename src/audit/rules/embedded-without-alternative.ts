import { all, isHeard, nameOf, squeeze } from '../in-page/dom.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const embeddedWithoutAlternative: PageRule = {
  id: 'embedded-without-alternative',
  level: 'error',
  criteria: ['1.1.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H53',
  meets: 'Something is embedded that says nothing to those who cannot use it.',
  mend: 'Give it a name (title or aria-label), or words between its tags.',
  *find(): Iterable<FaultyElement> {
    for (const element of all('embed, object, applet')) {
      const isInside = element.parentElement?.closest('object, audio, video') !== null
      if (isInside || !isHeard(element) || element.matches('[role=none], [role=presentation]'))
        continue
      const { width, height } = element.getBoundingClientRect()
      if (width < 3 || height < 3 || nameOf(element) !== '') continue
      const alternative = squeeze(element.textContent)
      const picture = element.querySelector('img[alt]:not([alt=""])')
      if (alternative !== '' || picture) continue
      // A frame of HTML has words of its own.
      const type = element.getAttribute('type') ?? ''
      if (type.includes('html')) yield { element, level: 'manual' }
      else yield { element }
    }
  },
}
