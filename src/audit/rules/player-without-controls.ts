import { all, isSeen } from '../in-page/dom.ts'
import { hasSource, stopControl } from '../in-page/looks/media.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const playerWithoutControls: PageRule = {
  id: 'player-without-controls',
  level: 'manual',
  criteria: ['2.1.1'],
  source: 'https://www.w3.org/WAI/media/av/player/',
  meets: 'There is nothing by which the recording could be started, paused or made louder.',
  mend: 'Give the player the attribute controls.',
  *find(): Iterable<FaultyElement> {
    for (const player of all<HTMLVideoElement>('video')) {
      if (!hasSource(player) || player.controls || player.autoplay || !isSeen(player)) continue
      if (!stopControl()) yield { element: player }
    }
  },
}
