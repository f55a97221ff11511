import { all, isRendered, squeeze } from '../in-page/dom.ts'
import { isAlternativeNear } from '../in-page/looks/media.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const PLAYERS =
  /(youtube(-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com|twitch\.tv|soundcloud\.com|spotify\.com|wistia|brightcove|kaltura|jwplayer)/i

export const embeddedPlayer: PageRule = {
  id: 'embedded-player',
  level: 'manual',
  criteria: ['1.2.1', '1.2.2', '1.2.3', '2.3.1'],
  source: 'https://www.w3.org/WAI/media/av/players/',
  meets: 'What plays in the frame may have no captions or flash; nothing beside it tells.',
  mend: 'Look at the video, put a transcript beside it and, if it flashes, a warning before it.',
  *find(): Iterable<FaultyElement> {
    for (const frame of all('iframe[src], embed[src], object[data]')) {
      const address = frame.getAttribute('src') ?? frame.getAttribute('data') ?? ''
      if (!PLAYERS.test(address) || !isRendered(frame)) continue
      if (isAlternativeNear(frame, 'heard')) continue
      const before = squeeze(frame.parentElement?.innerText)
      if (/warning|flash/i.test(before)) continue
      yield { element: frame }
    }
  },
}
