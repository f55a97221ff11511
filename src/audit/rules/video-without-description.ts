import { all, isRendered } from '../in-page/dom.ts'
import { hasSource, isAlternativeNear } from '../in-page/looks/media.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const videoWithoutDescription: PageRule = {
  id: 'video-without-description',
  level: 'manual',
  criteria: ['1.2.1', '1.2.3', '1.2.5'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/general/G69',
  meets: 'Whoever does not see the video misses what only its pictures tell.',
  mend: 'Put a link to a transcript that also says what is seen, or to a described version, beside it.',
  *find(): Iterable<FaultyElement> {
    for (const video of all<HTMLVideoElement>('video')) {
      const isPlayed = hasSource(video) && isRendered(video)
      if (!isPlayed || video.closest('[aria-hidden="true"], [role=presentation]')) continue
      if (video.querySelector('track[kind=descriptions][src]') !== null) continue
      if (!isAlternativeNear(video, 'seen')) yield { element: video }
    }
  },
}
