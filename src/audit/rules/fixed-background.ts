import { all, isSeen } from '../in-page/dom.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const fixedBackground: PageRule = {
  id: 'fixed-background',
  level: 'warn',
  criteria: ['2.3.3'],
  source: 'https://www.w3.org/WAI/WCAG22/Understanding/animation-from-interactions',
  meets: 'The background moves against the page as it scrolls, which makes some people dizzy.',
  mend: 'Let the background scroll with its content, at least under prefers-reduced-motion.',
  *find(): Iterable<FaultyElement> {
    for (const element of [document.documentElement, ...all('body, body *')]) {
      const { backgroundAttachment, backgroundImage } = getComputedStyle(element)
      if (!backgroundAttachment.includes('fixed') || !backgroundImage.includes('url(')) continue
      const isScrolled = document.documentElement.scrollHeight > innerHeight + 8
      if (isScrolled && isSeen(element)) yield { element }
    }
  },
}
