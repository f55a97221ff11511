import { all, isRendered } from '../in-page/dom.ts'
import { hasSource, isAlternativeNear } from '../in-page/looks/media.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const videoWithoutCaptions: PageRule = {
  id: 'video-without-captions',
  level: 'manual',
  criteria: ['1.2.2'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H95',
  meets:
    'Whoever does not hear the video misses what is said, unless captions are in its pictures.',
  mend: 'Add <track kind="captions"> with a file of captions in the language of the video.',
  *find(): Iterable<FaultyElement> {
    for (const video of all<HTMLVideoElement>('video')) {
      if (!hasSource(video) || !isRendered(video) || video.hasAttribute('muted')) continue
      const tracks = all<HTMLTrackElement>('track[src]', video)
      if (tracks.some(({ kind }) => kind === 'captions')) continue
      if (isAlternativeNear(video, 'heard')) continue
      const detail = tracks.some(({ kind }) => kind === 'subtitles')
        ? 'Its track is of subtitles, which leave out sounds.'
        : undefined
      yield { element: video, ...(detail && { detail }) }
    }
  },
}
