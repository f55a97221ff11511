import { all, isRendered, isSeen } from '../in-page/dom.ts'
import { hasSource, stopControl } from '../in-page/looks/media.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

/** Seconds of sound that WCAG 2.2, success criterion 1.4.2, lets play by itself. */
const MOST = 3

export const playsByItself: PageRule = {
  id: 'plays-by-itself',
  level: 'error',
  criteria: ['1.4.2', '2.2.2'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F93',
  meets: 'It begins by itself, drowns out screen readers or draws the eye, and nothing stops it.',
  mend: 'Let the reader begin it: no autoplay, and controls.',
  *find(): Iterable<FaultyElement> {
    for (const player of all<HTMLMediaElement>('audio[autoplay], video[autoplay]')) {
      if (!hasSource(player) || (player.controls && isRendered(player))) continue
      const isMuted = player.hasAttribute('muted') || player.muted
      if (isMuted && (player instanceof HTMLAudioElement || !isSeen(player))) continue
      const { duration } = player
      const most = isMuted ? 5 : MOST
      if (duration > 0 && duration <= most && !player.loop) continue
      const range = /#t=([\d.]*),([\d.]+)/.exec(
        player.currentSrc === '' ? sourceOf(player) : player.currentSrc,
      )
      if (range && Number(range[2]) - Number(range[1] ?? 0) <= most) continue
      // What the control does is not known.
      if (stopControl()) continue
      const isPaused = [...document.scripts].some(({ textContent }) =>
        textContent.includes('.pause('),
      )
      const isHeardSoon = player instanceof HTMLAudioElement || soundOf(player) > 0
      const isKnown = (duration > most || player.loop) && !isMuted && isHeardSoon && !isPaused
      const detail = isMuted ? 'Its pictures move, without sound.' : undefined
      yield { element: player, ...(detail && { detail }), level: isKnown ? 'error' : 'manual' }
    }
    const script = [...document.scripts].find(
      ({ textContent }) => textContent.includes('new Audio(') && textContent.includes('.play('),
    )
    if (script && !stopControl()) {
      yield { element: script, detail: 'A script plays a sound.', level: 'manual' }
    }
    for (const sound of all('bgsound[src], embed[autostart=true], embed[autoplay=true]')) {
      yield { element: sound, level: 'manual' }
    }
  },
}

/** Bytes of sound that the browser has decoded; Chromium alone tells. */
function soundOf(player: HTMLMediaElement): number {
  const bytes: unknown = Reflect.get(player, 'webkitAudioDecodedByteCount')
  return typeof bytes === 'number' ? bytes : 0
}

function sourceOf(player: HTMLMediaElement): string {
  return player.getAttribute('src') ?? player.querySelector('source')?.src ?? ''
}
